extension SchemaStep {
  static let indicatorsAndTargets = SchemaStep(
    name: "011 What indicators need from outside has its source, and targets keep their earlier versions",
    sql: """
      CREATE TABLE denominator (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        kind TEXT NOT NULL CHECK (kind <> ''),
        area TEXT NOT NULL,
        firstDay INTEGER NOT NULL,
        lastDay INTEGER NOT NULL CHECK (lastDay >= firstDay),
        amount INTEGER NOT NULL CHECK (amount >= 0),
        unit TEXT NOT NULL CHECK (unit <> ''),
        source TEXT NOT NULL CHECK (source <> ''),
        publishedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;

      -- A survey or a check of papers, in numbers of those asked.
      CREATE TABLE survey (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        question TEXT NOT NULL CHECK (question <> ''),
        area TEXT NOT NULL,
        firstDay INTEGER NOT NULL,
        lastDay INTEGER NOT NULL CHECK (lastDay >= firstDay),
        yes INTEGER NOT NULL CHECK (yes >= 0),
        no INTEGER NOT NULL CHECK (no >= 0),
        silent INTEGER NOT NULL CHECK (silent >= 0),
        withdrawn INTEGER NOT NULL CHECK (withdrawn >= 0),
        source TEXT NOT NULL CHECK (source <> ''),
        day INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;

      -- 目标任务: of one code the row without a day of replacement holds.
      CREATE TABLE target (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        nameChinese TEXT NOT NULL,
        nameEnglish TEXT NOT NULL,
        area TEXT NOT NULL,
        owner TEXT NOT NULL,
        -- The indicator or count that it is measured by; blank: entered by hand.
        measure TEXT NOT NULL,
        amount INTEGER NOT NULL CHECK (amount >= 0),
        unit TEXT NOT NULL CHECK (unit <> ''),
        firstDay INTEGER NOT NULL,
        lastDay INTEGER NOT NULL CHECK (lastDay >= firstDay),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        replacedOn INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX targetInForce ON target (centreID, code) WHERE replacedOn IS NULL;
      CREATE TABLE targetMonth (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        targetID BLOB NOT NULL REFERENCES target ON DELETE CASCADE,
        lastDay INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount >= 0),
        UNIQUE (targetID, lastDay)
      ) STRICT;
      CREATE TABLE targetPart (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        targetID BLOB NOT NULL REFERENCES target ON DELETE CASCADE,
        part TEXT NOT NULL CHECK (part <> ''),
        UNIQUE (targetID, part)
      ) STRICT;
      """)
}
