extension SchemaStep {
  static let publications = SchemaStep(
    name: "006 A published session keeps its identity and every revision of it",
    sql: """
      -- 台账: every time that a draft was put in force; the last one is.
      CREATE TABLE publication (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        draftID BLOB NOT NULL REFERENCES draft,
        publishedAt INTEGER NOT NULL,
        publishedBy TEXT NOT NULL,
        planFrom TEXT NOT NULL CHECK (date(planFrom) IS planFrom),
        planTo TEXT NOT NULL CHECK (date(planTo) IS planTo) CHECK (planFrom <= planTo),
        UNIQUE (centreID, number)
      ) STRICT;

      -- A session's life: its id is what calendars know it by.
      CREATE TABLE session (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        kind TEXT NOT NULL CHECK (kind IN ('class', 'mentoring')),
        class TEXT NOT NULL,
        module TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part >= 1),
        trainee TEXT NOT NULL,
        CHECK ((kind = 'class') = (class <> '') AND (kind = 'mentoring') = (trainee <> '')),
        UNIQUE (centreID, kind, class, module, part, trainee)
      ) STRICT;

      -- What subscribers were told of a session, one row each time that something changed.
      CREATE TABLE revision (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        sessionID BLOB NOT NULL REFERENCES session,
        publicationID BLOB NOT NULL REFERENCES publication,
        number INTEGER NOT NULL CHECK (number >= 0),
        sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND number * 2),
        revisedAt INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('confirmed', 'tentative', 'cancelled')),
        date TEXT NOT NULL CHECK (date(date) IS date),
        block TEXT NOT NULL,
        firstPeriod INTEGER NOT NULL CHECK (firstPeriod >= 1),
        periods INTEGER NOT NULL CHECK (periods >= 1),
        startMinute INTEGER NOT NULL CHECK (startMinute >= 0),
        endMinute INTEGER NOT NULL CHECK (endMinute > startMinute),
        site TEXT NOT NULL,
        room TEXT NOT NULL,
        courseName TEXT NOT NULL,
        programme TEXT NOT NULL,
        title TEXT NOT NULL,
        parts INTEGER NOT NULL CHECK (parts >= 1),
        headCount INTEGER NOT NULL CHECK (headCount >= 0),
        siteName TEXT NOT NULL,
        latitude REAL,
        longitude REAL,
        roomName TEXT NOT NULL,
        UNIQUE (sessionID, number)
      ) STRICT;
      CREATE TABLE revisionPerson (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES revision,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (ownerID, person)
      ) STRICT;

      -- Who joined a class and who left it, as published.
      CREATE TABLE rosterChange (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        publicationID BLOB NOT NULL REFERENCES publication,
        class TEXT NOT NULL,
        trainee TEXT NOT NULL,
        isEnrolled INTEGER NOT NULL CHECK (isEnrolled IN (0, 1)),
        UNIQUE (publicationID, class, trainee)
      ) STRICT;

      -- A person, room or trainee that no longer belongs to a session, and the last that was known there of it.
      CREATE TABLE withdrawal (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        publicationID BLOB NOT NULL REFERENCES publication,
        revisionID BLOB NOT NULL REFERENCES revision,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'room', 'trainee')),
        code TEXT NOT NULL CHECK (code <> ''),
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        revisedAt INTEGER NOT NULL,
        UNIQUE (publicationID, revisionID, kind, code)
      ) STRICT;

      -- Whom feeds are written for, by the name they had when last published.
      CREATE TABLE feedOwner (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        kind TEXT NOT NULL CHECK (kind IN ('class', 'person', 'room', 'trainee')),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
        UNIQUE (centreID, kind, code)
      ) STRICT;
      """)
}
