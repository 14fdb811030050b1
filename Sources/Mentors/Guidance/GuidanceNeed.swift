package import Civil

/// That a trainee should be guided: why, in which link, by whom and by when.
package struct GuidanceNeed: Hashable, Sendable {
  /// What on record asks for the meeting.
  package enum Reason: Hashable, Sendable {
    /// A request for help, with the last day on which it is settled in time.
    case request(String, due: CivilDate?)
    /// The last guidance, in which the day was agreed.
    case agreed(String, on: CivilDate)
    /// A visit that was promised in a contact.
    case visit(String, on: CivilDate)
    /// The trainee has been in a link for so many days more than it should take.
    case stuck(ServiceLink, days: Int)

    package var wording: Wording {
      switch self {
      case .request(let id, let due?): Wording(zh: "帮扶单 \(id)，\(due) 到期", en: "request \(id), due on \(due)")
      case .request(let id, nil): Wording(zh: "帮扶单 \(id)", en: "request \(id)")
      case .agreed(let id, let day): Wording(zh: "\(id) 约定 \(day)", en: "agreed in \(id) for \(day)")
      case .visit(let id, let day):
        Wording(zh: "回访 \(id) 约定 \(day) 上门", en: "visit promised in \(id) for \(day)")
      case .stuck(let link, let days):
        Wording(
          zh: "“\(link.name.chinese)”超期 \(days) 天", en: "\(days) days over the limit in \(link.name.english)")
      }
    }

    /// The day that was agreed or promised.
    package var agreedDay: CivilDate? {
      switch self {
      case .agreed(_, let day), .visit(_, let day): day
      case .request, .stuck: nil
      }
    }

    /// Which comes first where two are equally pressing.
    fileprivate var rank: Int {
      switch self {
      case .request: 0
      case .agreed: 1
      case .visit: 2
      case .stuck: 3
      }
    }
  }

  package let trainee: String
  package let link: ServiceLink
  package let mode: MentoringRequest.Mode
  /// Who is to guide; nil: to be chosen by link.
  package let mentor: String?
  /// Minutes asked for.
  package let minutes: Int
  /// The day that is wished for.
  package let wish: CivilDate?
  package let earliest: CivilDate
  /// The last day on which it is in time; nil: none is set.
  package let latest: CivilDate?
  /// The code of the trainee's area, by which visits are grouped.
  package let area: String?
  /// At least one.
  package let reasons: [Reason]

  package init(
    trainee: String, link: ServiceLink, mode: MentoringRequest.Mode = .office, mentor: String? = nil,
    minutes: Int = 60, wish: CivilDate? = nil, earliest: CivilDate, latest: CivilDate? = nil,
    area: String? = nil, reasons: [Reason]
  ) {
    self.trainee = trainee
    self.link = link
    self.mode = mode
    self.mentor = mentor
    self.minutes = minutes
    self.wish = wish
    self.earliest = earliest
    self.latest = latest
    self.area = area
    self.reasons = reasons
  }

  /// Days since the day that was agreed and on which nothing was held, or days over a limit; 0: neither.
  package var waitingDays: Int {
    reasons.map { reason in
      if case .stuck(_, let days) = reason { return days }
      return reason.agreedDay.map { max(0, earliest - $0) } ?? 0
    }.max() ?? 0
  }

  /// What asks for it, with how long it has waited since an agreed day.
  package var asked: Wording {
    let words = reasons.map { reason -> Wording in
      guard let day = reason.agreedDay, day < earliest else { return reason.wording }
      return Wording(
        zh: reason.wording.chinese + "，已过 \(earliest - day) 天",
        en: reason.wording.english + ", \(earliest - day) days ago")
    }
    return Wording(
      zh: words.map(\.chinese).joined(separator: "；"), en: words.map(\.english).joined(separator: "; "))
  }

  /// The more pressing first: by the last day in time or the day wished for; then what has no day: requests,
  /// agreements that were missed, visits, and those who are stuck, of each the longest waiting first.
  package static func isMorePressing(_ one: GuidanceNeed, _ other: GuidanceNeed) -> Bool {
    let never = CivilDate(daysSinceEpoch: 10_000_000)
    func key(_ need: GuidanceNeed) -> (CivilDate, Int, Int, String) {
      (need.latest ?? need.wish ?? never, need.reasons.first?.rank ?? 9, -need.waitingDays, need.trainee)
    }
    if key(one) != key(other) { return key(one) < key(other) }
    return one.link < other.link
  }

  /// One meeting for both; nil where they do not go together: two mentors, or no day on which both are in time.
  ///
  /// This one's link, way and day come first; a need that is overdue already hinders nothing.
  package func joined(with other: GuidanceNeed) -> GuidanceNeed? {
    if let mentor, let second = other.mentor, mentor != second { return nil }
    let start = max(earliest, other.earliest)
    if let latest, earliest <= latest, latest < start { return nil }
    let ends = [latest, other.latest].compactMap(\.self).filter { start <= $0 }
    return GuidanceNeed(
      trainee: trainee, link: link, mode: mode, mentor: mentor ?? other.mentor,
      minutes: max(minutes, other.minutes), wish: wish ?? other.wish, earliest: start,
      latest: ends.min() ?? latest ?? other.latest, area: area ?? other.area,
      reasons: reasons + other.reasons)
  }
}
