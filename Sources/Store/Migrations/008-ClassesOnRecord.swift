extension SchemaStep {
  static let classesOnRecord = SchemaStep(
    name: "008 A class keeps its steps, its attendance, its plans and its certificates",
    sql: """
      -- 班级档案: what was published of a class last; it stays when the plan goes on.
      CREATE TABLE classRecord (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        course TEXT NOT NULL,
        courseName TEXT NOT NULL,
        programme TEXT NOT NULL,
        cohort TEXT NOT NULL,
        cohortName TEXT NOT NULL,
        site TEXT NOT NULL,
        area TEXT NOT NULL,
        firstDay INTEGER NOT NULL,
        lastDay INTEGER NOT NULL CHECK (lastDay >= firstDay),
        periods INTEGER NOT NULL CHECK (periods >= 0),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX classRecordByLastDay ON classRecord (lastDay);
      CREATE TABLE classTeacher (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        UNIQUE (class, person)
      ) STRICT;
      -- The half days on which a class was held, with the periods that each trainee could attend.
      CREATE TABLE classHalfDay (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        day INTEGER NOT NULL,
        block TEXT NOT NULL CHECK (block <> ''),
        periods INTEGER NOT NULL CHECK (periods >= 1),
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        UNIQUE (class, day, block)
      ) STRICT;
      CREATE TABLE classMember (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        joinedOn INTEGER NOT NULL,
        leftOn INTEGER,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        PRIMARY KEY (class, trainee)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX classMemberByTrainee ON classMember (trainee);

      CREATE TABLE classStep (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('preparing', 'submitted', 'approved', 'opened', 'teaching', 'completed', 'claimed', 'archived')),
        day INTEGER NOT NULL,
        paper TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code)
      ) STRICT;
      CREATE INDEX classStepByClass ON classStep (class);

      -- Cells of the signed sheet (考勤册); of one cell the row with the highest number holds.
      CREATE TABLE attendance (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        day INTEGER NOT NULL,
        block TEXT NOT NULL CHECK (block <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        periods INTEGER NOT NULL CHECK (periods >= 0),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (class, trainee) REFERENCES classMember (class, trainee),
        PRIMARY KEY (class, trainee, day, block, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE planReview (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        grade TEXT NOT NULL CHECK (grade IN ('excellent', 'pass', 'fail')),
        score INTEGER CHECK (score BETWEEN 0 AND 100),
        remarks TEXT,
        day INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code)
      ) STRICT;
      CREATE INDEX planReviewByClass ON planReview (class);

      CREATE TABLE certificate (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number TEXT NOT NULL CHECK (number <> ''),
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        issuedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        UNIQUE (centreID, number),
        UNIQUE (class, trainee)
      ) STRICT;
      CREATE INDEX certificateByTrainee ON certificate (trainee);

      CREATE TABLE trainingClaim (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        occasion TEXT NOT NULL CHECK (occasion IN ('completion', 'success')),
        amountFen INTEGER NOT NULL CHECK (amountFen >= 0),
        claimedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (class, trainee) REFERENCES classMember (class, trainee),
        UNIQUE (class, trainee, occasion)
      ) STRICT;
      CREATE INDEX trainingClaimByTrainee ON trainingClaim (trainee);

      -- That somebody was trained at public cost: what an entitlement is counted by, across all years.
      CREATE TABLE subsidisedTraining (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        trainee TEXT NOT NULL,
        programme TEXT NOT NULL,
        class TEXT NOT NULL,
        day INTEGER NOT NULL,
        area TEXT NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code)
      ) STRICT;
      CREATE INDEX subsidisedTrainingByTrainee ON subsidisedTraining (trainee);
      """)
}
