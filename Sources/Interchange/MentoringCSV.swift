import Civil
package import Mentors

/// Writes requests for mentoring as rows of the table mentoring (FORMATS.md).
package enum MentoringCSV {
  /// UTF-8 without byte order mark, LF line ends, one row a request in the order given.
  package static func write(_ requests: [MentoringRequest]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Tables.mentoring.columns.map(\.name))
    for one in requests {
      writer.write([
        one.trainee, one.mentor ?? "", "\(one.meetings)", "\(one.periods)", one.earliest?.description ?? "",
        one.latest?.description ?? "", "\(one.minGapDays)", one.mode.rawValue,
      ])
    }
    return writer.bytes
  }
}
