package import Civil

/// One officer answers for a founder's project, service and supervision (三包: 包项目、包服务、包监管).
package struct Pledge: Hashable, Sendable {
  /// The three items that it promises.
  package enum Item: String, CaseIterable, Hashable, Sendable {
    case project, service, supervision

    package var name: Wording {
      switch self {
      case .project: Wording(zh: "包项目", en: "project")
      case .service: Wording(zh: "包服务", en: "service")
      case .supervision: Wording(zh: "包监管", en: "supervision")
      }
    }
  }

  /// What was done for an item.
  package struct Deed: Hashable, Sendable {
    /// As the ledger calls it; blank: it is not recorded yet.
    package let id: String
    package let item: Item
    package let on: CivilDate
    package let what: String
    package let recordedOn: CivilDate

    package init(
      id: String = "", item: Item, on: CivilDate, what: String, recordedOn: CivilDate? = nil
    ) {
      self.id = id
      self.item = item
      self.on = on
      self.what = what
      self.recordedOn = recordedOn ?? on
    }
  }

  /// As the ledger calls it; blank: it is not recorded yet.
  package let id: String
  package let trainee: String
  package let from: CivilDate
  /// The last day on which it binds; nil: until it is ended.
  package let to: CivilDate?
  /// Why it was ended; nil: it was not, though its days may be over.
  package let endReason: String?
  /// Who answers, by day: a pledge is handed on when an officer leaves.
  package let officers: Ledger<String>
  package let deeds: [Deed]

  package init(
    id: String = "", trainee: String, from: CivilDate, to: CivilDate? = nil, endReason: String? = nil,
    officers: Ledger<String>, deeds: [Deed] = []
  ) {
    self.id = id
    self.trainee = trainee
    self.from = from
    self.to = to
    self.endReason = endReason
    self.officers = officers
    self.deeds = deeds
  }

  package func binds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

  /// Who answers on a date, as known on that day or another; nil: nobody yet.
  package func officer(on date: CivilDate, knownOn day: CivilDate? = nil) -> String? {
    officers.fact(on: max(from, date), knownOn: day ?? date)
  }
}

/// How often an officer has to do something for each item of a pledge, by regulation.
package struct PledgeRule: RegulationRule {
  package let stamp: RuleStamp
  /// Working days from the pledge, or from the last deed, to the next; an item without an entry is not watched.
  package let workingDays: [Pledge.Item: Int]

  package init(stamp: RuleStamp, workingDays: [Pledge.Item: Int]) {
    self.stamp = stamp
    self.workingDays = workingDays
  }

  /// One item of a pledge on a day.
  package struct Duty: Hashable, Sendable {
    package let trainee: String
    package let item: Pledge.Item
    package let officer: String
    package let deeds: Int
    package let last: Pledge.Deed?
    package let due: CivilDate
    /// Working days since it was due; 0: it is not overdue.
    package let overdue: Int
  }

  /// The duties of a pledge that binds on a date, in the order of the items.
  package func duties(of pledge: Pledge, in calendar: WorkingCalendar, asOf date: CivilDate) -> [Duty] {
    guard pledge.binds(on: date) else { return [] }
    return Pledge.Item.allCases.compactMap { item in
      guard let days = workingDays[item] else { return nil }
      let done = pledge.deeds.filter { $0.item == item && $0.on <= date && $0.recordedOn <= date }
        .sorted { $0.on < $1.on }
      let due = calendar.workingDay(days, after: done.last?.on ?? pledge.from)
      return Duty(
        trainee: pledge.trainee, item: item,
        officer: pledge.officer(on: date) ?? "", deeds: done.count, last: done.last,
        due: due, overdue: calendar.countWorkingDays(after: due, to: date))
    }
  }
}
