extension SchemaStep {
  static let reportedPlacements = SchemaStep(
    name: "022 What reports say that projects brought is kept with who said it of which day",
    sql: """
      -- 汇总上报: sums without a list of people behind them; reported anew, the earlier row is struck out.
      CREATE TABLE reportedPlacement (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        source TEXT NOT NULL CHECK (source <> ''),
        area TEXT,
        day INTEGER NOT NULL,
        projects INTEGER NOT NULL CHECK (projects >= 0),
        investedFen INTEGER CHECK (investedFen >= 0),
        placed INTEGER NOT NULL CHECK (placed >= 0),
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL,
        UNIQUE (centreID, number)
      ) STRICT;
      """)
}
