import Civil
import Mentors
import Scheduling

/// Why a meeting waits, in the planner's words and with what would help.
struct HindranceWording {
  private let bundle: PlanningBundle
  private let problem: Problem

  init(_ bundle: PlanningBundle, _ problem: Problem) {
    self.bundle = bundle
    self.problem = problem
  }

  subscript(hindrance: Hindrance) -> Wording {
    switch hindrance {
    case .nobody: Wording(zh: "没有能承担的导师", en: "there is no mentor for it")
    case .noRoom:
      Wording(
        zh: "没有设有 consult 的教室（开业指导窗口）；请在 rooms 表补上，或改为上门、线上",
        en: "no room has the feature consult: add a desk to the table rooms, or agree on a visit or a call")
    case .noDay(let days):
      Wording(
        zh: "\(Self.span(days).chinese)都是节假日，或没有一个时段容得下这次指导",
        en: "\(Self.span(days).english) are holidays, or no block of theirs is long enough")
    case .facts(let reason): sentence(reason)
    case .shortage(let shortage): sentence(shortage)
    case .stopped:
      Wording(
        zh: "搜索时间用完，没有排上；可加大 --seconds 再试", en: "the time to search was over: search longer with --seconds")
    case .taken(let others, let people, let days):
      Wording(
        zh: "\(names(people).chinese)在\(Self.span(days).chinese)的空余课时已给了其他指导（同期共 \(others) 次），没有找到能让出的",
        en: "the free periods of \(names(people).english) \(Self.span(days).english) went to others "
          + "(\(others) meetings want these days), and none was found that could be moved")
    }
  }

  private func sentence(_ reason: Hindrance.Reason) -> Wording {
    let (people, days) = (names(reason.people), Self.span(reason.days))
    let parts = reason.facts.map { Self.phrase($0, people) }
    let remedies = reason.cures.prefix(3).map { cure in
      let own = cure.map(Self.remedy)
      return Wording(
        zh: own.map(\.chinese).joined(separator: "并"), en: own.map(\.english).joined(separator: " and "))
    }
    return Wording(
      zh: "\(days.chinese)没有空位：" + parts.map(\.chinese).joined(separator: "，") + "；可"
        + remedies.map(\.chinese).joined(separator: "，或"),
      en: "no place \(days.english): " + parts.map(\.english).joined(separator: ", ") + "; "
        + remedies.map(\.english).joined(separator: ", or "))
  }

  private static func phrase(_ fact: Hindrance.Fact, _ people: Wording) -> Wording {
    switch fact {
    case .hours: Wording(zh: "\(people.chinese)不在开放时间", en: "the hours of \(people.english) are closed")
    case .calendars:
      Wording(
        zh: "\(people.chinese)的日历或例会已占",
        en: "calendars or standing meetings of \(people.english) take the time")
    case .sessions:
      Wording(zh: "\(people.chinese)已有课次或指导", en: "\(people.english) hold other sessions")
    case .limits:
      Wording(
        zh: "\(people.chinese)已到每日或每周课时上限", en: "\(people.english) have reached their periods a day or a week"
      )
    case .travel: Wording(zh: "\(people.chinese)来不及往返", en: "\(people.english) cannot travel in time")
    case .roomHours: Wording(zh: "窗口不开放", en: "the desks are closed")
    case .roomSessions: Wording(zh: "窗口已被占用", en: "the desks are taken")
    case .trainee: Wording(zh: "学员有课", en: "the trainee is in class")
    }
  }

  private static func remedy(_ fact: Hindrance.Fact) -> Wording {
    switch fact {
    case .hours: Wording(zh: "请导师增加开放时间", en: "ask the mentors for more hours")
    case .calendars: Wording(zh: "请导师腾出时间", en: "ask the mentors to free some time")
    case .sessions, .limits: Wording(zh: "改请其他导师", en: "ask another mentor")
    case .travel: Wording(zh: "改为线上", en: "meet on line")
    case .roomHours: Wording(zh: "延长窗口开放时间", en: "open the desks longer")
    case .roomSessions: Wording(zh: "增设窗口", en: "add a desk")
    case .trainee: Wording(zh: "另约日期", en: "agree on other days")
    }
  }

  private func sentence(_ shortage: Hindrance.Shortage) -> Wording {
    let days = Self.span(shortage.days)
    let unit =
      shortage.isOfPeriods ? Wording(zh: "课时", en: " periods") : Wording(zh: "次", en: " meetings")
    let (wanted, bearable) = (shortage.wanted, shortage.bearable)
    let short = wanted - bearable
    if shortage.people.isEmpty {
      let count = shortage.rooms.count
      return Wording(
        zh: "\(days.chinese)\(count) 个窗口至多还能接待 \(bearable) \(unit.chinese)，需要 \(wanted) \(unit.chinese)，"
          + "缺 \(short) \(unit.chinese)；可延长窗口开放时间，或改为线上",
        en: "\(count) desks can take \(bearable) more\(unit.english) \(days.english) at most, \(wanted) "
          + "are wanted, \(short) too many; open the desks longer, or meet on line")
    }
    let people = names(shortage.people)
    let seated =
      shortage.rooms.isEmpty ? Wording(zh: "", en: "") : Wording(zh: "（坐班）", en: " in the office")
    return Wording(
      zh: "\(people.chinese)\(days.chinese)至多还能指导 \(bearable) \(unit.chinese)\(seated.chinese)，需要 "
        + "\(wanted) \(unit.chinese)，缺 \(short) \(unit.chinese)；可增加导师或开放时间，或放宽日期",
      en:
        "\(people.english) can hold \(bearable) more\(unit.english)\(seated.english) \(days.english) at most, "
        + "\(wanted) are wanted, \(short) too many; win mentors or hours, or allow other days")
  }

  private static func span(_ days: ClosedRange<CivilDate>) -> Wording {
    days.count == 1
      ? Wording(zh: " \(days.lowerBound) ", en: "on \(days.lowerBound)")
      : Wording(
        zh: " \(days.lowerBound) 至 \(days.upperBound) ", en: "from \(days.lowerBound) to \(days.upperBound)")
  }

  /// Up to three by name, and how many there are.
  private func names(_ people: [Int]) -> Wording {
    let named = Dictionary(bundle.people.map { ($0.id, $0.name) }) { first, _ in first }
    let ids = people.map { problem.people[$0].id }
    let first = ids.prefix(3).map { id in named[id].flatMap { $0.isEmpty ? nil : $0 } ?? id }
    let more = ids.count - first.count
    return Wording(
      zh: "导师" + first.joined(separator: "、") + (more > 0 ? "等 \(ids.count) 人" : ""),
      en: first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}
