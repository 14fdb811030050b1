package import Civil

/// How many periods (课时) a trainee attended in a half day of a class: one cell of the signed sheet (考勤册).
///
/// Of several records of one half day the one recorded last holds; the earlier ones stay in the ledger.
package struct Attendance: Hashable, Sendable {
  package let classID: String
  package let trainee: String
  package let date: CivilDate
  /// The block's id (`AM`).
  package let block: String
  /// At least 0; 0: absent.
  package let periods: Int
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    classID: String, trainee: String, date: CivilDate, block: String, periods: Int, recordedOn: CivilDate,
    recordedBy: String
  ) {
    self.classID = classID
    self.trainee = trainee
    self.date = date
    self.block = block
    self.periods = periods
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
