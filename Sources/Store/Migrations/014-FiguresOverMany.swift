extension SchemaStep {
  // Figures over all trainees and ventures wait for the disk: what they read stands together, and little beside it.
  static let figuresOverMany = SchemaStep(
    name: "014 What figures count of every venture and every trainee stands together",
    sql: """
      -- A line for each venture with what figures count of it. Its ledgers stand as lines of their entries, in the
      -- order in which they were appended, their cells parted by a blank:
      --   states  number state fromDay toDay corrects recordedOn
      --   jobs    number founders employees insured fromDay toDay corrects recordedOn keyGroups
      -- The triggers below write it and nothing else does.
      CREATE TABLE ventureLife (
        venture TEXT NOT NULL PRIMARY KEY REFERENCES venture (code),
        recordedOn INTEGER NOT NULL,
        legalForm TEXT NOT NULL,
        registration TEXT NOT NULL,
        industry TEXT,
        area TEXT NOT NULL,
        founders TEXT NOT NULL,
        startUpCostFen INTEGER,
        incubator TEXT,
        states TEXT NOT NULL DEFAULT '',
        jobs TEXT NOT NULL DEFAULT ''
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER ventureBegins AFTER INSERT ON venture BEGIN
        INSERT INTO ventureLife (venture, recordedOn, legalForm, registration, industry, area, founders,
          startUpCostFen, incubator)
        VALUES (NEW.code, NEW.recordedOn, NEW.legalForm, NEW.registration, NEW.industry, NEW.area, NEW.founders,
          NEW.startUpCostFen, NEW.incubator);
      END;
      CREATE TRIGGER ventureStateAppended AFTER INSERT ON ventureState BEGIN
        UPDATE ventureLife SET states = states || NEW.number || ' ' || coalesce(NEW.state, '') || ' '
          || NEW.fromDay || ' ' || coalesce(NEW.toDay, '') || ' ' || coalesce(NEW.corrects, '') || ' '
          || NEW.recordedOn || char(10)
        WHERE venture = NEW.venture;
      END;
      CREATE TRIGGER ventureJobsAppended AFTER INSERT ON ventureJobs BEGIN
        UPDATE ventureLife SET jobs = jobs || NEW.number || ' ' || coalesce(NEW.founders, '') || ' '
          || coalesce(NEW.employees, '') || ' ' || coalesce(NEW.insured, '') || ' ' || NEW.fromDay || ' '
          || coalesce(NEW.toDay, '') || ' ' || coalesce(NEW.corrects, '') || ' ' || NEW.recordedOn || ' '
          || NEW.keyGroups || char(10)
        WHERE venture = NEW.venture;
      END;

      -- What was appended is never changed: neither the entries nor how a venture began.
      CREATE TRIGGER ventureStateStands BEFORE UPDATE ON ventureState BEGIN
        SELECT raise(ABORT, 'an entry of a ledger is never changed');
      END;
      CREATE TRIGGER ventureStateStays BEFORE DELETE ON ventureState BEGIN
        SELECT raise(ABORT, 'an entry of a ledger is never removed');
      END;
      CREATE TRIGGER ventureJobsStand BEFORE UPDATE ON ventureJobs BEGIN
        SELECT raise(ABORT, 'an entry of a ledger is never changed');
      END;
      CREATE TRIGGER ventureJobsStay BEFORE DELETE ON ventureJobs BEGIN
        SELECT raise(ABORT, 'an entry of a ledger is never removed');
      END;
      CREATE TRIGGER ventureStands BEFORE UPDATE OF code, recordedOn, legalForm, registration, industry, area,
        founders, startUpCostFen, incubator ON venture
      BEGIN
        SELECT raise(ABORT, 'how a venture began is never changed');
      END;

      INSERT INTO ventureLife
      SELECT code, recordedOn, legalForm, registration, industry, area, founders, startUpCostFen, incubator,
        coalesce((
          SELECT group_concat(line, '') FROM (
            SELECT number || ' ' || coalesce(state, '') || ' ' || fromDay || ' ' || coalesce(toDay, '') || ' '
              || coalesce(corrects, '') || ' ' || recordedOn || char(10) AS line
            FROM ventureState WHERE venture = venture.code ORDER BY number)), ''),
        coalesce((
          SELECT group_concat(line, '') FROM (
            SELECT number || ' ' || coalesce(founders, '') || ' ' || coalesce(employees, '') || ' '
              || coalesce(insured, '') || ' ' || fromDay || ' ' || coalesce(toDay, '') || ' '
              || coalesce(corrects, '') || ' ' || recordedOn || ' ' || keyGroups || char(10) AS line
            FROM ventureJobs WHERE venture = venture.code ORDER BY number)), '')
      FROM venture ORDER BY code;

      -- These hold all that is read of so many rows, so that the rows themselves are not.
      CREATE INDEX classMemberSpan ON classMember (class, trainee, leftOn);
      CREATE INDEX followUpCaseReached ON followUpCase (class, trainee, lastReached, followedTo);
      CREATE INDEX traineeRecordArea ON traineeRecord (code, area);
      CREATE INDEX helpRequestOpened ON helpRequest (openedDay, subject, recordedOn);
      """)
}
