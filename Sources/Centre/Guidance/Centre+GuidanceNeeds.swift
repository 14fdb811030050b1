package import Civil
import Cohorts
import FollowUp
import Indicators
import Mentors
package import Planning
import Store

extension Centre {
  /// Who should be guided on some days: requests for help, agreed meetings, promised visits, and those who are stuck.
  ///
  /// A trainee with a meeting in `rows` that is still to come gets no second one. An agreed day that is past asks for a
  /// meeting as soon as possible, unless it is so long past that the agreement has lapsed.
  package func guidanceNeeds(
    _ order: GuidanceOrder, on days: ClosedRange<CivilDate>, beside rows: [TimetableRow],
    calendar: WorkingCalendar
  ) throws(CentreError) -> GuidanceList {
    let today = try today()
    var needs = try requested(today: today, calendar: calendar)
    needs += try agreed(upTo: days.upperBound, today: today, calendar: calendar)
    needs += try visits(upTo: days.upperBound, today: today)
    let pressing = needs
    var list = GuidanceList()
    let prefix = AreaCode.prefix(order.area)
    let asked = Set(pressing.map(\.trainee))
    let stuck = try stuck(order.area, today: today).filter { !asked.contains($0.trainee) }
    list.stuckLeftOut = max(0, stuck.count - order.mostStuck)
    needs += stuck.prefix(order.mostStuck)
    let areas = try stored { store throws(StoreError) in
      try store.traineeAreas(of: Array(Set(needs.map(\.trainee))).sorted())
    }
    let gone = try stored { store throws(StoreError) in try store.withdrawnConsents(knownOn: today) }
    let arranged = try arrangedGuidance()
    let coming = Dictionary(
      grouping: rows.filter { $0.kind == .mentoring && $0.date >= today }, by: \.trainee)
    let unrecorded = Dictionary(
      arranged.filter { $0.standing == .unrecorded }.map { ($0.appointment.trainee, $0) }
    ) { first, _ in first }
    let own = try ownMentors(today: today)
    var limits: [String: Int] = [:]
    for need in needs.sorted(by: GuidanceNeed.isMorePressing) {
      let area = areas[need.trainee] ?? ""
      guard AreaCode.prefix(area).hasPrefix(prefix) else { continue }
      if let last = gone[need.trainee], last < today { continue }
      let need = need.completed(in: area, by: own(need))
      if limits[area] == nil { limits[area] = order.lapse ?? agreedDays(in: area, on: today) ?? .max }
      if let day = need.reasons.first?.agreedDay, let limit = limits[area], today - day > limit {
        list.lapsed.append(need)
        continue
      }
      if let row = coming[need.trainee]?.min(by: { $0.sortKey < $1.sortKey }) {
        if need.latest.map({ $0 < row.date && $0 >= today }) ?? false {
          list.waiting.append(GuidancePlan.Waiting(need: need, reason: Self.later(row)))
        } else {
          list.covered.append(GuidanceList.Covered(need: need, row: row))
        }
      } else if let past = unrecorded[need.trainee] {
        list.waiting.append(GuidancePlan.Waiting(need: need, reason: Self.unrecorded(past)))
      } else if need.reasons.first?.agreedDay == today {
        list.waiting.append(GuidancePlan.Waiting(need: need, reason: Self.agreedForToday))
      } else {
        list.needs.append(need)
      }
    }
    return list
  }

  /// Days for which a missed agreement is planned anew; nil: no regulation sets it.
  private func agreedDays(in area: String, on day: CivilDate) -> Int? {
    (try? rule(\.team, .team, in: area, on: day))?.agreedDays
  }

  /// Who guides a trainee already, where he or she guides in the link, too, and is one of the plan's mentors.
  private func ownMentors(today: CivilDate) throws(CentreError) -> (GuidanceNeed) -> String? {
    let bundle = try appointing(facts())
    let experts = try experts(in: bundle)
    let mentors = Set(bundle.people.filter { $0.roles.contains(.mentor) }.map(\.id))
    let relations = try mentorRelations(knownOn: today).filter { $0.holds(on: today) }
    let members = Dictionary(grouping: relations, by: \.subject)
    return { need in
      let able = experts[need.link].flatMap { $0.isEmpty ? nil : $0 } ?? mentors
      return members[need.trainee]?.map(\.member).filter { mentors.contains($0) && able.contains($0) }.min()
    }
  }

  /// Requests for help, each to be served by its deadline.
  private func requested(
    today: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> [GuidanceNeed] {
    var rules: [String: HelpRule?] = [:]
    let open = try openRequests()
    let trainees = try trainees(behind: open.map(\.subject))
    let areas = try stored { store throws(StoreError) in
      try store.traineeAreas(of: Array(Set(trainees.values)).sorted())
    }
    var needs: [GuidanceNeed] = []
    for request in open {
      guard let trainee = trainees[request.subject] else { continue }
      let area = areas[trainee] ?? ""
      if rules[area] == nil { rules[area] = try? rule(\.help, .help, in: area, on: today) }
      let due = rules[area]?.flatMap { $0.deadline(of: request, in: calendar) }
      needs.append(
        GuidanceNeed(
          trainee: trainee, link: request.kind.link, earliest: today, latest: due,
          reasons: [.request(request.id, due: due)]))
    }
    return needs
  }

  /// Meetings that were agreed, on their day with the same mentor.
  private func agreed(
    upTo last: CivilDate, today: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> [GuidanceNeed] {
    let people = try appointing(facts()).people
    return try agreedGuidance(upTo: last, asOf: today, calendar: calendar).map {
      one throws(CentreError) in
      let session = one.session
      // By id, by the name that the plan has, or by the pool's.
      let named = people.id(of: session.mentor)
      let mentor =
        people.contains { $0.id == named } ? named : try mentorID(session.mentor, asOf: today)
      return GuidanceNeed(
        trainee: session.trainee, link: session.link, mode: session.mode,
        mentor: mentor, minutes: max(1, session.minutes),
        wish: one.on < today ? nil : one.on, earliest: today, reasons: [.agreed(session.id, on: one.on)])
    }
  }

  /// Visits that were promised when the trainee was visited last, by the officer where he or she is a mentor.
  private func visits(upTo last: CivilDate, today: CivilDate) throws(CentreError) -> [GuidanceNeed] {
    let mentors = try appointing(facts()).people.filter { $0.roles.contains(.mentor) }
    let contacts = try stored { store throws(StoreError) in
      try store.agreedContacts(officer: nil, upTo: last)
    }.filter { $0.method == .visit }
    let trainees = try trainees(behind: contacts.map(\.subject))
    return contacts.compactMap { contact in
      guard let trainee = trainees[contact.subject], let next = contact.next else { return nil }
      let officer = mentors.first { $0.id == contact.officer || $0.name == contact.officer }
      return GuidanceNeed(
        trainee: trainee, link: .followUp, mode: .visit, mentor: officer?.id,
        wish: next < today ? nil : next, earliest: today, reasons: [.visit(contact.id, on: next)])
    }
  }

  /// Those who have been in a link for too long, the longest first; none where no regulation sets a chain.
  private func stuck(_ area: String, today: CivilDate) throws(CentreError) -> [GuidanceNeed] {
    guard let standing = try? chain(area: area, asOf: today) else { return [] }
    return standing.stuck.sorted {
      ($1.days - $1.limit, $0.place.trainee) < ($0.days - $0.limit, $1.place.trainee)
    }.map { one in
      GuidanceNeed(
        trainee: one.place.trainee, link: one.link, earliest: today,
        reasons: [.stuck(one.link, days: one.days - one.limit)])
    }
  }

  /// The trainee of each subject: itself, or the first founder of the venture.
  private func trainees(behind subjects: [String]) throws(CentreError) -> [String: String] {
    let all = Array(Set(subjects)).sorted()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: all) }
    var trainees: [String: String] = [:]
    for subject in all {
      if names[subject] != nil {
        trainees[subject] = subject
      } else {
        trainees[subject] = try ventures(VentureQuery(code: subject)).first?.record.venture.founders.first?
          .person
      }
    }
    return trainees
  }

  private static func later(_ row: TimetableRow) -> Wording {
    Wording(
      zh: "已排在 \(row.date)，晚于期限；可用 guidance move 提前",
      en: "has a meeting on \(row.date), after the deadline; 'guidance move' can bring it forward")
  }

  private static let agreedForToday = Wording(
    zh: "约在今天；请先 guidance record 登记，没有办成的明天再排",
    en: "agreed for today: record it with 'guidance record', or plan again tomorrow if it was not held")

  private static func unrecorded(_ past: ArrangedGuidance) -> Wording {
    let day = past.row.map { "\($0.date)" } ?? ""
    return Wording(
      zh: "\(past.appointment.id)（\(day)）还没有登记；请先 guidance record 登记，或 guidance cancel 取消",
      en: "\(past.appointment.id) of \(day) is not on record: record it with 'guidance record', "
        + "or cancel it with 'guidance cancel'")
  }
}

extension GuidanceNeed {
  fileprivate func completed(in area: String, by own: String?) -> GuidanceNeed {
    GuidanceNeed(
      trainee: trainee, link: link, mode: mode, mentor: mentor ?? own, minutes: minutes, wish: wish,
      earliest: earliest, latest: latest, area: area.isEmpty ? nil : area, reasons: reasons)
  }
}

extension [Person] {
  /// The id of a mentor who is named by id or, where only one is, by name; the text itself where nobody is.
  func id(of text: String) -> String {
    if contains(where: { $0.id == text }) { return text }
    let named = filter { $0.name == text && $0.roles.contains(.mentor) }
    return named.count == 1 ? named[0].id : text
  }
}
