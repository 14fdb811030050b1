package import Civil

/// One trainee to be followed after a class.
package struct FollowUpCase: Hashable, Sendable {
  /// The id of the trainee; contacts name it.
  package let subject: String
  package let classID: String
  package let classEnd: CivilDate
  /// Whether the trainee has a venture.
  package let hasVenture: Bool
  /// When the last venture ended (deregistered, transferred): it is not followed any longer; nil: it goes on.
  package let ventureEndedOn: CivilDate?
  package let officer: String
  package let area: String
  /// The last day before the trainee withdrew the consent to be followed; nil: it stands.
  package let followedTo: CivilDate?

  package init(
    subject: String, classID: String, classEnd: CivilDate, hasVenture: Bool, officer: String, area: String,
    ventureEndedOn: CivilDate? = nil, followedTo: CivilDate? = nil
  ) {
    self.subject = subject
    self.classID = classID
    self.classEnd = classEnd
    self.hasVenture = hasVenture
    self.officer = officer
    self.area = area
    self.ventureEndedOn = ventureEndedOn
    self.followedTo = followedTo
  }
}

/// A contact that is due by the follow-up rule.
package struct FollowUpTask: Hashable, Sendable {
  /// What makes it due: so many days or months after the class.
  package enum Step: Hashable, Sendable {
    case day(Int)
    case month(Int)

    /// As ids and files write it: `d90`, `m24`.
    package var code: String {
      switch self {
      case .day(let days): "d\(days)"
      case .month(let months): "m\(months)"
      }
    }

    package var name: Wording {
      switch self {
      case .day(let days): Wording(zh: "结业后 \(days) 天", en: "\(days) days after the class")
      case .month(let months): Wording(zh: "结业后 \(months) 个月", en: "\(months) months after the class")
      }
    }
  }

  package enum Status: Hashable, Sendable {
    /// Contacted (or refused) on that day.
    case done(CivilDate, Contact.Result)
    /// Its time has not come.
    case upcoming
    /// May be done now, and is not overdue.
    case due
    /// Working days since the last day of grace.
    case overdue(workingDays: Int)
    /// The time of the next task began and nobody had been reached.
    case missed
    /// Nobody can be reached since that day.
    case lost(since: CivilDate)
    /// The consent was withdrawn before it was due.
    case withdrawn
  }

  package let subject: String
  package let classID: String
  package let step: Step
  package let officer: String
  package let area: String
  /// The first day on which a contact counts for it.
  package let opens: CivilDate
  /// The working day on which it is due.
  package let due: CivilDate
  package let status: Status
  /// The rule that made it due.
  package let rule: RuleStamp

  /// The same for the same contact for as long as the rule asks for it: `C12/T0034/d90`.
  package var id: String { "\(classID)/\(subject)/\(step.code)" }
}

extension FollowUpRule {
  /// The tasks of one trainee, by due date, with what the contacts have made of them by a date.
  ///
  /// Due dates that are no working days move to the next one. A contact counts for the last task that was open on its
  /// day. `contacts` are those of this trainee, in any order.
  package func tasks(
    for followed: FollowUpCase, contacts: [Contact], calendar: WorkingCalendar, asOf date: CivilDate
  ) -> [FollowUpTask] {
    var steps = traineeDays.map { (FollowUpTask.Step.day($0), followed.classEnd + $0) }
    if followed.hasVenture {
      steps += ventureMonths.map { (.month($0), followed.classEnd.adding(months: $0)) }
        .filter { step in followed.ventureEndedOn.map { step.1 <= $0 } ?? true }
    }
    let dated = steps.map { (step: $0.0, due: calendar.firstWorkingDay(from: $0.1)) }.sorted {
      $0.due < $1.due
    }
    let lost = lostSince(contacts, asOf: date)
    let answers = contacts.filter { $0.on <= date && ($0.result == .reached || $0.result == .refused) }
      .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    let opens = dated.indices.map { index in
      // Two tasks whose times overlap part at the day after the first is due.
      index == 0 ? dated[0].due + -daysEarly : max(dated[index].due + -daysEarly, dated[index - 1].due + 1)
    }
    return dated.indices.map { index in
      let (step, due) = dated[index]
      let closes = index + 1 < dated.count ? opens[index + 1] : nil
      let answer = answers.first { contact in
        contact.on >= opens[index] && (closes.map { contact.on < $0 } ?? true)
      }
      let status: FollowUpTask.Status
      if let answer {
        status = .done(answer.on, answer.result)
      } else if let end = followed.followedTo, due > end {
        status = .withdrawn
      } else if let closes, date >= closes {
        status = .missed
      } else if let lost {
        status = .lost(since: lost)
      } else if date < opens[index] {
        status = .upcoming
      } else {
        let last = graceWorkingDays > 0 ? calendar.workingDay(graceWorkingDays, after: due) : due
        status =
          date <= last ? .due : .overdue(workingDays: calendar.countWorkingDays(after: last, to: date))
      }
      return FollowUpTask(
        subject: followed.subject, classID: followed.classID, step: step, officer: followed.officer,
        area: followed.area, opens: opens[index], due: due, status: status, rule: stamp)
    }
  }
}

/// The tasks of many trainees as an officer or an area sees them.
package struct FollowUpLists: Hashable, Sendable {
  /// By due date, then subject.
  package let due: [FollowUpTask]
  /// The longest overdue first.
  package let overdue: [FollowUpTask]
  /// One task each, by the day since which they are lost.
  package let lost: [FollowUpTask]

  /// The lists of one officer, or all, and of an area with those below it, or all.
  package init(_ tasks: [FollowUpTask], officer: String? = nil, area: String = "") {
    let code = AreaCode.prefix(area)
    let chosen = tasks.filter { (officer == nil || $0.officer == officer) && $0.area.hasPrefix(code) }
      .sorted { ($0.due, $0.subject, $0.classID) < ($1.due, $1.subject, $1.classID) }
    due = chosen.filter { $0.status == .due }
    overdue = chosen.filter { if case .overdue = $0.status { true } else { false } }
    var seen: Set<String> = []
    lost = chosen.filter { $0.lostSince != nil && seen.insert($0.subject).inserted }
      .sorted { ($0.lostSince ?? $0.due, $0.subject) < ($1.lostSince ?? $1.due, $1.subject) }
  }
}

extension FollowUpTask {
  fileprivate var lostSince: CivilDate? { if case .lost(let since) = status { since } else { nil } }
}
