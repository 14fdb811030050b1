import Civil
import Scheduling

/// What cells say, in words: one, or several that say the same of different rows.
struct SentencePart {
  let names: FactNames

  private var problem: Problem { names.problem }

  /// Different values that are told each by itself.
  private static let mostValues = 4

  /// The facts in groups that say the same of different rows, or the like where they give many values, in the order in
  /// which the first of each comes.
  func groups(of facts: [Fact]) -> [[Fact]] {
    let many = Dictionary(grouping: facts) { said($0, "") }.filter { _, own in
      Set(own.map(value)).count > Self.mostValues
    }
    var index: [String: Int] = [:]
    var groups: [[Fact]] = []
    for fact in facts {
      let kind = said(fact, "")
      let key = many[kind] == nil ? said(fact, value(of: fact)) : kind
      if let known = index[key] {
        groups[known].append(fact)
      } else {
        index[key] = groups.count
        groups.append([fact])
      }
    }
    return groups
  }

  /// What facts of one group say.
  func of(_ group: [Fact]) -> Wording {
    guard let first = group.first else { return Wording(zh: "", en: "") }
    var known: Set<String> = []
    let values = group.map(value).filter { known.insert($0).inserted }
    let ids = group.map { names.cell(of: $0).id }
    let (zh, en) = (values.first(3, separatedBy: "、"), values.first(3, separatedBy: ", "))
    return Wording(
      zh: wording(of: first, ids: ids, zh).chinese, en: wording(of: first, ids: ids, en).english)
  }

  private func value(of fact: Fact) -> String { names.cell(of: fact).value }

  /// What a fact says of whatever rows.
  private func said(_ fact: Fact, _ value: String) -> String {
    wording(of: fact, ids: ["", ""], value).chinese
  }

  private func wording(of fact: Fact, ids: [String], _ value: String) -> Wording {
    let (zh, en) = (few(ids, "、"), few(ids, ", "))
    let isOne = ids.count == 1
    let (each, are, have) = (isOne ? "" : "各", isOne ? "is" : "are", isOne ? "has" : "have")
    let (s, es) = (isOne ? "s" : "", isOne ? "" : " each")
    switch fact {
    case .earliest:
      return Wording(zh: "\(zh) 最早 \(value) 开始", en: "\(en) start\(s) on \(value) at the earliest")
    case .latest: return Wording(zh: "\(zh) 最迟 \(value) 结束", en: "\(en) end\(s) on \(value) at the latest")
    case .open: return Wording(zh: "\(zh) 只在 \(value) 上课", en: "\(en) \(are) open \(value) only")
    case .dayLimit:
      return Wording(
        zh: "\(zh) 每天\(each)最多 \(value) 课时", en: "\(en) \(have) at most \(value) periods a day\(es)")
    case .variety:
      return Wording(
        zh: "课程 \(zh) 的班级至少由 \(value) 名不同讲师授课", en: "a class of \(en) meets at least \(value) lecturers")
    case .site: return Wording(zh: "\(zh) 在培训点 \(value) 上课", en: "\(en) \(are) held at site \(value)")
    case .seats: return Wording(zh: "\(zh) \(each)有 \(value) 人", en: "\(en) need\(s) \(value) seats\(es)")
    case .people(let series):
      return names.isClass(series)
        ? Wording(zh: "\(zh) 只由 \(value) 授课", en: "only \(value) may teach \(en)")
        : Wording(zh: "\(zh) 的导师为 \(value)", en: "\(of(en, isOne, "mentor")) is \(value)")
    case .meetingGap:
      return Wording(
        zh: "\(zh) 的辅导至少间隔 \(value) 天", en: "\(of(en, isOne, "meetings")) are at least \(value) days apart")
    case .mode:
      return self.value(of: fact) == "visit"
        ? Wording(zh: "\(zh) 的辅导为上门", en: "\(of(en, isOne, "meetings")) are visits")
        : Wording(zh: "\(zh) 的辅导在咨询室面谈", en: "\(of(en, isOne, "meetings")) are in the office")
    case .qualification:
      return Wording(zh: "\(zh) 要求资质 \(value)", en: "\(en) ask\(s) for the qualification \(value)")
    case .features: return Wording(zh: "\(zh) 要求教室有 \(value)", en: "\(en) need\(s) a room with \(value)")
    case .team:
      return Wording(
        zh: "\(zh) \(each)需 \(value) 名讲师同堂", en: "\(en) need\(s) \(value) lecturers at once\(es)")
    case .gapDays:
      return Wording(
        zh: "\(zh) 至少在前一模块结束 \(value) 天后开始",
        en: "\(en) start\(s) at least \(value) days after what comes before")
    case .personOpen: return Wording(zh: "\(zh) 只在 \(value) 可排课", en: "\(en) \(are) open \(value) only")
    case .personDay:
      return Wording(
        zh: "\(zh) \(isOne ? "" : "每人")每天最多 \(value) 课时",
        en: "\(en) hold\(s) at most \(value) periods a day\(es)")
    case .personWeek:
      return Wording(
        zh: "\(zh) \(isOne ? "" : "每人")每周最多 \(value) 课时",
        en: "\(en) hold\(s) at most \(value) periods a week\(es)")
    case .roomOpen:
      return Wording(
        zh: "教室 \(zh) 只在 \(value) 开放", en: "room\(isOne ? "" : "s") \(en) \(are) open \(value) only")
    case .holders, .lecturers, .mentors, .capacity, .equipped: return supply(fact)
    case .travel:
      return Wording(
        zh: "\(zh) 路程\(each)为 \(value) 分钟",
        en: isOne ? "the way \(en) takes \(value) minutes" : "the ways \(en) take \(value) minutes each")
    case .defaultTravel:
      return Wording(zh: "其余路程 \(value) 分钟", en: "any other way takes \(value) minutes")
    case .planStart: return Wording(zh: "计划 \(value) 开始", en: "the plan starts on \(value)")
    case .planEnd: return Wording(zh: "计划 \(value) 结束", en: "the plan ends on \(value)")
    case .held, .module, .order, .attends, .busy, .holiday, .pin:
      let column = names.cell(of: fact).column
      return Wording(zh: "\(zh) \(column) \(value)", en: "\(en) \(column) \(value)")
    }
  }

  /// Something of one or several, in English.
  private func of(_ ids: String, _ isOne: Bool, _ what: String) -> String {
    isOne ? "\(ids)'s \(what)" : "the \(what) of \(ids)"
  }

  private func supply(_ fact: Fact) -> Wording {
    switch fact {
    case .holders(let qualification):
      let ids = names.holders(of: qualification)
      return ids.isEmpty
        ? Wording(zh: "没有讲师具备资质 \(qualification)", en: "no lecturer holds \(qualification)")
        : Wording(
          zh: "具备资质 \(qualification) 的讲师只有 \(ids.count) 名（\(few(ids, "、"))）",
          en: "only \(few(ids, ", ")) \(ids.count == 1 ? "holds" : "hold") \(qualification)")
    case .lecturers:
      return role(problem.people.filter(\.isLecturer).map(\.id), Wording(zh: "讲师", en: "lecturers"))
    case .mentors: return role(problem.people.filter(\.isMentor).map(\.id), Wording(zh: "导师", en: "mentors"))
    case .equipped(let feature):
      let ids = problem.rooms.filter { $0.features.contains(feature) }.map(\.id)
      return ids.isEmpty
        ? Wording(zh: "没有教室有 \(feature)", en: "no room has \(feature)")
        : Wording(
          zh: "有 \(feature) 的教室只有 \(few(ids, "、"))",
          en: "only \(few(ids, ", ")) \(ids.count == 1 ? "has" : "have") \(feature)")
    default:
      let most = problem.rooms.map(\.capacity).max() ?? 0
      return Wording(zh: "教室座位有限，全部教室最多 \(most) 座", en: "rooms have only their seats, the largest \(most)")
    }
  }

  private func role(_ ids: [String], _ title: Wording) -> Wording {
    ids.isEmpty
      ? Wording(zh: "没有\(title.chinese)", en: "there are no \(title.english)")
      : Wording(
        zh: "\(title.chinese)只有 \(ids.count) 名（\(few(ids, "、"))）",
        en: "there are only \(ids.count) \(title.english) (\(few(ids, ", ")))")
  }

  private func few(_ ids: [String], _ separator: String) -> String { ids.first(8, separatedBy: separator) }
}

extension [String] {
  /// The first of many names, and how many there are.
  func first(_ most: Int, separatedBy separator: String) -> String {
    count <= most
      ? joined(separator: separator) : prefix(most).joined(separator: separator) + " … (\(count))"
  }
}
