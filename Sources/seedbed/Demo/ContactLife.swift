import Civil
import FollowUp

extension LifeTeller {
  /// Tells the contacts of one trainee by the follow-up rule: tries, answers, needs, and the help that was given.
  ///
  /// - Returns: the days on which somebody saw or said that the venture operates.
  func tellContacts(
    of trainee: MadeUpTrainee, after group: MadeUpClass, life: VentureLife?, random: inout MadeUpRandom,
    in lives: inout MadeUpLives
  ) -> [CivilDate] {
    var confirmed: [CivilDate] = []
    var dues = followUp.traineeDays.map { group.days.upperBound + $0 }
    if let began = life?.began {
      dues += followUp.ventureMonths.map { group.days.upperBound.adding(months: $0) }.filter { $0 > began }
    }
    let isHard = random.chance(rules.hardToReach)
    var count = 0
    for due in dues {
      guard random.chance(rules.taskDone) else { continue }
      var day = calendar.firstWorkingDay(from: due + random.between(-min(followUp.daysEarly, 5), 6))
      for _ in 0..<followUp.triesToLose {
        guard day <= until else { return confirmed }
        count += 1
        let contact = contact(
          "\(trainee.id)k\(count)", with: trainee, on: day, life: life, isHard: isHard, &random)
        lives.contacts.append(contact)
        if let request = HelpRequest(openedBy: contact) { lives.requests.append(settled(request, &random)) }
        if contact.result == .reached, life?.operates(on: day) ?? false { confirmed.append(contact.on) }
        if contact.result == .reached || contact.result == .refused { break }
        day = calendar.workingDay(random.between(1, 3), after: day)
      }
    }
    return confirmed
  }

  private func contact(
    _ id: String, with trainee: MadeUpTrainee, on day: CivilDate, life: VentureLife?, isHard: Bool,
    _ random: inout MadeUpRandom
  ) -> Contact {
    let method = random.pick(LifeTeller.methods) ?? .telephone
    guard random.chance(isHard ? 0.1 : rules.answers) else {
      let result = random.pick(LifeTeller.failures) ?? .noAnswer
      return Contact(
        id: id, subject: trainee.id, on: day, method: method, result: result, officer: trainee.officer)
    }
    let operates = life?.operates(on: day) ?? false
    let isFailing = operates && life?.stops(within: 150, after: day) ?? false
    var troubles: Set<Contact.Trouble> = []
    if operates, random.chance(isFailing ? 0.6 : 0.07), let trouble = random.pick(Contact.Trouble.allCases) {
      troubles.insert(trouble)
    }
    let words = operates ? isFailing ? LifeRules.said.bad : LifeRules.said.good : LifeRules.said.notStarted
    let need = random.chance(operates ? isFailing ? 0.3 : 0.08 : 0.05)
    return Contact(
      id: id, subject: trainee.id, on: day, method: method, result: .reached, officer: trainee.officer,
      recordedOn: min(until, day + (random.chance(0.1) ? random.between(1, 12) : 0)),
      said: random.chance(0.7) ? random.pick(words) : nil, troubles: troubles,
      need: need ? random.pick(HelpRequest.Kind.allCases) : nil,
      next: random.chance(0.15) ? calendar.workingDay(random.between(10, 30), after: day) : nil)
  }

  /// Most requests are settled within some weeks, all within half a year.
  private func settled(_ request: HelpRequest, _ random: inout MadeUpRandom) -> HelpRequest {
    let closed = calendar.workingDay(random.between(2, 30), after: request.openedOn)
    let isForgotten = !random.chance(0.88)
    guard closed <= until, !isForgotten || until - request.openedOn > 180 else { return request }
    return HelpRequest(
      id: request.id, subject: request.subject, kind: request.kind, openedOn: request.openedOn,
      contact: request.contact, closedOn: closed)
  }

  private static var methods: [(Contact.Method, Double)] {
    [(.telephone, 62), (.weChat, 18), (.visit, 12), (.officeVisit, 5), (.meeting, 3)]
  }

  private static var failures: [(Contact.Result, Double)] {
    [(.noAnswer, 72), (.wrongNumber, 8), (.away, 15), (.refused, 5)]
  }
}
