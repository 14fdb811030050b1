extension SchemaStep {
  static let mentorPool = SchemaStep(
    name: "017 The pool has its members, their terms of service and their certificates",
    sql: """
      -- 导师库: who a member is and what help can be had, by version; the last one holds.
      CREATE TABLE poolMember (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        name TEXT NOT NULL CHECK (name <> ''),
        phoneSealed BLOB,
        trainee TEXT,
        -- Lists have a line each.
        kinds TEXT NOT NULL CHECK (kinds <> ''),
        department TEXT,
        links TEXT NOT NULL,
        industries TEXT NOT NULL,
        fields TEXT NOT NULL,
        areas TEXT NOT NULL,
        languages TEXT NOT NULL,
        capacity INTEGER CHECK (capacity >= 0),
        isFree INTEGER NOT NULL CHECK (isFree IN (0, 1)),
        isInTeam INTEGER NOT NULL CHECK (isInTeam IN (0, 1)),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        PRIMARY KEY (code, number)
      ) STRICT, WITHOUT ROWID;

      -- 申请、审核、聘任、续聘、暂停、解聘.
      CREATE TABLE poolStep (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        member TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        state TEXT CHECK (state IN ('applied', 'vetting', 'refused', 'serving', 'suspended', 'ended')),
        lastDay INTEGER CHECK (lastDay >= fromDay) CHECK (lastDay IS NULL OR state = 'serving'),
        reason TEXT,
        fromDay INTEGER NOT NULL,
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK (state IS NOT NULL OR corrects IS NOT NULL),
        CHECK (state NOT IN ('refused', 'suspended', 'ended') OR coalesce(reason, '') <> ''),
        FOREIGN KEY (member, corrects) REFERENCES poolStep (member, number),
        PRIMARY KEY (member, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE poolCertificate (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        member TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        kind TEXT CHECK (kind <> ''),
        paperSealed BLOB,
        yearlyPeriods INTEGER CHECK (yearlyPeriods >= 0),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK (kind IS NOT NULL OR corrects IS NOT NULL),
        FOREIGN KEY (member, corrects) REFERENCES poolCertificate (member, number),
        PRIMARY KEY (member, number)
      ) STRICT, WITHOUT ROWID;
      """)
}
