extension SchemaStep {
  static let classesAndTrainees = SchemaStep(
    name: "004 Classes and trainees belong together, and personal numbers are sealed",
    sql: """
      CREATE TABLE cohort (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        category TEXT NOT NULL,
        maxPeriodsDay INTEGER NOT NULL CHECK (maxPeriodsDay >= 0),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE cohortOpening (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES cohort,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        block TEXT NOT NULL,
        FOREIGN KEY (centreID, block) REFERENCES block (centreID, code),
        UNIQUE (ownerID, weekday, block)
      ) STRICT;
      CREATE TABLE class (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        course TEXT NOT NULL,
        cohort TEXT NOT NULL,
        site TEXT,
        size INTEGER CHECK (size >= 0),
        earliest TEXT CHECK (date(earliest) IS earliest),
        latest TEXT CHECK (date(latest) IS latest),
        hasOwnOpening INTEGER NOT NULL CHECK (hasOwnOpening IN (0, 1)),
        FOREIGN KEY (centreID, course) REFERENCES course (centreID, code),
        FOREIGN KEY (centreID, cohort) REFERENCES cohort (centreID, code),
        FOREIGN KEY (centreID, site) REFERENCES site (centreID, code),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE classLecturer (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES class,
        person TEXT NOT NULL,
        FOREIGN KEY (centreID, person) REFERENCES person (centreID, code),
        UNIQUE (ownerID, position)
      ) STRICT;
      CREATE TABLE classOpening (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES class,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        block TEXT NOT NULL,
        FOREIGN KEY (centreID, block) REFERENCES block (centreID, code),
        UNIQUE (ownerID, weekday, block)
      ) STRICT;

      -- Identity numbers and phones are sealed; the keyed hash serves to find one number twice.
      CREATE TABLE trainee (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        idNumberSealed BLOB,
        idNumberHash BLOB CHECK (length(idNumberHash) = 32),
        category TEXT NOT NULL,
        area TEXT,
        phoneSealed BLOB,
        registeredOn TEXT CHECK (date(registeredOn) IS registeredOn),
        industry TEXT,
        CHECK ((idNumberSealed IS NULL) = (idNumberHash IS NULL)),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX traineeByIDNumber ON trainee (centreID, idNumberHash);
      CREATE TABLE enrolment (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES class (centreID, code),
        FOREIGN KEY (centreID, trainee) REFERENCES trainee (centreID, code),
        UNIQUE (centreID, class, trainee)
      ) STRICT;
      CREATE TABLE mentoring (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        trainee TEXT NOT NULL,
        mentor TEXT,
        meetings INTEGER NOT NULL CHECK (meetings >= 0),
        periods INTEGER NOT NULL CHECK (periods >= 1),
        earliest TEXT CHECK (date(earliest) IS earliest),
        latest TEXT CHECK (date(latest) IS latest),
        minGapDays INTEGER NOT NULL CHECK (minGapDays >= 0),
        mode TEXT NOT NULL CHECK (mode IN ('office', 'visit', 'online')),
        FOREIGN KEY (centreID, trainee) REFERENCES trainee (centreID, code),
        FOREIGN KEY (centreID, mentor) REFERENCES person (centreID, code)
      ) STRICT;
      CREATE TABLE pin (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        class TEXT NOT NULL,
        module TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part >= 1),
        date TEXT CHECK (date(date) IS date),
        block TEXT,
        firstPeriod INTEGER CHECK (firstPeriod >= 1),
        room TEXT,
        FOREIGN KEY (centreID, class) REFERENCES class (centreID, code),
        FOREIGN KEY (centreID, block) REFERENCES block (centreID, code),
        FOREIGN KEY (centreID, room) REFERENCES room (centreID, code)
      ) STRICT;
      CREATE TABLE pinLecturer (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES pin,
        person TEXT NOT NULL,
        FOREIGN KEY (centreID, person) REFERENCES person (centreID, code),
        UNIQUE (ownerID, position)
      ) STRICT;
      """)
}
