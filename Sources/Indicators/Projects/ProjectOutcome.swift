package import Civil
package import FollowUp
package import ProjectLibrary

/// What became of those who chose a project, or of one industry's projects: the library's record of success.
package struct ProjectOutcome: Hashable, Sendable {
  /// The projects that it is of.
  package let projects: [String]
  /// People who chose one of them, each once.
  package let people: [String]
  /// Who had started so many days after the choice, of those whose days have passed.
  package let startUp: StartUpRate
  /// The ventures that were started with them and have operated.
  package let ventures: [String]
  /// Who lived on day 365, of the ventures whose day 365 has passed.
  package let survival: Response
  /// People employed besides the founders on the date, in the ventures that live and of which it is known.
  package let employees: Int
  /// Living ventures of which no number of employees is on record.
  package let withoutHeadcount: [String]

  /// Whether a share of so many may be told without misleading.
  package static func isTellable(_ share: Share?, _ rule: LibraryRule) -> Bool {
    (share?.denominator ?? 0) >= max(1, rule.leastGroup)
  }

  /// Employees of one venture that lives; nil: none is known.
  package var employeesPerVenture: Double? {
    let known = survivors.count - withoutHeadcount.count
    return known > 0 ? Double(employees) / Double(known) : nil
  }

  /// Ventures that live on the date.
  package let survivors: [String]

  /// More employees to a venture than the library's rule finds credible: the headcounts should be looked at.
  package func isDoubtful(_ rule: LibraryRule) -> Bool {
    employeesPerVenture.map { $0 > rule.mostPlacedPerProject } ?? false
  }
}

/// What outcomes are counted from.
package struct OutcomeEvidence: Sendable {
  package let choices: [ProjectChoice]
  package let ventures: [VentureRecord]
  /// The last day on which a person is known not to have started, by the person's id.
  package let lastContact: [String: CivilDate]
  package let survivalRule: SurvivalRule
  /// Days after the choice at which the start-up rate is told.
  package let lagDays: Int
  package let date: CivilDate
  package let knownOn: CivilDate

  package init(
    choices: [ProjectChoice], ventures: [VentureRecord], lastContact: [String: CivilDate],
    survivalRule: SurvivalRule, lagDays: Int, date: CivilDate, knownOn: CivilDate
  ) {
    self.choices = choices
    self.ventures = ventures
    self.lastContact = lastContact
    self.survivalRule = survivalRule
    self.lagDays = lagDays
    self.date = date
    self.knownOn = knownOn
  }

  /// What became of the choices of some projects.
  ///
  /// A venture counts for a project only where the choice names it: that a person who chose it started something else
  /// is no success of the project.
  package func outcome(of projects: Set<String>) -> ProjectOutcome {
    let chosen = choices.filter { choice in
      projects.contains(choice.project) && choice.on <= date && choice.recordedOn <= knownOn
    }
    .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    let records = Dictionary(ventures.map { ($0.venture.id, $0) }, uniquingKeysWith: { first, _ in first })
    let starts = chosen.map { choice -> TrainingOutcome in
      let began = choice.venture.flatMap { records[$0] }?.operatingSince(knownOn: knownOn)
      let start: TrainingOutcome.Start =
        began.map { $0 <= date ? .started($0) : .notStarted(knownTo: date) }
        ?? .notStarted(knownTo: lastContact[choice.person])
      return TrainingOutcome(trainee: choice.person, classEnd: choice.on, start: start)
    }
    let own = Set(chosen.compactMap(\.venture)).sorted().compactMap { records[$0] }
    let operated = own.filter { $0.operatingSince(knownOn: knownOn).map { $0 <= date } ?? false }
    let lives = operated.compactMap { record -> (start: CivilDate, lifetime: Lifetime)? in
      guard let start = survivalRule.start(of: record, knownOn: knownOn),
        let lifetime = survivalRule.lifetime(of: record, asOf: date, knownOn: knownOn)
      else { return nil }
      return (start, lifetime)
    }
    let ended = Set(lives.filter(\.lifetime.ended).map(\.lifetime.subject))
    let living = operated.filter { !ended.contains($0.venture.id) }
    let counts = living.map { ($0.venture.id, $0.jobs.fact(on: date, knownOn: knownOn)?.employees) }
    let year = survivalRule.horizons.first { $0.months == 12 }?.days ?? 365
    return ProjectOutcome(
      projects: projects.sorted(), people: Set(chosen.map(\.person)).sorted(),
      startUp: StartUpRate(lagDays: lagDays, starts, asOf: date), ventures: operated.map(\.venture.id),
      survival: Response(aliveAfter: year, of: lives, asOf: date),
      employees: counts.reduce(0) { $0 + ($1.1 ?? 0) },
      withoutHeadcount: counts.filter { $0.1 == nil }.map(\.0), survivors: living.map(\.venture.id))
  }
}
