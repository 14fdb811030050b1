extension SchemaStep {
  static let basesAndEvents = SchemaStep(
    name: "018 Internship hosts, incubators and outreach events are on record, each by versions",
    sql: """
      -- Of every entry the last version holds; one that was struck out says why.
      CREATE TABLE internshipHost (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        name TEXT NOT NULL CHECK (name <> ''),
        area TEXT,
        industry TEXT,
        places INTEGER NOT NULL CHECK (places >= 1),
        recognisedDay INTEGER NOT NULL,
        untilDay INTEGER CHECK (untilDay >= recognisedDay),
        contactSealed BLOB,
        struckOut TEXT CHECK (struckOut <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE internshipPlacement (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        host TEXT NOT NULL CHECK (host <> ''),
        trainee TEXT NOT NULL,
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        mentor TEXT,
        struckOut TEXT CHECK (struckOut <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE incubator (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        name TEXT NOT NULL CHECK (name <> ''),
        area TEXT,
        squareMetres INTEGER NOT NULL CHECK (squareMetres >= 1),
        units INTEGER NOT NULL CHECK (units >= 1),
        openedDay INTEGER NOT NULL,
        closedDay INTEGER CHECK (closedDay >= openedDay),
        struckOut TEXT CHECK (struckOut <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tenancy (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        incubator TEXT NOT NULL CHECK (incubator <> ''),
        venture TEXT NOT NULL REFERENCES venture (code),
        units INTEGER NOT NULL CHECK (units >= 1),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        struckOut TEXT CHECK (struckOut <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outreachEvent (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        kind TEXT NOT NULL CHECK (kind IN
          ('media', 'consultation', 'contest', 'exhibition', 'lecture', 'jobFair', 'square', 'other')),
        name TEXT NOT NULL CHECK (name <> ''),
        fromDay INTEGER NOT NULL,
        toDay INTEGER NOT NULL CHECK (toDay >= fromDay),
        opens INTEGER CHECK (opens BETWEEN 0 AND 1439),
        closes INTEGER CHECK (closes > opens AND closes <= 1440),
        place TEXT NOT NULL,
        area TEXT,
        -- A line each, the leading one first.
        hosts TEXT NOT NULL CHECK (hosts <> ''),
        capacity INTEGER CHECK (capacity >= 0),
        reached INTEGER CHECK (reached >= 0),
        consultations INTEGER CHECK (consultations >= 0),
        materials INTEGER CHECK (materials >= 0),
        -- A line each.
        projects TEXT NOT NULL,
        -- A line each, best first: project and prize, parted by a tab.
        awards TEXT NOT NULL,
        isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)),
        cancelled TEXT CHECK (cancelled <> ''),
        struckOut TEXT CHECK (struckOut <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK ((opens IS NULL) = (closes IS NULL)),
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      -- What the public calendar tells of an event: kept so that each entry has one UID for its life, and a sequence
      -- that rises with every change.
      CREATE TABLE outreachNotice (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        event TEXT NOT NULL PRIMARY KEY CHECK (event <> ''),
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        place TEXT NOT NULL,
        fromDay INTEGER NOT NULL,
        toDay INTEGER NOT NULL CHECK (toDay >= fromDay),
        opens INTEGER,
        closes INTEGER,
        content TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 0),
        revisedAt INTEGER NOT NULL,
        isCancelled INTEGER NOT NULL CHECK (isCancelled IN (0, 1))
      ) STRICT, WITHOUT ROWID;

      -- 创业潜能自我测评得分, where the survey asked for it.
      ALTER TABLE intent ADD COLUMN selfTest INTEGER CHECK (selfTest BETWEEN 0 AND 100);
      """)
}
