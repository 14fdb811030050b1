package import Civil

/// In how many working days each of the five helps (五帮) is to be settled (限时办结制), by regulation.
package struct HelpRule: RegulationRule {
  package let stamp: RuleStamp
  /// By kind; a kind without an entry has no deadline.
  package let workingDays: [HelpRequest.Kind: Int]
  /// From how many working days before the deadline on a request is listed as due soon.
  package let warnBefore: Int

  package init(stamp: RuleStamp, workingDays: [HelpRequest.Kind: Int], warnBefore: Int) {
    self.stamp = stamp
    self.workingDays = workingDays
    self.warnBefore = warnBefore
  }

  /// How a request stands against its deadline.
  package enum Standing: Hashable, Sendable {
    case open
    /// Working days left; 0: today is the last.
    case dueSoon(left: Int)
    /// Working days since the deadline.
    case overdue(Int)
    case closedInTime
    /// Working days by which it was late.
    case closedLate(Int)
    /// Its kind has no deadline.
    case openWithoutDeadline, closedWithoutDeadline

    package var isClosed: Bool {
      switch self {
      case .closedInTime, .closedLate, .closedWithoutDeadline: true
      case .open, .dueSoon, .overdue, .openWithoutDeadline: false
      }
    }

    package var wording: Wording {
      switch self {
      case .open, .openWithoutDeadline: Wording(zh: "办理中", en: "open")
      case .dueSoon(0): Wording(zh: "今日到期", en: "due today")
      case .dueSoon(let left):
        Wording(zh: "还有 \(left) 个工作日到期", en: "due in \(left) working \(left == 1 ? "day" : "days")")
      case .overdue(let days):
        Wording(zh: "逾期 \(days) 个工作日", en: "\(days) working \(days == 1 ? "day" : "days") overdue")
      case .closedInTime: Wording(zh: "按期办结", en: "settled in time")
      case .closedLate(let days):
        Wording(zh: "逾期 \(days) 个工作日办结", en: "settled \(days) working \(days == 1 ? "day" : "days") late")
      case .closedWithoutDeadline: Wording(zh: "已办结", en: "settled")
      }
    }
  }

  /// The last working day on which the request can be settled in time; the day of opening does not count.
  package func deadline(of request: HelpRequest, in calendar: WorkingCalendar) -> CivilDate? {
    workingDays[request.kind].map { calendar.workingDay($0, after: request.openedOn) }
  }

  /// How the request stood on a date; one closed later was open then.
  package func standing(
    of request: HelpRequest, in calendar: WorkingCalendar, asOf date: CivilDate
  ) -> Standing {
    let closed = request.closedOn.flatMap { $0 <= date ? $0 : nil }
    guard let deadline = deadline(of: request, in: calendar) else {
      return closed == nil ? .openWithoutDeadline : .closedWithoutDeadline
    }
    if let closed {
      return closed <= deadline
        ? .closedInTime : .closedLate(max(1, calendar.countWorkingDays(after: deadline, to: closed)))
    }
    if date > deadline { return .overdue(calendar.countWorkingDays(after: deadline, to: date)) }
    let left = calendar.countWorkingDays(after: date, to: deadline)
    return left <= warnBefore ? .dueSoon(left: left) : .open
  }
}

/// How the requests of a kind were met: the ledger of fulfilment.
package struct HelpFulfilment: Hashable, Sendable {
  package let kind: HelpRequest.Kind
  package let opened: Int
  package let inTime: Int
  package let late: Int
  package let open: Int
  package let overdue: Int
  /// Working days taken by those settled, the median; nil: none is.
  package let medianWorkingDays: Double?
  package let longestWorkingDays: Int?

  /// Of those settled, the share in time; nil: none is.
  package var shareInTime: Double? { inTime + late == 0 ? nil : Double(inTime) / Double(inTime + late) }
}

extension HelpRule {
  /// The fulfilment by kind, of the requests opened on the days given, as it was known on a date.
  ///
  /// A request that was settled where its kind has no deadline counts as in time.
  package func fulfilment(
    of requests: [HelpRequest], openedIn days: ClosedRange<CivilDate>, in calendar: WorkingCalendar,
    asOf date: CivilDate
  ) -> [HelpFulfilment] {
    HelpRequest.Kind.allCases.map { kind in
      let own = requests.filter { $0.kind == kind && days.contains($0.openedOn) && $0.openedOn <= date }
      let standings = own.map { standing(of: $0, in: calendar, asOf: date) }
      let taken = zip(own, standings).filter(\.1.isClosed)
        .map { $0.0.workingDays(asOf: date, in: calendar) }.sorted()
      let late = standings.count { if case .closedLate = $0 { true } else { false } }
      return HelpFulfilment(
        kind: kind, opened: own.count, inTime: taken.count - late, late: late, open: own.count - taken.count,
        overdue: standings.count { if case .overdue = $0 { true } else { false } },
        medianWorkingDays: taken.median, longestWorkingDays: taken.last)
    }
  }
}
