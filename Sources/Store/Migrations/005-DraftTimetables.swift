extension SchemaStep {
  static let draftTimetables = SchemaStep(
    name: "005 Drafts are kept with their cost, their seed and what they lack",
    sql: """
      -- Timetables name classes, people and rooms by code without referring to them: they outlive the facts.
      CREATE TABLE draft (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        madeAt INTEGER NOT NULL,
        madeBy TEXT NOT NULL,
        -- The 64 bits of an unsigned number.
        seed INTEGER NOT NULL,
        steps INTEGER NOT NULL CHECK (steps >= 0),
        UNIQUE (centreID, number)
      ) STRICT;
      CREATE TABLE draftCost (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        draftID BLOB NOT NULL REFERENCES draft ON DELETE CASCADE,
        rule TEXT NOT NULL,
        units INTEGER NOT NULL CHECK (units >= 0),
        weight REAL NOT NULL CHECK (weight >= 0),
        UNIQUE (draftID, rule)
      ) STRICT;
      CREATE TABLE draftUnplaced (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        draftID BLOB NOT NULL REFERENCES draft ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('class', 'mentoring')),
        class TEXT NOT NULL,
        module TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part >= 1),
        trainee TEXT NOT NULL,
        reasonChinese TEXT NOT NULL,
        reasonEnglish TEXT NOT NULL,
        CHECK ((kind = 'class') = (class <> '') AND (kind = 'mentoring') = (trainee <> '')),
        UNIQUE (draftID, kind, class, module, part, trainee)
      ) STRICT;
      CREATE TABLE draftSession (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        draftID BLOB NOT NULL REFERENCES draft ON DELETE CASCADE,
        session TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('class', 'mentoring')),
        class TEXT NOT NULL,
        module TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part >= 1),
        trainee TEXT NOT NULL,
        date TEXT NOT NULL CHECK (date(date) IS date),
        block TEXT NOT NULL,
        firstPeriod INTEGER NOT NULL CHECK (firstPeriod >= 1),
        periods INTEGER NOT NULL CHECK (periods >= 1),
        startMinute INTEGER NOT NULL CHECK (startMinute >= 0),
        endMinute INTEGER NOT NULL CHECK (endMinute > startMinute),
        site TEXT NOT NULL,
        room TEXT NOT NULL,
        CHECK ((kind = 'class') = (class <> '') AND (kind = 'mentoring') = (trainee <> '')),
        UNIQUE (draftID, session),
        UNIQUE (draftID, kind, class, module, part, trainee)
      ) STRICT;
      CREATE TABLE draftSessionPerson (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES draftSession ON DELETE CASCADE,
        person TEXT NOT NULL,
        UNIQUE (ownerID, person)
      ) STRICT;
      """)
}
