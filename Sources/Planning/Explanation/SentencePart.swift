import Civil
import Scheduling

/// What one cell says, in words.
struct SentencePart {
  let names: FactNames

  private var problem: Problem { names.problem }

  func of(_ fact: Fact) -> Wording {
    let cell = names.cell(of: fact)
    let (id, value) = (cell.id, cell.value)
    switch fact {
    case .earliest: return Wording(zh: "\(id) 最早 \(value) 开始", en: "\(id) starts on \(value) at the earliest")
    case .latest: return Wording(zh: "\(id) 最迟 \(value) 结束", en: "\(id) ends on \(value) at the latest")
    case .open: return Wording(zh: "\(id) 只在 \(value) 上课", en: "\(id) is open \(value) only")
    case .dayLimit:
      return Wording(zh: "\(id) 每天最多 \(value) 课时", en: "\(id) has at most \(value) periods a day")
    case .variety:
      return Wording(
        zh: "课程 \(id) 的班级至少由 \(value) 名不同讲师授课", en: "a class of \(id) meets at least \(value) lecturers")
    case .site: return Wording(zh: "\(id) 在培训点 \(value) 上课", en: "\(id) is held at site \(value)")
    case .seats: return Wording(zh: "\(id) 有 \(value) 人", en: "\(id) needs \(value) seats")
    case .people(let series):
      return names.isClass(series)
        ? Wording(zh: "\(id) 只由 \(value) 授课", en: "only \(value) may teach \(id)")
        : Wording(zh: "\(id) 的导师为 \(value)", en: "\(id)'s mentor is \(value)")
    case .meetingGap:
      return Wording(zh: "\(id) 的辅导至少间隔 \(value) 天", en: "\(id)'s meetings are at least \(value) days apart")
    case .mode: return mode(cell)
    case .qualification:
      return Wording(zh: "\(id) 要求资质 \(value)", en: "\(id) asks for the qualification \(value)")
    case .features: return Wording(zh: "\(id) 要求教室有 \(value)", en: "\(id) needs a room with \(value)")
    case .team: return Wording(zh: "\(id) 需 \(value) 名讲师同堂", en: "\(id) needs \(value) lecturers at once")
    case .gapDays:
      return Wording(
        zh: "\(id) 至少在前一模块结束 \(value) 天后开始",
        en: "\(id) starts at least \(value) days after what comes before it")
    case .personOpen: return Wording(zh: "\(id) 只在 \(value) 可排课", en: "\(id) is open \(value) only")
    case .personDay:
      return Wording(zh: "\(id) 每天最多 \(value) 课时", en: "\(id) holds at most \(value) periods a day")
    case .personWeek:
      return Wording(zh: "\(id) 每周最多 \(value) 课时", en: "\(id) holds at most \(value) periods a week")
    case .roomOpen: return Wording(zh: "教室 \(id) 只在 \(value) 开放", en: "room \(id) is open \(value) only")
    case .holders, .lecturers, .mentors, .capacity, .equipped: return supply(fact)
    case .travel: return Wording(zh: "\(id) 路程 \(value) 分钟", en: "the way \(id) takes \(value) minutes")
    case .defaultTravel:
      return Wording(zh: "其余路程 \(value) 分钟", en: "any other way takes \(value) minutes")
    case .planStart: return Wording(zh: "计划 \(value) 开始", en: "the plan starts on \(value)")
    case .planEnd: return Wording(zh: "计划 \(value) 结束", en: "the plan ends on \(value)")
    case .held, .module, .order, .attends, .busy, .holiday, .pin:
      return Wording(zh: "\(id) \(cell.column) \(value)", en: "\(id) \(cell.column) \(value)")
    }
  }

  private func mode(_ cell: FactCell) -> Wording {
    cell.value == "visit"
      ? Wording(zh: "\(cell.id) 的辅导为上门", en: "\(cell.id)'s meetings are visits")
      : Wording(zh: "\(cell.id) 的辅导在咨询室面谈", en: "\(cell.id)'s meetings are in the office")
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

  private func few(_ ids: [String], _ separator: String) -> String {
    ids.count <= 8
      ? ids.joined(separator: separator) : ids.prefix(8).joined(separator: separator) + " … (\(ids.count))"
  }
}
