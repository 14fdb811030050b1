package import Civil

/// That the subsidy for a trainee's training was claimed (补贴申领), one stage of it.
package struct TrainingClaim: Hashable, Sendable {
  package let id: String
  package let classID: String
  package let trainee: String
  package let occasion: ClaimRule.Occasion
  package let amount: Money
  package let claimedOn: CivilDate
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    id: String, classID: String, trainee: String, occasion: ClaimRule.Occasion, amount: Money,
    claimedOn: CivilDate, recordedOn: CivilDate, recordedBy: String
  ) {
    self.id = id
    self.classID = classID
    self.trainee = trainee
    self.occasion = occasion
    self.amount = amount
    self.claimedOn = claimedOn
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
