package import Civil

/// A certificate of a class (创业培训合格证书).
package struct Certificate: Hashable, Sendable {
  /// The unified number, unique in the centre.
  package let number: String
  package let classID: String
  package let trainee: String
  package let issuedOn: CivilDate
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    number: String, classID: String, trainee: String, issuedOn: CivilDate, recordedOn: CivilDate,
    recordedBy: String
  ) {
    self.number = number
    self.classID = classID
    self.trainee = trainee
    self.issuedOn = issuedOn
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
