extension SchemaStep {
  static let languagesOfTrainees = SchemaStep(
    name: "021 Trainees may say which languages and dialects they speak",
    sql: """
      -- 语言和方言, one a line; NULL: not told.
      ALTER TABLE trainee ADD COLUMN languages TEXT;
      ALTER TABLE traineeRecord ADD COLUMN languages TEXT;
      ALTER TABLE traineeHistory ADD COLUMN languages TEXT;
      """)
}
