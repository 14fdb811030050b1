package import Civil

/// Why a trainee does not get on in the service chain.
package enum StuckReason: Hashable, Sendable {
  /// Nobody in the pool guides in the link.
  case noMentor(ServiceLink)
  /// The next meeting was fixed for that day, and nothing is on record of it.
  case meetingPassed(CivilDate)
  /// The trainee missed the last meeting.
  case missed(CivilDate)
  /// A request for help is open.
  case openRequest(String, since: CivilDate)
  /// No meeting has been fixed.
  case nothingFixed(lastService: CivilDate?)
  /// A meeting is fixed, but later than the link should take.
  case fixedLate(CivilDate)

  package var wording: Wording {
    switch self {
    case .noMentor(let link):
      Wording(
        zh: "导师库中没有可承担“\(link.name.chinese)”的导师",
        en: "nobody in the pool guides in \(link.name.english)")
    case .meetingPassed(let day):
      Wording(zh: "约定 \(day) 面谈，至今没有记录", en: "a meeting was fixed for \(day); nothing is on record of it")
    case .missed(let day): Wording(zh: "\(day) 未到", en: "missed the meeting of \(day)")
    case .openRequest(let id, let day):
      Wording(zh: "帮扶需求 \(id) 自 \(day) 起未办结", en: "request \(id) has been open since \(day)")
    case .nothingFixed(let last?):
      Wording(zh: "上次服务在 \(last)，尚未约定下次时间", en: "last served on \(last); no meeting is fixed")
    case .nothingFixed(nil): Wording(zh: "尚未安排第一次服务", en: "not served yet; no meeting is fixed")
    case .fixedLate(let day):
      Wording(
        zh: "下次时间约在 \(day)，已超过本环节期限",
        en: "the next meeting is on \(day), later than the link should take")
    }
  }
}

/// A trainee who has been in, or has waited for, a link for longer than it should take.
package struct StuckTrainee: Hashable, Sendable {
  package let place: ChainPlace
  package let link: ServiceLink
  /// Days since the link began, or since the one before was through.
  package let days: Int
  /// Days that it should take.
  package let limit: Int
  /// At least one; the most pressing first.
  package let reasons: [StuckReason]
}

extension ServiceChain {
  /// What makes a trainee stuck on a date; nil: the way goes on, is through, or its link has no limit.
  ///
  /// `sessions` is the guidance of this trainee, missed meetings too; `requests` are the ids of the trainee's open
  /// requests for help with the days on which they were opened; `guided` are the links in which somebody of the pool
  /// guides.
  package func stuck(
    _ place: ChainPlace, sessions: [GuidanceSession], requests: [(id: String, since: CivilDate)],
    guided: Set<ServiceLink>, asOf date: CivilDate
  ) -> StuckTrainee? {
    guard let link = place.standing.link, let index = self.place(of: link), let limit = steps[index].days,
      date - place.standing.since > limit
    else { return nil }
    let known = sessions.filter { $0.on <= date }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    var reasons: [StuckReason] = guided.contains(link) ? [] : [.noMentor(link)]
    if let last = known.last {
      if last.outcome == .missed { reasons.append(.missed(last.on)) }
      switch last.next {
      case let next? where next < date: reasons.append(.meetingPassed(next))
      case let next?: reasons.append(.fixedLate(next))
      case nil: reasons.append(.nothingFixed(lastService: place.passages.map(\.lastService).max()))
      }
    } else {
      reasons.append(.nothingFixed(lastService: place.passages.map(\.lastService).max()))
    }
    reasons += requests.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
      .map { .openRequest($0.id, since: $0.since) }
    return StuckTrainee(
      place: place, link: link, days: date - place.standing.since, limit: limit, reasons: reasons)
  }
}
