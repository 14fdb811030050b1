import Civil
import FollowUp
import Indicators

/// A trainee of a class whose made-up life is told.
struct MadeUpTrainee: Hashable, Sendable {
  /// Unique in the centre; all chance hangs on it.
  let number: Int
  let id: String
  let category: String
  let area: String
  let officer: String
}

/// A class that has ended, with its trainees.
struct MadeUpClass: Hashable, Sendable {
  let id: String
  let days: ClosedRange<CivilDate>
  let trainees: [MadeUpTrainee]
}

/// What somebody answered in a survey.
struct SurveyAnswer: Hashable, Sendable {
  let person: String
  let question: SurveyResult.Question
  let area: String
  /// Nil: asked, and silent.
  let answer: Bool?
  let on: CivilDate
}

/// What became of the trainees of some classes by a day.
struct MadeUpLives: Hashable, Sendable {
  var ventures: [VentureRecord] = []
  var loans: [Loan] = []
  var subsidies: [Subsidy] = []
  var contacts: [Contact] = []
  var requests: [HelpRequest] = []
  var answers: [SurveyAnswer] = []

  static func + (left: MadeUpLives, right: MadeUpLives) -> MadeUpLives {
    MadeUpLives(
      ventures: left.ventures + right.ventures, loans: left.loans + right.loans,
      subsidies: left.subsidies + right.subsidies, contacts: left.contacts + right.contacts,
      requests: left.requests + right.requests, answers: left.answers + right.answers)
  }

  /// The results of the surveys of a period in an area with those below it, one a question that was asked.
  func surveys(in area: String, within period: ClosedRange<CivilDate>) -> [SurveyResult] {
    let code = AreaCode.prefix(area)
    let asked = answers.filter { period.contains($0.on) && $0.area.hasPrefix(code) }
    return SurveyResult.Question.allCases.compactMap { question in
      let answers = asked.filter { $0.question == question }
      guard !answers.isEmpty else { return nil }
      func people(_ answer: Bool?) -> [String] {
        answers.filter { $0.answer == answer }.map(\.person).sorted()
      }
      return SurveyResult(
        question, area: area, period: period,
        Response(yes: people(true), no: people(false), silent: people(nil)), source: "虚构问卷",
        on: period.upperBound)
    }
  }
}

/// Tells made-up lives after the course: the same for the same seed, class by class, whatever the order.
///
/// A million trainees are told one class after the other; nothing is kept between them.
struct LifeTeller: Sendable {
  let seed: UInt64
  let rules: LifeRules
  let followUp: FollowUpRule
  let calendar: WorkingCalendar
  /// Nothing that happened or was recorded later is told.
  let until: CivilDate

  func lives(of group: MadeUpClass) -> MadeUpLives {
    var lives = MadeUpLives()
    var partners: [String: VentureLife] = [:]
    for (place, trainee) in group.trainees.enumerated() {
      var random = MadeUpRandom(seed: seed, number: trainee.number)
      var life = partners[trainee.id]
      if life == nil, let start = start(of: trainee, after: group, &random) {
        let next = place + 1 < group.trainees.count ? group.trainees[place + 1] : nil
        let partner = random.chance(rules.withPartner) ? next : nil
        var first = VentureLife(
          self, founders: [trainee] + (partner.map { [$0] } ?? []), attempt: 1, start: start, random: &random)
        first.tell(&random)
        life = first
        if let partner { partners[partner.id] = first }
      }
      let own = life.map { $0.founders.first == trainee } ?? false
      let confirmed = tellContacts(of: trainee, after: group, life: life, random: &random, in: &lives)
      if own, var told = life {
        for day in confirmed { told.confirm(on: day) }
        told.add(to: &lives)
      }
      if own, let ended = life?.ended, random.chance(rules.secondStarts) {
        var second = VentureLife(
          self, founders: [trainee], attempt: 2, start: ended + random.between(60, 400), random: &random)
        second.tell(&random)
        second.add(to: &lives)
      }
      ask(trainee, after: group, random: &random, in: &lives)
    }
    return lives
  }

  /// The day on which a trainee begins to operate; nil: never.
  ///
  /// Some did so before the class.
  private func start(
    of trainee: MadeUpTrainee, after group: MadeUpClass, _ random: inout MadeUpRandom
  ) -> CivilDate? {
    guard random.chance(rules.starts[trainee.category] ?? rules.otherStarts) else { return nil }
    if random.chance(rules.beforeClass) { return group.days.lowerBound + -random.between(30, 600) }
    guard let days = random.pick(rules.startDays) else { return nil }
    return group.days.upperBound + random.between(days.lowerBound, days.upperBound)
  }

  private func ask(
    _ trainee: MadeUpTrainee, after group: MadeUpClass, random: inout MadeUpRandom,
    in lives: inout MadeUpLives
  ) {
    let on = group.days.upperBound + random.between(10, 60)
    guard random.chance(rules.surveyed), on <= until else { return }
    for question in SurveyResult.Question.allCases {
      let answer: Bool? = random.chance(rules.surveySilent) ? nil : random.chance(rules.satisfied)
      lives.answers.append(
        SurveyAnswer(person: trainee.id, question: question, area: trainee.area, answer: answer, on: on))
    }
  }
}
