extension SchemaStep {
  // Days are whole numbers from 1970-01-01 on in these tables, which grow to millions of rows: date(day * 86400,
  // 'unixepoch') shows them. Codes name trainees, classes and ventures, and outlive the facts of the plan.
  static let peopleOnRecord = SchemaStep(
    name: "007 Trainees stay on record when the plan goes on, with categories, wishes and their evidence",
    sql: """
      -- 学员档案: the latest state; earlier ones go to the history with the day on which they were replaced.
      CREATE TABLE traineeRecord (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        idNumberSealed BLOB,
        idNumberHash BLOB CHECK (length(idNumberHash) = 32),
        phoneSealed BLOB,
        phoneHash BLOB CHECK (length(phoneHash) = 32),
        category TEXT NOT NULL,
        document TEXT NOT NULL,
        birthDay INTEGER,
        sex TEXT CHECK (sex IN ('male', 'female')),
        area TEXT,
        household TEXT CHECK (household IN ('urban', 'rural')),
        education TEXT,
        registeredDay INTEGER,
        industry TEXT,
        hadSubsidy INTEGER CHECK (hadSubsidy IN (0, 1)),
        consentDay INTEGER,
        wish TEXT,
        remarks TEXT,
        -- The last day before the person withdrew the consent to be followed.
        followedTo INTEGER,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK ((idNumberSealed IS NULL) = (idNumberHash IS NULL)),
        CHECK ((phoneSealed IS NULL) = (phoneHash IS NULL)),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX traineeRecordByIDNumber ON traineeRecord (idNumberHash) WHERE idNumberHash IS NOT NULL;
      CREATE INDEX traineeRecordByPhone ON traineeRecord (phoneHash) WHERE phoneHash IS NOT NULL;
      CREATE INDEX traineeRecordByName ON traineeRecord (name);
      CREATE TABLE traineeHistory (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        idNumberSealed BLOB,
        idNumberHash BLOB,
        phoneSealed BLOB,
        phoneHash BLOB,
        category TEXT NOT NULL,
        document TEXT NOT NULL,
        birthDay INTEGER,
        sex TEXT,
        area TEXT,
        household TEXT,
        education TEXT,
        registeredDay INTEGER,
        industry TEXT,
        hadSubsidy INTEGER,
        consentDay INTEGER,
        wish TEXT,
        remarks TEXT,
        followedTo INTEGER,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        replacedOn INTEGER NOT NULL,
        FOREIGN KEY (centreID, code) REFERENCES traineeRecord (centreID, code)
      ) STRICT;
      CREATE INDEX traineeHistoryByCode ON traineeHistory (code);

      -- 台账: who belonged to which category, from when to when.
      CREATE TABLE categoryEntry (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        trainee TEXT NOT NULL,
        category TEXT NOT NULL CHECK (category <> ''),
        fromDay INTEGER NOT NULL,
        throughDay INTEGER CHECK (throughDay >= fromDay),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code)
      ) STRICT;
      CREATE INDEX categoryEntryByTrainee ON categoryEntry (trainee);

      -- What proves an entry of any ledger.
      CREATE TABLE evidence (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        entryID BLOB NOT NULL CHECK (length(entryID) = 16),
        kind TEXT NOT NULL CHECK (kind <> ''),
        referenceSealed BLOB,
        issuer TEXT,
        issuedDay INTEGER,
        digest TEXT
      ) STRICT;
      CREATE INDEX evidenceByEntry ON evidence (entryID);

      -- That an entry of a ledger was wrong and counts no more.
      CREATE TABLE correction (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        entryID BLOB NOT NULL CHECK (length(entryID) = 16),
        reason TEXT NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;
      CREATE INDEX correctionByEntry ON correction (entryID);

      CREATE TABLE samePersonDecision (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        firstCode TEXT NOT NULL,
        secondCode TEXT NOT NULL CHECK (firstCode < secondCode),
        isSame INTEGER NOT NULL CHECK (isSame IN (0, 1)),
        note TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;

      -- 意愿摸底: people who wish to start and are not enrolled yet.
      CREATE TABLE intent (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        idNumberSealed BLOB,
        idNumberHash BLOB CHECK (length(idNumberHash) = 32),
        phoneSealed BLOB,
        birthDay INTEGER,
        area TEXT,
        categories TEXT NOT NULL,
        wish TEXT NOT NULL,
        industry TEXT,
        programme TEXT,
        capitalYuan INTEGER CHECK (capitalYuan >= 0),
        skill TEXT,
        yearsAway INTEGER CHECK (yearsAway >= 0),
        surveyedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK ((idNumberSealed IS NULL) = (idNumberHash IS NULL)),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE intentOutcome (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        intent TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('enrolled', 'givenUp', 'reopened')),
        detail TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, intent) REFERENCES intent (centreID, code)
      ) STRICT;
      """)
}
