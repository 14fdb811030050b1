extension SchemaStep {
  static let ventures = SchemaStep(
    name: "009 Ventures have founders, states, jobs, loans and subsidies with their days",
    sql: """
      -- 创业实体 as it began; what changed since stands in the ledger of its facts.
      CREATE TABLE venture (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
        name TEXT NOT NULL,
        legalForm TEXT NOT NULL CHECK (legalForm <> ''),
        -- 'none', 'exempt' with the reason, or the number with its day, parted by tabs.
        registration TEXT NOT NULL CHECK (registration <> ''),
        industry TEXT,
        area TEXT NOT NULL,
        -- A line each, with a tab before the attempt.
        founders TEXT NOT NULL CHECK (founders <> ''),
        startUpCostFen INTEGER CHECK (startUpCostFen >= 0),
        incubator TEXT,
        address TEXT,
        phoneSealed BLOB,
        -- The number of the licence at present.
        licenceNow TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, code)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ventureByLicence ON venture (licenceNow) WHERE licenceNow IS NOT NULL;

      -- Who founds it at present, to find the ventures of a trainee.
      CREATE TABLE founder (
        venture TEXT NOT NULL REFERENCES venture (code),
        centreID BLOB NOT NULL REFERENCES centre,
        trainee TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        PRIMARY KEY (venture, trainee)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX founderByTrainee ON founder (trainee);

      -- Clustered by venture, as are the other ledgers: all of one venture is read in one piece.
      CREATE TABLE ventureFact (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        venture TEXT NOT NULL REFERENCES venture (code),
        number INTEGER NOT NULL CHECK (number >= 1),
        -- Null: the entry only strikes out the one that it corrects.
        kind TEXT,
        text TEXT,
        textSealed BLOB,
        fromDay INTEGER NOT NULL,
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK (kind IS NOT NULL OR corrects IS NOT NULL),
        FOREIGN KEY (venture, corrects) REFERENCES ventureFact (venture, number),
        PRIMARY KEY (venture, number)
      ) STRICT, WITHOUT ROWID;

      -- 台账: entries are numbered within their venture and never changed; one may correct an earlier one.
      CREATE TABLE ventureState (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        venture TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        -- Null: the entry only strikes out the one that it corrects.
        state TEXT CHECK (state IN ('preparing', 'registered', 'operating', 'suspended', 'deregistered', 'revoked',
          'transferred')),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK (state IS NOT NULL OR corrects IS NOT NULL),
        FOREIGN KEY (venture) REFERENCES venture (code),
        FOREIGN KEY (venture, corrects) REFERENCES ventureState (venture, number),
        PRIMARY KEY (venture, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE ventureJobs (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        venture TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        founders INTEGER CHECK (founders >= 0),
        employees INTEGER CHECK (employees >= 0),
        insured INTEGER CHECK (insured BETWEEN 0 AND employees),
        -- Of the employees those of key groups, as 'hard_to_employ=2;veteran=1'; blank: none told.
        keyGroups TEXT NOT NULL,
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK ((founders IS NULL) = (employees IS NULL) AND (employees IS NULL) = (insured IS NULL)),
        CHECK (employees IS NOT NULL OR corrects IS NOT NULL),
        FOREIGN KEY (venture) REFERENCES venture (code),
        FOREIGN KEY (venture, corrects) REFERENCES ventureJobs (venture, number),
        PRIMARY KEY (venture, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loan (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        borrower TEXT NOT NULL,
        venture TEXT,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, borrower) REFERENCES traineeRecord (centreID, code),
        FOREIGN KEY (venture) REFERENCES venture (code),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX loanByVenture ON loan (venture) WHERE venture IS NOT NULL;
      CREATE INDEX loanByBorrower ON loan (borrower);
      CREATE TABLE loanStep (
        id BLOB NOT NULL CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        loan TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        state TEXT CHECK (state IN ('applied', 'approved', 'disbursed', 'extended', 'overdue', 'repaid')),
        amountFen INTEGER CHECK (amountFen >= 0),
        fromDay INTEGER NOT NULL,
        toDay INTEGER CHECK (toDay >= fromDay),
        corrects INTEGER CHECK (corrects < number),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK (state IS NOT NULL AND amountFen IS NOT NULL OR corrects IS NOT NULL),
        FOREIGN KEY (centreID, loan) REFERENCES loan (centreID, code),
        FOREIGN KEY (loan, corrects) REFERENCES loanStep (loan, number),
        PRIMARY KEY (loan, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE subsidy (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        kind TEXT NOT NULL CHECK (kind <> ''),
        recipientKind TEXT NOT NULL CHECK (recipientKind IN ('person', 'venture')),
        recipient TEXT NOT NULL,
        amountFen INTEGER NOT NULL CHECK (amountFen >= 0),
        paidDay INTEGER NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE INDEX subsidyByRecipient ON subsidy (recipient);

      CREATE TABLE registerDecision (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        firm TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        trainee TEXT NOT NULL,
        isAccepted INTEGER NOT NULL CHECK (isAccepted IN (0, 1)),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL
      ) STRICT;
      """)
}
