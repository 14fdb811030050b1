package import Civil

/// What is known of one trainee after the course: whether and when a venture was started.
package struct TrainingOutcome: Hashable, Sendable {
  package enum Start: Hashable, Sendable {
    /// The day on which the venture stood, by the success rule in force.
    case started(CivilDate)
    /// The last day on which the trainee is known not to have started; nil: never heard of since the class.
    case notStarted(knownTo: CivilDate?)
    /// The trainee withdrew the consent to be followed.
    case withdrawn
  }

  package let trainee: String
  package let classEnd: CivilDate
  package let start: Start
  /// Whether the trainee holds the certificate of the class.
  package let isCertified: Bool

  package init(trainee: String, classEnd: CivilDate, start: Start, isCertified: Bool = true) {
    self.trainee = trainee
    self.classEnd = classEnd
    self.start = start
    self.isCertified = isCertified
  }
}

/// The start-up rate (创业成功率) at a fixed lag: who had started so many days after the class ended.
package struct StartUpRate: Hashable, Sendable {
  package let lagDays: Int
  /// Trainees whose lag has passed: started, not started, silent.
  package let response: Response
  /// Trainees whose lag has not passed yet: they are in no denominator.
  package let notYetDue: [String]
  /// Trainees who attended several classes; they count once, from the class that ended first.
  package let attendedSeveral: [String]

  /// The rate at a lag as of a date; ids come out sorted.
  package init(lagDays: Int, _ outcomes: [TrainingOutcome], asOf date: CivilDate) {
    var yes: [String] = []
    var no: [String] = []
    var silent: [String] = []
    var withdrawn: [String] = []
    var notYetDue: [String] = []
    var attendedSeveral: [String] = []
    let isSorted = zip(outcomes, outcomes.dropFirst()).allSatisfy { $0.trainee <= $1.trainee }
    var rest = (isSorted ? outcomes : outcomes.sorted { $0.trainee < $1.trainee })[...]
    while let trainee = rest.first?.trainee {
      let outcomes = rest.prefix { $0.trainee == trainee }
      rest = rest.dropFirst(outcomes.count)
      if outcomes.count > 1 { attendedSeveral.append(trainee) }
      guard let classEnd = outcomes.map(\.classEnd).min() else { continue }
      let due = classEnd + lagDays
      if outcomes.contains(where: { $0.start == .withdrawn }) {
        withdrawn.append(trainee)
      } else if due > date {
        notYetDue.append(trainee)
      } else if let start = outcomes.compactMap(\.startedOn).min() {
        // Who started later is known not to have started by then.
        if start <= due { yes.append(trainee) } else { no.append(trainee) }
      } else if let known = outcomes.compactMap(\.knownTo).max(), known >= due {
        no.append(trainee)
      } else {
        silent.append(trainee)
      }
    }
    self.lagDays = lagDays
    response = Response(yes: yes, no: no, silent: silent, withdrawn: withdrawn)
    self.notYetDue = notYetDue
    self.attendedSeveral = attendedSeveral
  }
}

extension TrainingOutcome {
  fileprivate var startedOn: CivilDate? {
    if case .started(let date) = start { date } else { nil }
  }

  fileprivate var knownTo: CivilDate? {
    if case .notStarted(let date) = start { date } else { nil }
  }
}

extension Response {
  /// Who lived on a day of life, of those whose such day has passed (存活1年以上: day 365).
  ///
  /// What ends on that day does not live after it. Censored before that day is silent; what started too late for
  /// it stands nowhere, also when it has ended already.
  /// Of each venture: when it started, and its lifetime as of `date`.
  package init(
    aliveAfter days: Int, of ventures: [(start: CivilDate, lifetime: Lifetime)], asOf date: CivilDate
  ) {
    let passed = ventures.filter { $0.start + days <= date }.map(\.lifetime)
    let lived = passed.filter { $0.days > days || ($0.days == days && !$0.ended) }
    let ended = passed.filter { $0.ended && $0.days <= days }
    let unknown = passed.filter { !$0.ended && $0.days < days }
    self.init(yes: lived.map(\.subject), no: ended.map(\.subject), silent: unknown.map(\.subject))
  }
}
