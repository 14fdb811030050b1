extension SchemaStep {
  static let coursesAndPeople = SchemaStep(
    name: "003 Courses with their modules, and people with what they hold and when they can",
    sql: """
      CREATE TABLE course (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        programme TEXT NOT NULL CHECK (programme IN ('GYB', 'SYB', 'IYB', 'EYB', 'ONLINE', 'OTHER')),
        maxClassSize INTEGER NOT NULL CHECK (maxClassSize >= 1),
        minLecturers INTEGER NOT NULL CHECK (minLecturers >= 0),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE module (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        course TEXT NOT NULL,
        rank INTEGER NOT NULL,
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        periods INTEGER NOT NULL CHECK (periods >= 1),
        sessionPeriods INTEGER NOT NULL CHECK (sessionPeriods >= 1),
        qualification TEXT,
        team INTEGER NOT NULL CHECK (team >= 0),
        gapDays INTEGER NOT NULL CHECK (gapDays >= 0),
        FOREIGN KEY (centreID, course) REFERENCES course (centreID, code),
        UNIQUE (centreID, course, code)
      ) STRICT;
      CREATE TABLE moduleFeature (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES module,
        feature TEXT NOT NULL CHECK (feature <> ''),
        UNIQUE (ownerID, feature)
      ) STRICT;

      CREATE TABLE person (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        site TEXT,
        maxPeriodsDay INTEGER NOT NULL CHECK (maxPeriodsDay >= 0),
        maxPeriodsWeek INTEGER NOT NULL CHECK (maxPeriodsWeek >= 0),
        calendar TEXT,
        hasBusyTimes INTEGER NOT NULL CHECK (hasBusyTimes IN (0, 1)),
        email TEXT,
        phoneSealed BLOB,
        FOREIGN KEY (centreID, site) REFERENCES site (centreID, code),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE personRole (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES person,
        role TEXT NOT NULL CHECK (role IN ('lecturer', 'mentor', 'expert')),
        UNIQUE (ownerID, role)
      ) STRICT;
      CREATE TABLE personQualification (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES person,
        qualification TEXT NOT NULL CHECK (qualification <> ''),
        UNIQUE (ownerID, qualification)
      ) STRICT;
      CREATE TABLE personIndustry (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES person,
        industry TEXT NOT NULL CHECK (industry <> ''),
        UNIQUE (ownerID, industry)
      ) STRICT;
      CREATE TABLE personOpening (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES person,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        block TEXT NOT NULL,
        FOREIGN KEY (centreID, block) REFERENCES block (centreID, code),
        UNIQUE (ownerID, weekday, block)
      ) STRICT;
      -- Minutes since 1970-01-01 00:00 on the wall clock of the centre's zone; the end is free again.
      CREATE TABLE busyTime (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        person TEXT NOT NULL,
        fromMinute INTEGER NOT NULL,
        toMinute INTEGER NOT NULL CHECK (toMinute >= fromMinute),
        FOREIGN KEY (centreID, person) REFERENCES person (centreID, code)
      ) STRICT;
      """)
}
