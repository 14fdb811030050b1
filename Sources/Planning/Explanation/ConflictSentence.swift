import Civil
import Cohorts
import Courses
import Mentors
import Scheduling

/// A conflict as a planner would tell it: who wants what, what stands against it, and the count where one decides.
struct ConflictSentence {
  let names: FactNames
  let conflict: Conflict

  private var problem: Problem { names.problem }
  private var facts: [Fact] { conflict.facts }

  var wording: Wording {
    let parts = wanted + limits + [count].compactMap(\.self)
    return Wording(
      zh: parts.map(\.chinese).joined(separator: "；") + "。"
        + (facts.count > 1 ? "以上各项不能同时成立。" : "这一项无法成立。"),
      en: capitalised(parts.map(\.english).joined(separator: "; ")) + ". "
        + (facts.count > 1 ? "These cannot all hold." : "This cannot hold."))
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  // MARK: Who wants what

  private var wanted: [Wording] {
    let series = conflict.series
    var parts: [Wording] = []
    let classes = series.filter(names.isClass)
    let modules = facts.compactMap { fact -> Int? in
      if case .module(let module) = fact { return module }
      return nil
    }
    if !classes.isEmpty {
      let ids = classes.map { problem.series[$0].id }
      let courses = Set(classes.map { names.bundle.classes[$0].course })
      let taught = modules.map { names.bundle.modules[$0] }.filter { courses.contains($0.course) }
      let periods = classes.reduce(0) { sum, one in
        sum
          + taught.filter { $0.course == names.bundle.classes[one].course }.reduce(0) { $0 + $1.periods }
      }
      let titles = taught.map(\.id)
      let part =
        titles.isEmpty
        ? Wording(zh: "班级 \(few(ids, "、"))", en: "\(ids.count == 1 ? "class" : "classes") \(few(ids, ", "))")
        : Wording(
          zh: "班级 \(few(ids, "、")) 的模块 \(few(titles, "、"))\(ids.count > 1 ? "共" : "")需 \(periods) 课时",
          en: "\(few(titles, ", ")) of \(ids.count == 1 ? "class" : "classes") \(few(ids, ", ")) "
            + "\(titles.count == 1 && ids.count == 1 ? "needs" : "need") \(periods) periods")
      parts.append(part)
    }
    return parts + meetings(of: series.filter { !names.isClass($0) })
  }

  /// Requests for mentoring, those together that want as many meetings as long.
  private func meetings(of series: [Int]) -> [Wording] {
    var groups: [(meetings: Int, periods: Int, ids: [String])] = []
    for one in series {
      let own = problem.series[one]
      let meetings = own.sessions.count
      let periods = own.sessions.first.map { problem.sessions[$0].periods } ?? 0
      if let known = groups.firstIndex(where: { $0.meetings == meetings && $0.periods == periods }) {
        groups[known].ids.append(own.id)
      } else {
        groups.append((meetings, periods, [own.id]))
      }
    }
    return groups.map { meetings, periods, ids in
      let isOne = ids.count == 1
      return Wording(
        zh: "学员 \(few(ids, "、")) \(isOne ? "" : "各")需辅导 \(meetings) 次，每次 \(periods) 课时",
        en: "trainee\(isOne ? "" : "s") \(few(ids, ", ")) want\(isOne ? "s" : "") \(meetings) "
          + "\(meetings == 1 ? "meeting" : "meetings") of \(periods) periods\(isOne ? "" : " each")")
    }
  }

  private func few(_ names: [String], _ separator: String, most: Int = 12) -> String {
    names.first(most, separatedBy: separator)
  }

  // MARK: What stands against it

  private var limits: [Wording] {
    var busy: [Int: [Int]] = [:]
    var holidays: [CivilDate] = []
    var pins: [Int: [Fact.PinnedPart]] = [:]
    var others: [Fact] = []
    for fact in facts {
      switch fact {
      case .busy(let person, let event): busy[person, default: []].append(event)
      case .holiday(let date): holidays.append(date)
      case .pin(let session, _, let part): pins[session, default: []].append(part)
      case .held, .module, .attends, .order: break
      default: others.append(fact)
      }
    }
    let part = SentencePart(names: names)
    let parts = part.groups(of: others).map(part.of)
    let pinned = pins.sorted { $0.key < $1.key }.map { pin(of: $0.key) }
    let taken = busy.sorted { $0.key < $1.key }.map { busyPart($0.key, $0.value) }
    return parts + first(pinned) + first(taken) + orderPart + holidayPart(holidays) + first(traineePart)
  }

  /// The first of many parts of a kind, and how many there are.
  private func first(_ parts: [Wording], most: Int = 8) -> [Wording] {
    guard parts.count > most else { return parts }
    let rest = parts.count - most
    return parts.prefix(most) + [Wording(zh: "另有同类 \(rest) 项", en: "and \(rest) more like these")]
  }

  private func pin(of session: Int) -> Wording {
    let needed = problem.sessions[session]
    let cells = facts.compactMap { fact -> String? in
      guard case .pin(session, _, _) = fact else { return nil }
      return names.cell(of: fact).value
    }
    let id = problem.series[needed.series].id
    return Wording(
      zh: "\(id) \(needed.module) 第 \(needed.part) 次固定在 \(cells.joined(separator: "、"))",
      en: "\(id) \(needed.module) part \(needed.part) is pinned to \(cells.joined(separator: ", "))")
  }

  private func busyPart(_ person: Int, _ events: [Int]) -> Wording {
    let one = problem.people[person]
    let times = events.map { one.busy[$0] }.sorted { $0.lowerBound < $1.lowerBound }
    let listed = times.map { time in
      time.lowerBound.date == time.upperBound.date
        ? "\(time.lowerBound)–\(time.upperBound.time)" : "\(time.lowerBound)–\(time.upperBound)"
    }
    return Wording(
      zh: "\(one.id) 日历上已有安排：\(few(listed, "、", most: 6))",
      en: "\(one.id) is busy by calendar \(few(listed, ", ", most: 6))")
  }

  private var orderPart: [Wording] {
    let modules = facts.compactMap { fact -> Int? in
      if case .order(let module) = fact { return module }
      return nil
    }
    guard modules.count > 1 else { return [] }
    let rows = modules.map { names.bundle.modules[$0] }.sorted { $0.order < $1.order }
    let listed = rows.map { "\($0.id) (\($0.order))" }
    return [
      Wording(
        zh: "模块须按顺序进行：\(few(listed, "、"))", en: "the modules keep their order: \(few(listed, ", "))")
    ]
  }

  private func holidayPart(_ dates: [CivilDate]) -> [Wording] {
    guard !dates.isEmpty else { return [] }
    let listed = dates.map { "\($0)" }
    return [
      Wording(
        zh: "\(few(listed, "、")) 为节假日",
        en: "\(few(listed, ", ")) \(dates.count == 1 ? "is a holiday" : "are holidays")")
    ]
  }

  private var traineePart: [Wording] {
    var classes: [Int: [String]] = [:]
    for fact in facts {
      guard case .attends(let trainee, let series) = fact else { continue }
      classes[trainee, default: []].append(problem.series[series].id)
    }
    return classes.sorted { $0.key < $1.key }.map { trainee, ids in
      let id = names.bundle.trainees[trainee].id
      return Wording(
        zh: "学员 \(id) 报名 \(ids.joined(separator: "、"))",
        en: "trainee \(id) attends \(ids.joined(separator: ", "))")
    }
  }

  // MARK: The count

  private var count: Wording? {
    guard let shortage = conflict.shortage else { return nil }
    let (needed, offered) = (shortage.needed, shortage.offered)
    switch shortage.kind {
    case .ownDays:
      return Wording(
        zh: "可上课的时间只容得下 \(offered) 课时，需要 \(needed) 课时",
        en: "the open time holds \(offered) periods, \(needed) are needed")
    case .trainee:
      return Wording(
        zh: "同一学员要上的课需 \(needed) 课时，共同可用的时间只容得下 \(offered) 课时",
        en: "what one trainee attends needs \(needed) periods, the open time holds \(offered)")
    case .people:
      return Wording(
        zh: "可授课人员只有 \(offered) 课时可用，需要 \(needed) 课时",
        en: "the people who may hold them have \(offered) periods free, \(needed) are needed")
    case .teams:
      return Wording(
        zh: "可授课人员同时需多名，只够上 \(offered) 课时，需要 \(needed) 课时",
        en: "with so many of them needed at once, the people who may hold them serve \(offered) periods, "
          + "\(needed) are needed")
    case .rooms:
      return Wording(
        zh: "合适的教室只有 \(offered) 课时可用，需要 \(needed) 课时",
        en: "the rooms that suit have \(offered) periods free, \(needed) are needed")
    }
  }
}
