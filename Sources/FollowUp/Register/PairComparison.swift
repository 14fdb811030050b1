import Civil
import Cohorts

/// Compares one person of the register with one trainee.
struct PairComparison {
  let rules: LinkageRules
  let counts: RegisterCounts

  /// What speaks for them being one person and what against, in the order of `LinkProposal.reasons`.
  func reasons(_ firm: PreparedFirm, _ person: PreparedFirm.Person, _ trainee: RosterIndex.Entry)
    -> [LinkReason]
  {
    var reasons: [LinkReason] = []
    if let identity = identity(person.person, trainee.person) { reasons.append(identity) }
    if let name = name(person.name, trainee.name) { reasons.append(name) }
    if let phone = phone(person.phones, trainee.phones) { reasons.append(phone) }
    if let mine = firm.county, let theirs = trainee.county { reasons.append(area(mine, theirs)) }
    if let date = firm.firm.registeredOn, let trained = trainee.person.trained {
      reasons.append(time(date, trained))
    }
    if let mine = firm.section, let theirs = trainee.section {
      let chance = counts.share(ofSection: theirs)
      let share = rules.shares.sameIndustry
      reasons.append(
        mine == theirs
          ? LinkReason(.sameIndustry, share / chance)
          : LinkReason(.otherIndustry, (1 - share) / max(1 - chance, 0.01)))
    }
    return reasons
  }

  /// Two people share a whole number only by mistake.
  private static let chanceOfIdentity = 1e-9

  private func identity(_ person: RegisteredPerson, _ trainee: RosterPerson) -> LinkReason? {
    let against = rules.shares.otherIdentity
    if let mine = person.identityKey, let theirs = trainee.identityKey {
      return mine == theirs
        ? LinkReason(.sameIdentity, (1 - against) / PairComparison.chanceOfIdentity)
        : LinkReason(.otherIdentity, against)
    }
    guard let mine = person.maskedIdentity, let theirs = trainee.maskedIdentity,
      let (common, differing) = mine.comparison(with: theirs)
    else { return nil }
    guard differing.isEmpty else { return LinkReason(.otherPlaces, against) }
    let factor = common.reduce(1 - against) { $0 * PairComparison.choices[$1] }
    return LinkReason(.samePlaces(common.count), factor)
  }

  /// Of how many alike one person is singled out by each place of an identity number: the area's digits tell little
  /// among neighbours, the century next to nothing, the tens of month, day and sequence less than their units.
  private static let choices: [Double] = [
    1.2, 1.2, 1.3, 1.3, 1.6, 1.6, 1, 1.2, 3, 9, 1.8, 6, 3, 9, 2.5, 9, 9, 10,
  ]

  private func name(_ mine: PersonName, _ theirs: PersonName) -> LinkReason? {
    guard !mine.isEmpty, !theirs.isEmpty else { return nil }
    let shares = rules.shares
    if mine == theirs {
      return LinkReason(
        .sameName(inRegister: counts.entries(named: mine)), shares.sameName / counts.share(ofName: mine))
    }
    if mine.isNear(theirs) {
      // Of two characters one is the surname, and a few surnames are most people's.
      let chance = min(mine.scalars.count, theirs.scalars.count) <= 2 ? 0.03 : 0.002
      return LinkReason(.nearName, shares.nearName / chance)
    }
    return LinkReason(.otherName, 1 - shares.sameName - shares.nearName)
  }

  /// A phone one digit off is a relative's or a colleague's more often than chance has it.
  private static let chanceOfNearPhone = 1e-5

  private func phone(_ mine: [PhoneNumber], _ theirs: [PhoneNumber]) -> LinkReason? {
    guard !mine.isEmpty, !theirs.isEmpty else { return nil }
    let shares = rules.shares
    let same = mine.filter(theirs.contains).min { counts.share(ofPhone: $0) < counts.share(ofPhone: $1) }
    if let same {
      return LinkReason(
        .samePhone(inRegister: counts.entries(withPhone: same)),
        max(1, shares.samePhone / counts.share(ofPhone: same)))
    }
    if mine.contains(where: { phone in theirs.contains(where: phone.isNear) }) {
      return LinkReason(.nearPhone, shares.nearPhone / PairComparison.chanceOfNearPhone)
    }
    return LinkReason(.otherPhone, 1 - shares.samePhone - shares.nearPhone)
  }

  private func area(_ firm: AreaCode, _ trainee: AreaCode) -> LinkReason {
    let shares = rules.shares
    let chance = counts.shares(around: trainee)
    if firm == trainee { return LinkReason(.sameCounty, shares.sameCounty / chance.county) }
    if firm.ancestor(at: .prefecture) == trainee.ancestor(at: .prefecture) {
      return LinkReason(.samePrefecture, shares.samePrefecture / chance.prefecture)
    }
    let elsewhere = max(0.01, 1 - chance.county - chance.prefecture)
    return LinkReason(.elsewhere, (1 - shares.sameCounty - shares.samePrefecture) / elsewhere)
  }

  private func time(_ date: CivilDate, _ trained: ClosedRange<CivilDate>) -> LinkReason {
    let shares = rules.shares
    let (first, last) = (trained.lowerBound, trained.upperBound)
    if date < first {
      return LinkReason(
        .beforeCourse(days: first - date), shares.before / counts.share(from: nil, before: first))
    }
    let (one, three) = (last.adding(months: 12), last.adding(months: 36))
    let sign: LinkReason.Sign = date <= last ? .duringCourse : .afterCourse(days: date - last)
    if date < one { return LinkReason(sign, shares.withinOneYear / counts.share(from: first, before: one)) }
    if date < three {
      return LinkReason(sign, shares.withinThreeYears / counts.share(from: one, before: three))
    }
    return LinkReason(sign, shares.later / counts.share(from: three, before: nil))
  }
}
