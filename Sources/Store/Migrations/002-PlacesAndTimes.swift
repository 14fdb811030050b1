extension SchemaStep {
  static let placesAndTimes = SchemaStep(
    name: "002 Places and times are kept as the centre plans by them",
    sql: """
      CREATE TABLE block (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        startMinute INTEGER NOT NULL CHECK (startMinute BETWEEN 0 AND 1439),
        periods INTEGER NOT NULL CHECK (periods >= 1),
        periodMinutes INTEGER NOT NULL CHECK (periodMinutes >= 1),
        breakMinutes INTEGER NOT NULL CHECK (breakMinutes >= 0),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE site (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL,
        area TEXT,
        latitude REAL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL CHECK (longitude BETWEEN -180 AND 180),
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE travel (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        fromSite TEXT NOT NULL,
        toSite TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes >= 0),
        FOREIGN KEY (centreID, fromSite) REFERENCES site (centreID, code),
        FOREIGN KEY (centreID, toSite) REFERENCES site (centreID, code),
        UNIQUE (centreID, fromSite, toSite)
      ) STRICT;
      CREATE TABLE room (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        code TEXT NOT NULL CHECK (code <> ''),
        site TEXT NOT NULL,
        name TEXT NOT NULL,
        capacity INTEGER NOT NULL CHECK (capacity >= 0),
        FOREIGN KEY (centreID, site) REFERENCES site (centreID, code),
        UNIQUE (centreID, code)
      ) STRICT;
      CREATE TABLE roomFeature (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES room,
        feature TEXT NOT NULL CHECK (feature <> ''),
        UNIQUE (ownerID, feature)
      ) STRICT;
      CREATE TABLE roomOpening (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES room,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        block TEXT NOT NULL,
        FOREIGN KEY (centreID, block) REFERENCES block (centreID, code),
        UNIQUE (ownerID, weekday, block)
      ) STRICT;
      CREATE TABLE markedDay (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        date TEXT NOT NULL CHECK (date(date) IS date),
        kind TEXT NOT NULL CHECK (kind IN ('holiday', 'makeUpDay')),
        name TEXT NOT NULL,
        isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
        UNIQUE (centreID, date, kind)
      ) STRICT;
      """)
}
