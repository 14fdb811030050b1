extension SchemaStep {
  static let pledgesPairingsAssignments = SchemaStep(
    name: "019 Officers pledge, two are paired, mentors are assigned, and each of these ends with a reason",
    sql: """
      -- 三包责任: one officer answers for a trainee's project, service and supervision.
      CREATE TABLE pledge (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        trainee TEXT NOT NULL,
        officer TEXT NOT NULL CHECK (officer <> ''),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        UNIQUE (centreID, number)
      ) STRICT;
      CREATE INDEX pledgeByTrainee ON pledge (trainee);

      -- Handed on to another officer from a day on.
      CREATE TABLE pledgeOfficer (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        pledge INTEGER NOT NULL,
        officer TEXT NOT NULL CHECK (officer <> ''),
        fromDay INTEGER NOT NULL,
        reason TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, pledge) REFERENCES pledge (centreID, number)
      ) STRICT;
      CREATE INDEX pledgeOfficerByPledge ON pledgeOfficer (pledge);

      -- 履责台账: what was done for an item.
      CREATE TABLE pledgeDeed (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        pledge INTEGER NOT NULL,
        item TEXT NOT NULL CHECK (item IN ('project', 'service', 'supervision')),
        day INTEGER NOT NULL,
        what TEXT NOT NULL CHECK (what <> ''),
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, pledge) REFERENCES pledge (centreID, number),
        UNIQUE (centreID, number)
      ) STRICT;
      CREATE INDEX pledgeDeedByPledge ON pledgeDeed (pledge);

      -- 双联、挂钩、结对互助.
      CREATE TABLE pairing (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        kind TEXT NOT NULL CHECK (kind IN ('departmentCommunity', 'cadreHousehold', 'cadreFirm', 'peers')),
        helper TEXT NOT NULL CHECK (helper <> ''),
        helped TEXT NOT NULL CHECK (helped <> '' AND helped <> helper),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        -- How it came about; NULL: somebody decided it.
        reason TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, number)
      ) STRICT;

      -- 导师与学员的辅导关系.
      CREATE TABLE assignment (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        mentor TEXT NOT NULL CHECK (mentor <> ''),
        trainee TEXT NOT NULL,
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        origin TEXT NOT NULL CHECK (origin IN ('officer', 'bestTotal', 'everyoneFirst', 'twoWay')),
        reason TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        UNIQUE (centreID, number)
      ) STRICT;
      CREATE INDEX assignmentByMentor ON assignment (mentor);
      CREATE INDEX assignmentByTrainee ON assignment (trainee);

      -- The last day of a pledge, a pairing or an assignment; of several the one recorded last holds.
      CREATE TABLE ending (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        entryID BLOB NOT NULL CHECK (length(entryID) = 16),
        day INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;
      CREATE INDEX endingByEntry ON ending (entryID);
      """)
}
