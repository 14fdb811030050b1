extension SchemaStep {
  static let centreAndLedger = SchemaStep(
    name: "001 A centre has one row, and a ledger of what was imported",
    sql: """
      -- One row: the secret that seals personal numbers is known by what it makes of a constant.
      CREATE TABLE sealing (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 32)
      ) STRICT;

      CREATE TABLE centre (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL,
        timeZone TEXT NOT NULL CHECK (timeZone <> ''),
        planFrom TEXT NOT NULL CHECK (date(planFrom) IS planFrom),
        planTo TEXT NOT NULL CHECK (date(planTo) IS planTo) CHECK (planFrom <= planTo),
        defaultTravelMinutes INTEGER NOT NULL CHECK (defaultTravelMinutes >= 0)
      ) STRICT;
      CREATE TABLE centreCalendar (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES centre,
        name TEXT NOT NULL CHECK (name <> ''),
        UNIQUE (ownerID, position)
      ) STRICT;

      -- 台账: who brought which facts in, and when.
      CREATE TABLE import (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        importedAt INTEGER NOT NULL,
        importedBy TEXT NOT NULL,
        source TEXT NOT NULL
      ) STRICT;
      CREATE TABLE importCount (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        position INTEGER NOT NULL CHECK (position >= 0),
        ownerID BLOB NOT NULL REFERENCES import,
        tableName TEXT NOT NULL CHECK (tableName <> ''),
        rows INTEGER NOT NULL CHECK (rows >= 0),
        UNIQUE (ownerID, tableName)
      ) STRICT;
      """)
}
