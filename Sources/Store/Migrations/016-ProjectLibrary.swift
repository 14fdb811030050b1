extension SchemaStep {
  static let projectLibrary = SchemaStep(
    name: "016 The project library has its projects, their way through review, and who chose them",
    sql: """
      -- What was handed in, by version: the last one holds.
      CREATE TABLE project (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        kind TEXT NOT NULL CHECK (kind IN ('project', 'idea')),
        name TEXT NOT NULL CHECK (name <> ''),
        summary TEXT NOT NULL,
        source TEXT NOT NULL,
        owner TEXT NOT NULL,
        industry TEXT,
        investmentLowFen INTEGER CHECK (investmentLowFen >= 0),
        investmentHighFen INTEGER CHECK (investmentHighFen >= investmentLowFen),
        staffLow INTEGER CHECK (staffLow >= 0),
        staffHigh INTEGER CHECK (staffHigh >= staffLow),
        space INTEGER CHECK (space >= 0),
        -- A line each.
        skills TEXT NOT NULL,
        paybackMonths INTEGER CHECK (paybackMonths >= 0),
        -- A line each: kind, level and remedy, parted by tabs.
        risks TEXT NOT NULL,
        fit TEXT NOT NULL,
        area TEXT,
        isHighTech INTEGER NOT NULL CHECK (isHighTech IN (0, 1)),
        collectedDay INTEGER NOT NULL,
        validUntilDay INTEGER CHECK (validUntilDay >= collectedDay),
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= collectedDay),
        recordedBy TEXT NOT NULL,
        CHECK ((investmentLowFen IS NULL) = (investmentHighFen IS NULL)),
        CHECK ((staffLow IS NULL) = (staffHigh IS NULL)),
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE projectStep (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        project TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        state TEXT NOT NULL CHECK (state IN ('collected', 'review', 'listed', 'promoted', 'retired')),
        fromDay INTEGER NOT NULL,
        -- A line each: reviewer, unit, verdict and remark, parted by tabs.
        opinions TEXT NOT NULL,
        reason TEXT,
        validUntilDay INTEGER,
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= fromDay),
        recordedBy TEXT NOT NULL,
        PRIMARY KEY (project, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE projectChoice (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        project TEXT NOT NULL,
        trainee TEXT NOT NULL,
        day INTEGER NOT NULL,
        venture TEXT,
        event TEXT,
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        FOREIGN KEY (venture) REFERENCES venture (code)
      ) STRICT;
      CREATE INDEX projectChoiceByProject ON projectChoice (project);
      CREATE INDEX projectChoiceByTrainee ON projectChoice (trainee);
      """)
}
