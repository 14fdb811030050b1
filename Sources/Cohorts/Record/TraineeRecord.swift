package import Civil

/// What is on record of a trainee (学员档案), beyond the roster of one class.
package struct TraineeRecord: Hashable, Sendable {
  package let trainee: Trainee
  package let profile: TraineeProfile
  /// The last day before the consent to be followed was withdrawn; nil: it stands.
  package let followedTo: CivilDate?

  package init(_ trainee: Trainee, profile: TraineeProfile? = nil, followedTo: CivilDate? = nil) {
    self.trainee = trainee
    self.profile = profile ?? TraineeProfile(trainee: trainee.id)
    self.followedTo = followedTo
  }

  package var id: String { trainee.id }

  /// The record with what a later roster says in place of what it said before; what that leaves blank stays.
  ///
  /// Consent that is given after it was withdrawn lifts the withdrawal.
  package func updated(by later: TraineeRecord) -> TraineeRecord {
    let (old, new) = (trainee, later.trainee)
    let (before, after) = (profile, later.profile)
    return TraineeRecord(
      Trainee(
        id: id, name: new.name, idNumber: new.idNumber ?? old.idNumber, category: new.category,
        area: new.area ?? old.area, phone: new.phone ?? old.phone,
        registeredOn: new.registeredOn ?? old.registeredOn, industry: new.industry ?? old.industry,
        languages: new.languages.isEmpty ? old.languages : new.languages),
      profile: TraineeProfile(
        trainee: id, document: new.idNumber == nil ? before.document : after.document,
        sex: after.sex ?? before.sex, birthDate: after.birthDate ?? before.birthDate,
        education: after.education ?? before.education, household: after.household ?? before.household,
        householdNumber: after.householdNumber ?? before.householdNumber,
        hadSubsidy: after.hadSubsidy ?? before.hadSubsidy, consentOn: after.consentOn ?? before.consentOn,
        wish: after.wish ?? before.wish, remarks: after.remarks ?? before.remarks),
      followedTo: later.followedTo
        ?? followedTo.flatMap { end in after.consentOn.map { $0 > end } ?? false ? nil : end })
  }

  /// The resident identity number, where it is a sound one.
  package var residentID: ResidentID? { trainee.idNumber.flatMap { try? ResidentID($0) } }

  /// By the identity number, else as the roster says.
  package var bornOn: CivilDate? { residentID?.birthDate ?? profile.birthDate }

  /// By the identity number, else as the roster says.
  package var sex: Sex? { residentID?.sex ?? profile.sex }

  package var area: AreaCode? { trainee.area.flatMap { AreaCode($0) } }

  /// What of it is compared with other records of people; the identity number serves as the key.
  package var record: PersonRecord {
    PersonRecord(
      id: id, name: trainee.name, identityKey: trainee.idNumber, phone: trainee.phone, birthDate: bornOn,
      area: area)
  }
}
