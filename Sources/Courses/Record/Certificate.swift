package import Civil

/// A certificate of a class (创业培训合格证书).
package struct Certificate: Hashable, Sendable {
  /// The ledger's own, by which a correction names it; blank: it is not entered yet.
  package let id: String
  /// The unified number, unique among the centre's certificates that stand.
  package let number: String
  package let classID: String
  package let trainee: String
  package let issuedOn: CivilDate
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    id: String = "", number: String, classID: String, trainee: String, issuedOn: CivilDate,
    recordedOn: CivilDate, recordedBy: String
  ) {
    self.id = id
    self.number = number
    self.classID = classID
    self.trainee = trainee
    self.issuedOn = issuedOn
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
