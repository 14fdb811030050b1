extension SchemaStep {
  static let correctedPapers = SchemaStep(
    name:
      "013 Certificates and claims can be corrected, targets can be reported, and the centre has its account",
    sql: """
      CREATE TABLE certificateLedger (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number TEXT NOT NULL CHECK (number <> ''),
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        issuedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, class) REFERENCES classRecord (centreID, code),
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code)
      ) STRICT;
      INSERT INTO certificateLedger (id, centreID, number, class, trainee, issuedDay, recordedOn, recordedBy)
      SELECT id, centreID, number, class, trainee, issuedDay, recordedOn, recordedBy FROM certificate
      ORDER BY rowid;
      DROP TABLE certificate;
      ALTER TABLE certificateLedger RENAME TO certificate;
      CREATE INDEX certificateByTrainee ON certificate (trainee);
      CREATE INDEX certificateByClass ON certificate (class, trainee);
      CREATE INDEX certificateByNumber ON certificate (number);
      CREATE TRIGGER certificateNumberIsUnique BEFORE INSERT ON certificate
      WHEN EXISTS (
        SELECT 1 FROM certificate AS held WHERE held.centreID = NEW.centreID AND held.number = NEW.number
          AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = held.id))
      BEGIN SELECT RAISE(ABORT, 'certificate number is unique'); END;
      CREATE TRIGGER certificateIsOneOfTheClass BEFORE INSERT ON certificate
      WHEN EXISTS (
        SELECT 1 FROM certificate AS held WHERE held.class = NEW.class AND held.trainee = NEW.trainee
          AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = held.id))
      BEGIN SELECT RAISE(ABORT, 'one certificate of a class and trainee'); END;

      CREATE TABLE claimLedger (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        occasion TEXT NOT NULL CHECK (occasion IN ('completion', 'success')),
        amountFen INTEGER NOT NULL CHECK (amountFen >= 0),
        claimedDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (class, trainee) REFERENCES classMember (class, trainee)
      ) STRICT;
      INSERT INTO claimLedger (id, centreID, class, trainee, occasion, amountFen, claimedDay, recordedOn, recordedBy)
      SELECT id, centreID, class, trainee, occasion, amountFen, claimedDay, recordedOn, recordedBy
      FROM trainingClaim ORDER BY rowid;
      DROP TABLE trainingClaim;
      ALTER TABLE claimLedger RENAME TO trainingClaim;
      CREATE INDEX trainingClaimByTrainee ON trainingClaim (trainee);
      CREATE INDEX trainingClaimByClass ON trainingClaim (class, trainee);
      CREATE TRIGGER trainingIsClaimedOnce BEFORE INSERT ON trainingClaim
      WHEN EXISTS (
        SELECT 1 FROM trainingClaim AS held
        WHERE held.class = NEW.class AND held.trainee = NEW.trainee AND held.occasion = NEW.occasion
          AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = held.id))
      BEGIN SELECT RAISE(ABORT, 'a stage of a trainee''s subsidy is claimed once'); END;

      -- How far targets are that no count measures; of one day the row that was recorded last holds.
      CREATE TABLE targetAmount (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        amount INTEGER NOT NULL CHECK (amount >= 0),
        day INTEGER NOT NULL,
        source TEXT NOT NULL CHECK (source <> ''),
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL
      ) STRICT;

      -- Where subsidies are paid to: the institution's account, not a person's.
      ALTER TABLE centre ADD COLUMN accountName TEXT;
      ALTER TABLE centre ADD COLUMN bank TEXT;
      ALTER TABLE centre ADD COLUMN account TEXT;
      """)
}
