package import Civil
import Cohorts

/// Links an extract of the business register to the trainees.
package struct RegisterLinking: Sendable {
  /// All proposals: by firm in the extract's order, then by the person's place, the likeliest first.
  package let proposals: [LinkProposal]
  /// The share of the register's people who are trainees, as estimated.
  package let linkedShare: Double

  /// Compares everybody in the register with the trainees who share something telling.
  ///
  /// For each person of the register the trainees compete with each other and with the possibility that it is nobody
  /// of the roster. A trainee stands for one person of a firm at most. What was accepted up to the day is not proposed
  /// again, what was refused neither. `size`: of the whole roster, where only those are given whom the register may
  /// name (``SoughtPeople``).
  package init(
    _ firms: [RegisteredFirm], to roster: [RosterPerson], of size: Int? = nil,
    rules: LinkageRules = LinkageRules(), decisions: [LinkDecision] = [], asKnownOn known: CivilDate
  ) {
    let decided = DecidedLinks(decisions, asKnownOn: known)
    let index = RosterIndex(roster, mostOfOnePhone: rules.mostOfOnePhone)
    let prepared = firms.map(PreparedFirm.init)
    let comparison = PairComparison(
      rules: rules, counts: RegisterCounts(prepared, roster: index, of: size ?? roster.count, rules: rules))
    var contests: [Contest] = []
    for (number, firm) in prepared.enumerated() {
      for (place, person) in firm.people.enumerated() {
        if decided.isAccepted(firm: firm.firm.id, place: place) { continue }
        var rivals: [Rival] = []
        for trainee in index.candidates(for: person.person, name: person.name, phones: person.phones) {
          let id = index.entries[trainee].person.id
          if decided.excludes(firm: firm.firm.id, place: place, trainee: id) { continue }
          let reasons = comparison.reasons(firm, person, index.entries[trainee])
          rivals.append(Rival(trainee: trainee, odds: reasons.reduce(1) { $0 * $1.factor }))
        }
        if !rivals.isEmpty { contests.append(Contest(firm: number, place: place, rivals: rivals)) }
      }
    }
    let people = comparison.counts.people
    let share = RegisterLinking.estimate(contests, people: people, roster: size ?? roster.count, rules: rules)
    linkedShare = share
    let prior = share / (1 - share) / Double(max(1, size ?? roster.count))
    var proposals: [LinkProposal] = []
    var next = 0
    while next < contests.count {
      let firm = contests[next].firm
      let end = contests[next...].firstIndex { $0.firm != firm } ?? contests.count
      let contested = contests[next..<end]
      next = end
      proposals += FirmDraw(contested, prior: prior, rules: rules).proposals {
        place, rival, probability, rivals in
        let entry = index.entries[rival]
        let reasons = comparison.reasons(prepared[firm], prepared[firm].people[place], entry)
        let isExact = probability >= rules.acceptance && !rivals && LinkReason.suffice(reasons)
        return LinkProposal(
          firm: prepared[firm].firm.id, place: place, trainee: entry.person.id,
          verdict: isExact ? .exact : .doubtful, probability: probability, reasons: reasons,
          hasRivals: rivals)
      }
    }
    self.proposals = proposals
  }

  /// The share of the register's people who are trainees: the mean of the probabilities that it gives itself, a few
  /// steps of expectation and maximisation (Dempster, Laird and Rubin, 1977).
  private static func estimate(
    _ contests: [Contest], people: Double, roster: Int, rules: LinkageRules
  ) -> Double {
    let steps = 8
    var share = rules.linkedShare
    for _ in 0..<steps {
      let prior = share / (1 - share) / Double(max(1, roster))
      let linked = contests.reduce(0) { sum, contest in
        let odds = contest.rivals.reduce(0) { $0 + $1.odds } * prior
        return sum + odds / (1 + odds)
      }
      share = min(0.5, max(1e-4, linked / people))
    }
    return share
  }
}

/// A trainee who may be somebody of the register, and by what the reasons multiply the odds.
struct Rival {
  let trainee: Int
  let odds: Double
}

/// The trainees who may be one person of the register.
struct Contest {
  let firm: Int
  let place: Int
  let rivals: [Rival]
}

/// Shares out the trainees among the people of one firm: the likeliest pair first, each trainee once.
struct FirmDraw {
  private struct Pair {
    let place: Int
    let trainee: Int
    let probability: Double
    let hasRivals: Bool
  }

  private let pairs: [Pair]

  init(_ contests: ArraySlice<Contest>, prior: Double, rules: LinkageRules) {
    var pairs: [Pair] = []
    for contest in contests {
      let total = contest.rivals.reduce(1) { $0 + $1.odds * prior }
      let listed = contest.rivals.map { (trainee: $0.trainee, probability: $0.odds * prior / total) }
        .filter { $0.probability >= rules.listing }
        .sorted { ($1.probability, $0.trainee) < ($0.probability, $1.trainee) }
      let hasRivals = listed.count > 1
      for rival in listed.prefix(rules.mostListed) {
        pairs.append(
          Pair(
            place: contest.place, trainee: rival.trainee, probability: rival.probability, hasRivals: hasRivals
          ))
      }
    }
    var bestPlace: [Int: Int] = [:]
    for pair in pairs.sorted(by: { ($1.probability, $0.place) < ($0.probability, $1.place) })
    where bestPlace[pair.trainee] == nil {
      bestPlace[pair.trainee] = pair.place
    }
    self.pairs = pairs.filter { bestPlace[$0.trainee] == $0.place }
  }

  func proposals(
    _ make: (_ place: Int, _ trainee: Int, _ probability: Double, _ hasRivals: Bool) -> LinkProposal
  ) -> [LinkProposal] {
    pairs.map { make($0.place, $0.trainee, $0.probability, $0.hasRivals) }
  }
}
