extension SchemaStep {
  static let followUp = SchemaStep(
    name: "010 Follow-up has its cases, its due dates, its contacts and the help that was asked for",
    sql: """
      CREATE TABLE followUpCase (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        trainee TEXT NOT NULL,
        class TEXT NOT NULL,
        classEnd INTEGER NOT NULL,
        officer TEXT NOT NULL CHECK (officer <> ''),
        area TEXT NOT NULL,
        hasVenture INTEGER NOT NULL CHECK (hasVenture IN (0, 1)),
        -- When the venture ended, so that it is not followed any longer.
        ventureEndedOn INTEGER,
        -- The last day before the consent was withdrawn.
        followedTo INTEGER,
        -- By the contacts so far: since when nobody can be reached, and when somebody was reached last.
        lostSince INTEGER,
        lastReached INTEGER,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        PRIMARY KEY (trainee, class)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX followUpCaseLost ON followUpCase (officer, lostSince) WHERE lostSince IS NOT NULL;

      -- What the follow-up rule made due, with the contact that answered it: made anew from rule and contacts.
      CREATE TABLE followUpStep (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        trainee TEXT NOT NULL,
        class TEXT NOT NULL,
        officer TEXT NOT NULL CHECK (officer <> ''),
        unit TEXT NOT NULL CHECK (unit IN ('day', 'month')),
        number INTEGER NOT NULL CHECK (number >= 0),
        opensOn INTEGER NOT NULL,
        dueOn INTEGER NOT NULL CHECK (dueOn >= opensOn),
        -- The first day on which it can no longer be answered; null: none follows.
        closesOn INTEGER,
        answeredOn INTEGER,
        answer TEXT CHECK ((answer IS NULL) = (answeredOn IS NULL)),
        FOREIGN KEY (trainee, class) REFERENCES followUpCase (trainee, class) ON DELETE CASCADE,
        PRIMARY KEY (trainee, class, unit, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX followUpStepOpen ON followUpStep (officer, closesOn, opensOn) WHERE answeredOn IS NULL;

      -- 回访台账: clustered by whom it was with.
      CREATE TABLE contact (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        -- A trainee's or a venture's code.
        subject TEXT NOT NULL CHECK (subject <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        day INTEGER NOT NULL,
        method TEXT NOT NULL CHECK (method IN ('telephone', 'weChat', 'visit', 'officeVisit', 'meeting')),
        result TEXT NOT NULL CHECK (result IN ('reached', 'noAnswer', 'wrongNumber', 'refused', 'away', 'lost')),
        officer TEXT NOT NULL CHECK (officer <> ''),
        said TEXT,
        troubles TEXT NOT NULL,
        need TEXT CHECK (need IN
          ('projectApplication', 'fundRaising', 'licences', 'businessDifficulty', 'planning')),
        nextDay INTEGER,
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL,
        PRIMARY KEY (subject, number)
      ) STRICT, WITHOUT ROWID;
      -- How many contacts were recorded on each day.
      CREATE TABLE contactDay (
        recordedOn INTEGER NOT NULL PRIMARY KEY,
        contacts INTEGER NOT NULL CHECK (contacts >= 1)
      ) STRICT;
      CREATE INDEX contactAgreed ON contact (officer, nextDay) WHERE nextDay IS NOT NULL;

      -- What an officer's calendar shows on a day: kept so that each entry has one UID for its life, and a sequence
      -- that rises with every change.
      CREATE TABLE followUpNotice (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        officer TEXT NOT NULL CHECK (officer <> ''),
        day INTEGER NOT NULL,
        title TEXT NOT NULL,
        content TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 0),
        revisedAt INTEGER NOT NULL,
        isCancelled INTEGER NOT NULL CHECK (isCancelled IN (0, 1)),
        PRIMARY KEY (officer, day)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE helpRequest (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        subject TEXT NOT NULL CHECK (subject <> ''),
        kind TEXT NOT NULL CHECK (kind IN
          ('projectApplication', 'fundRaising', 'licences', 'businessDifficulty', 'planning')),
        openedDay INTEGER NOT NULL,
        contact TEXT,
        closedDay INTEGER CHECK (closedDay >= openedDay),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX helpRequestBySubject ON helpRequest (subject);
      """)
}
