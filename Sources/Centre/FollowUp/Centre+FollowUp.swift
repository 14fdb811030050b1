package import Civil
import Cohorts
import Courses
package import FollowUp
import Indicators
import Logging
import Store

/// What planning the follow-up of some classes did.
package struct FollowUpPlanning: Sendable {
  /// The classes whose trainees are followed, by code.
  package let classes: [String]
  package let trainees: Int
  package let tasks: Int
  /// By officer, in the order of their names: how many trainees.
  package let officers: [(name: String, trainees: Int)]
  package let rules: [RuleStamp]
}

/// The open tasks of an officer or of all, with what is shown beside them.
package struct OpenFollowUp: Sendable {
  package let tasks: [FollowUpTask]
  package let rules: [RuleStamp]
  /// The last contact of each subject.
  package let lastContacts: [String: Contact]
  /// The contacts in which a next one was agreed that has come and was not made.
  package let agreed: [Contact]
}

/// What came of recording a contact.
package struct RecordedContact: Sendable {
  package let contact: Contact
  /// The tasks that it answered.
  package let answered: [FollowUpTask]
  /// Since when the person is lost, by this contact and those before; nil: not lost.
  package let lostSince: CivilDate?
  /// The request for help that it opened.
  package let request: HelpRequest?
}

extension Centre {
  /// Plans the follow-up of the trainees of classes that have ended, or plans it anew.
  ///
  /// `classes` nil means all that have ended. Trainees of the area get the officer; where none is given each keeps the
  /// one there is. Throws where a class is unknown or has not ended, or a trainee would be left without an officer.
  package func planFollowUp(
    classes codes: [String]? = nil, officer: String? = nil, area: String = "", calendar: WorkingCalendar
  ) throws(CentreError) -> FollowUpPlanning {
    let planning = try inOneStep { centre throws(CentreError) in
      try centre.plan(codes, officer, area, calendar)
    }
    log.notice(
      "follow-up planned",
      metadata: ["classes": "\(planning.classes.count)", "trainees": "\(planning.trainees)"])
    return planning
  }

  private func plan(
    _ codes: [String]?, _ officer: String?, _ area: String, _ calendar: WorkingCalendar
  ) throws(CentreError) -> FollowUpPlanning {
    let today = try today()
    let classes = try endedClasses(codes, by: today)
    let founded = FoundedVentures(
      try stored { store throws(StoreError) in try store.ventureRecords(knownOn: today, withJobs: false) })
    let known = try stored { store throws(StoreError) in try store.followUpCases() }
    let officers = Dictionary(known.map { ($0.subject + "\u{1F}" + $0.classID, $0.officer) }) { $1 }
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: today)
    var planned: [PlannedCase] = []
    var withoutOfficer = 0
    let code = AreaCode.prefix(area)
    for held in classes {
      let members = held.members.filter { $0.leftOn == nil }
      let names = try stored { store throws(StoreError) in
        try store.trainees(TraineeQuery(classID: held.id))
      }
      let records = Dictionary(names.map { ($0.id, $0) }) { first, _ in first }
      let contacts = try contacts(with: members.map(\.trainee))
      for member in members {
        let record = records[member.trainee]
        let home = record?.trainee.area ?? held.area
        let kept = officers[member.trainee + "\u{1F}" + held.id]
        guard let officer = home.hasPrefix(code) ? officer ?? kept : kept else {
          if home.hasPrefix(code) { withoutOfficer += 1 }
          continue
        }
        let venture = FollowedVenture(founded.ventures(of: member.trainee), asOf: today)
        let followed = FollowUpCase(
          subject: member.trainee, classID: held.id, classEnd: held.days.upperBound,
          hasVenture: venture.exists, officer: officer, area: home, ventureEndedOn: venture.endedOn,
          followedTo: record?.followedTo)
        planned.append(try planner.planned(followed, contacts[member.trainee] ?? []))
      }
    }
    guard withoutOfficer == 0 else {
      throw .refused(
        Wording(
          zh: "有 \(withoutOfficer) 名学员没有回访员；请用 --officer 指定（可按 --area 分区域指定）",
          en:
            "\(withoutOfficer) trainees have no officer; name one with --officer, by --area where there are several"
        ))
    }
    let stamp = try recordStamp()
    let made = planned
    try stored { store throws(StoreError) in try store.record(made, stamp: stamp) }
    let byOfficer = Dictionary(grouping: planned, by: \.followed.officer).mapValues(\.count)
    return FollowUpPlanning(
      classes: classes.map(\.id), trainees: planned.count,
      tasks: planned.reduce(0) { $0 + $1.tasks.count },
      officers: byOfficer.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, rules: planner.stamps)
  }

  private func endedClasses(_ codes: [String]?, by today: CivilDate) throws(CentreError) -> [ClassRecord] {
    let classes = try stored { store throws(StoreError) in try store.classRecords(codes) }
    if let codes {
      for code in codes {
        guard let held = classes.first(where: { $0.id == code }) else {
          throw .unknownSubject(.classID(code))
        }
        guard held.days.upperBound <= today else {
          throw .refused(
            Wording(
              zh: "\(code)：\(held.days.upperBound) 才结业，结业后再安排回访",
              en: "\(code): it ends on \(held.days.upperBound); plan the follow-up when it has ended"))
        }
      }
      return classes
    }
    return classes.filter { $0.days.upperBound <= today }
  }

  /// The contacts with each of some trainees or ventures.
  package func contacts(with subjects: [String]) throws(CentreError) -> [String: [Contact]] {
    let people = Set(subjects).sorted()
    guard !people.isEmpty else { return [:] }
    let contacts = try stored { store throws(StoreError) in try store.contacts(with: people) }
    return Dictionary(grouping: contacts, by: \.subject)
  }

  /// The tasks that are due, overdue or lost on a date, with the last contacts of their subjects, as was known on it.
  package func openFollowUp(
    officer: String? = nil, area: String = "", asOf date: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> OpenFollowUp {
    let code = AreaCode.prefix(area)
    // What is kept chooses among the cases of the present; of a past day all of them are looked at.
    let found =
      try date < today()
      ? followUpCases(of: officer, knownOn: date)
      : stored { store throws(StoreError) in try store.openCases(officer: officer, on: date) }
    if found.isEmpty, let officer { try expectOfficer(officer) }
    let cases = found.filter { $0.area.hasPrefix(code) }
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: date)
    var tasks: [FollowUpTask] = []
    var lastContacts: [String: Contact] = [:]
    // So many at a time, as the contacts of a whole centre would not fit into memory.
    for start in stride(from: 0, to: cases.count, by: 5000) {
      let some = cases[start..<min(cases.count, start + 5000)]
      let contacts = try contacts(with: some.map(\.subject))
      for followed in some {
        let own = contacts[followed.subject] ?? []
        let open = try planner.tasks(of: followed, own).filter(\.isOpen)
        guard !open.isEmpty else { continue }
        tasks += open
        let last = own.filter { $0.recordedOn <= date }.max { ($0.on, $0.id) < ($1.on, $1.id) }
        if let last { lastContacts[followed.subject] = last }
      }
    }
    let agreed = try stored { store throws(StoreError) in
      try store.agreedContacts(officer: officer, upTo: date)
    }
    return OpenFollowUp(
      tasks: tasks, rules: planner.stamps, lastContacts: lastContacts, agreed: agreed)
  }

  /// Records a contact with a trainee; tasks, loss of contact and help follow from it.
  ///
  /// A contact without an officer is that of who follows the trainee, else of who is at work.
  /// Throws where the trainee is unknown or the day cannot be.
  package func record(
    _ contact: Contact, calendar: WorkingCalendar
  ) throws(CentreError) -> RecordedContact {
    try inOneStep { centre throws(CentreError) in try centre.enter(contact, calendar) }
  }

  private func enter(
    _ contact: Contact, _ calendar: WorkingCalendar
  ) throws(CentreError) -> RecordedContact {
    let stamp = try recordStamp()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: [contact.subject]) }
    guard names[contact.subject] != nil else { throw .unknownSubject(.trainee(contact.subject)) }
    guard contact.on <= stamp.on else {
      throw .refused(
        Wording(
          zh: "\(contact.on) 晚于今天 \(stamp.on)：只登记已经进行的回访；预约请填下次回访日期",
          en:
            "\(contact.on) is after today, \(stamp.on): record what took place; an appointment goes into --next"
        ))
    }
    if let next = contact.next, next <= contact.on {
      throw .refused(
        Wording(
          zh: "下次回访日期 \(next) 应晚于回访日期 \(contact.on)",
          en: "the next contact, \(next), should be after this one, \(contact.on)"))
    }
    if let same = try contacts(with: [contact.subject])[contact.subject]?.first(where: { $0.says(contact) }) {
      throw .refused(
        Wording(
          zh:
            "与已登记的 \(same.id) 完全相同（\(same.on) \(same.method.name.chinese)，\(same.result.name.chinese)），没有重复登记",
          en:
            "the same as \(same.id) on record (\(same.on), \(same.method.name.english), \(same.result.name.english)): "
            + "not recorded twice"))
    }
    let before = try tasks(of: contact.subject, calendar: calendar)
    let made = contact.officer.isEmpty ? contact.made(by: before.last?.officer ?? stamp.by) : contact
    let entered = try stored { store throws(StoreError) in try store.record([made], stamp: stamp) }
    try replan([contact.subject], calendar: calendar)
    let after = try tasks(of: contact.subject, calendar: calendar)
    let open = Set(before.filter { !$0.isDone }.map(\.id))
    let lost = after.lazy.compactMap { task -> CivilDate? in
      if case .lost(let since) = task.status { since } else { nil }
    }.first
    let named = entered.first ?? made
    return RecordedContact(
      contact: named, answered: after.filter { $0.isDone && open.contains($0.id) }, lostSince: lost,
      request: HelpRequest(openedBy: named))
  }

  /// All tasks of a trainee, today.
  func tasks(of trainee: String, calendar: WorkingCalendar) throws(CentreError) -> [FollowUpTask] {
    let cases = try stored { store throws(StoreError) in try store.followUpCases(of: [trainee]) }
    let contacts = try contacts(with: [trainee])[trainee] ?? []
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: try today())
    var tasks: [FollowUpTask] = []
    for followed in cases { tasks += try planner.tasks(of: followed, contacts) }
    return tasks
  }

  /// Works out anew what is kept of the cases of some trainees, after a contact or a change of a venture.
  func replan(_ trainees: [String], calendar: WorkingCalendar) throws(CentreError) {
    let today = try today()
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: today)
    var planned: [PlannedCase] = []
    for trainee in Set(trainees).sorted() {
      let cases = try stored { store throws(StoreError) in try store.followUpCases(of: [trainee]) }
      guard !cases.isEmpty else { continue }
      let record = try self.trainees(TraineeQuery(code: trainee)).first
      let contacts = try contacts(with: [trainee])[trainee] ?? []
      let records = try stored { store throws(StoreError) in
        try store.ventures(VentureQuery(founder: trainee)).map(\.record)
      }
      let venture = FollowedVenture(records, asOf: today)
      for followed in cases {
        let present = FollowUpCase(
          subject: trainee, classID: followed.classID, classEnd: followed.classEnd,
          hasVenture: venture.exists, officer: followed.officer, area: followed.area,
          ventureEndedOn: venture.endedOn, followedTo: record?.followedTo)
        planned.append(try planner.planned(present, contacts))
      }
    }
    guard !planned.isEmpty else { return }
    let (made, stamp) = (planned, try recordStamp())
    try stored { store throws(StoreError) in try store.record(made, stamp: stamp) }
  }
}

extension Contact {
  /// Whether it tells the same in all that a person enters; who made it may be left open in the other.
  fileprivate func says(_ other: Contact) -> Bool {
    (on, method, result, said, need, next) == (
      other.on, other.method, other.result, other.said, other.need, other.next
    )
      && troubles == other.troubles && (other.officer.isEmpty || officer == other.officer)
  }

  fileprivate func made(by officer: String) -> Contact {
    Contact(
      id: id, subject: subject, on: on, method: method, result: result, officer: officer, said: said,
      troubles: troubles, need: need, next: next)
  }
}

extension FollowUpTask {
  /// Whether it is due, overdue, or cannot be done as the person is lost.
  fileprivate var isOpen: Bool {
    switch status {
    case .due, .overdue, .lost: true
    case .upcoming, .done, .missed, .withdrawn: false
    }
  }

  /// Whether a contact answered it.
  var isDone: Bool { if case .done = status { true } else { false } }
}
