extension SchemaStep {
  static let areasAndHouseholds = SchemaStep(
    name: "012 Areas have names, and trainees may say of which household they are",
    sql: """
      -- 区划名称: of one code the row without a day of replacement holds.
      CREATE TABLE area (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        code TEXT NOT NULL CHECK (code <> ''),
        nameChinese TEXT NOT NULL CHECK (nameChinese <> ''),
        nameEnglish TEXT NOT NULL CHECK (nameEnglish <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        replacedOn INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX areaInForce ON area (centreID, code) WHERE replacedOn IS NULL;

      -- 户号: sealed as other numbers of persons; the keyed hash tells one household from another.
      ALTER TABLE traineeRecord ADD COLUMN householdSealed BLOB;
      ALTER TABLE traineeRecord ADD COLUMN householdHash BLOB CHECK (length(householdHash) = 32);
      CREATE INDEX traineeRecordByHousehold ON traineeRecord (code, householdHash) WHERE householdHash IS NOT NULL;
      ALTER TABLE traineeHistory ADD COLUMN householdSealed BLOB;
      ALTER TABLE traineeHistory ADD COLUMN householdHash BLOB;
      """)
}
