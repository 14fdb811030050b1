extension SchemaStep {
  static let guidance = SchemaStep(
    name: "015 Guidance is recorded by links of the service chain, and help says how it was settled",
    sql: """
      ALTER TABLE helpRequest ADD COLUMN outcome TEXT;

      -- 创业指导台账: entries that were wrong are struck out by a correction.
      CREATE TABLE guidance (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        trainee TEXT NOT NULL,
        mentor TEXT NOT NULL CHECK (mentor <> ''),
        link TEXT NOT NULL CHECK (link <> ''),
        day INTEGER NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes >= 0),
        mode TEXT NOT NULL CHECK (mode IN ('office', 'visit', 'online')),
        outcome TEXT NOT NULL CHECK (outcome IN ('held', 'finished', 'missed')),
        notes TEXT,
        nextAction TEXT,
        nextDay INTEGER,
        request TEXT,
        recordedOn INTEGER NOT NULL CHECK (recordedOn >= day),
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        FOREIGN KEY (centreID, request) REFERENCES helpRequest (centreID, code),
        UNIQUE (centreID, number)
      ) STRICT;
      CREATE INDEX guidanceByTrainee ON guidance (trainee, day);
      CREATE INDEX guidanceByDay ON guidance (day);
      CREATE INDEX guidanceByMentor ON guidance (mentor, day);
      """)
}
