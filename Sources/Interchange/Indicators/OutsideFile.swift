package import Civil
package import Indicators

/// Reads numbers from outside: what indicators are divided by, or surveys.
package enum OutsideFile {
  package enum Reading: Sendable {
    case denominators(FileReading<Denominator>)
    case surveys(FileReading<SurveyCount>)

    package var problems: [ImportProblem] {
      switch self {
      case .denominators(let reading): reading.problems
      case .surveys(let reading): reading.problems
      }
    }
  }

  /// What a file holds, told by its columns; days after `today` are errors.
  package static func read(_ bytes: [UInt8], file: String, today: CivilDate) throws(WorkbookError) -> Reading
  {
    var surveys = try TableFile.rows(Tables.surveys, of: bytes, file: file)
    guard !surveys.isUsable else {
      for (number, row) in Array(surveys.sound) {
        check(row.on, today, "on", row: number, in: &surveys)
        if row.yes + row.no + row.silent == 0 {
          surveys.report(
            .error, row: number, "yes", found: "0", problem: Wording(zh: "没有调查对象", en: "nobody was asked"),
            expected: Wording(zh: "应有至少 1 人", en: "expected at least one"))
        }
      }
      return .surveys(FileReading(surveys))
    }
    var numbers = try TableFile.rows(Tables.denominators, of: bytes, file: file)
    for (number, row) in Array(numbers.sound) {
      check(row.publishedOn, today, "published_on", row: number, in: &numbers)
      if row.publishedOn < row.period.lowerBound {
        numbers.report(
          .warning, row: number, "published_on", found: row.publishedOn.description,
          problem: Wording(zh: "发布早于所述期间", en: "published before the period that it is about"),
          expected: Wording(zh: "请核对：是否为计划数", en: "check whether it is a plan"))
      }
    }
    return .denominators(FileReading(numbers))
  }

  private static func check<Row>(
    _ date: CivilDate, _ today: CivilDate, _ column: String, row: Int, in table: inout TableRows<Row>
  ) {
    guard date > today else { return }
    table.report(
      .error, row: row, column, found: date.description,
      problem: Wording(zh: "日期在将来", en: "a date in the future"),
      expected: Wording(zh: "应不晚于今天 \(today)", en: "expected no day after today, \(today)"))
  }
}
