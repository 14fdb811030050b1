import ArgumentParser
import Civil
import Planning
import Scheduling

/// What has come between, and what must stay, as typed.
struct RepairOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "谁缺席、何时：P003@2026-03-02，P003@2026-03-02..2026-03-06，P003@2026-03-02..（可重复）",
      en:
        "Who is away and when: P003@2026-03-02, P003@2026-03-02..2026-03-06, P003@2026-03-02.. (repeatable)",
      "person@dates"))
  var absent: [String] = []

  @Option(
    help: help(
      zh: "哪间教室停用、何时，写法同上（可重复）", en: "Which room is closed and when, written alike (repeatable)", "room@dates"
    ))
  var closed: [String] = []

  @Option(help: help(zh: "最多改动多少个课次", en: "How many sessions may move at most", "n"))
  var maxMoves: Int?

  @Option(
    help: help(
      zh: "保持不动：time（时间）、room（教室）、people（人员），可加“:”和班级、课次、学员、人员或教室的编号，如 time:C001（可重复）",
      en:
        "What stays: time, room or people, of all or after ':' of a class, session, trainee, person or room, "
        + "as time:C001 (repeatable)", "side[:id]"))
  var pin: [String] = []

  @Option(
    help: help(
      zh: "该日期之前的课次不动，也不往前移", en: "Sessions before this date stay, and none is moved before it", "date"))
  var from: String?

  @Option(
    help: help(
      zh: "搜索最多查看多少个可选位置；越多越可能证明", en: "How many places the search may look at: more may prove more", "n"))
  var effort = Repair.usualEffort

  func validate() throws { _ = try request() }

  func request() throws -> RepairRequest {
    var request = RepairRequest(effort: effort)
    request.absent = try absent.map {
      try Self.absence($0, "--absent", example: "P003@2026-03-02..2026-03-06")
    }
    request.closed = try closed.map { try Self.absence($0, "--closed", example: "R1@2026-03-02..2026-03-06") }
    request.keeps = try pin.map(Self.keep)
    request.maxMoves = maxMoves
    if let maxMoves, maxMoves < 0 {
      throw ValidationError(text(zh: "--max-moves 应不小于 0", en: "--max-moves should be 0 or more"))
    }
    if effort < 1 { throw ValidationError(text(zh: "--effort 应不小于 1", en: "--effort should be 1 or more")) }
    if let from {
      guard let date = CivilDate(from) else {
        throw ValidationError(
          text(
            zh: "--from：“\(from)”不是日期；应写成 2026-03-02",
            en: "--from: '\(from)' is no date; write it as 2026-03-02"))
      }
      request.start = date
    }
    return request
  }

  private static func absence(_ value: String, _ option: String, example: String) throws
    -> RepairRequest.Absence
  {
    guard let at = value.lastIndex(of: "@"), at > value.startIndex else {
      throw ValidationError(
        text(
          zh: "\(option)：“\(value)”应写成 \(example)",
          en: "\(option): '\(value)' should be written as \(example)"))
    }
    do {
      return RepairRequest.Absence(
        id: String(value[..<at]), dates: try DateRanges(value[value.index(after: at)...]))
    } catch .notADate(let item) {
      throw ValidationError(
        text(
          zh: "\(option)：“\(value)”中的“\(item)”不是日期；应写成 \(example)",
          en: "\(option): '\(item)' in '\(value)' is no date; write it as \(example)"))
    } catch .backwards(let item) {
      throw ValidationError(
        text(
          zh: "\(option)：“\(item)”的结束早于开始", en: "\(option): '\(item)' ends before it begins; turn it round"))
    }
  }

  private static func keep(_ value: String) throws -> RepairRequest.Keep {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var kept: Set<Kept> = []
    for side in parts[0].split(separator: ",", omittingEmptySubsequences: false) {
      if side == "all" {
        kept.formUnion(Kept.allCases)
      } else if let known = Kept(rawValue: String(side)) {
        kept.insert(known)
      } else {
        throw ValidationError(
          text(
            zh: "--pin：“\(value)”中的“\(side)”应为 time、room、people 或 all",
            en: "--pin: '\(side)' in '\(value)' should be time, room, people or all"))
      }
    }
    guard parts.count == 2 else { return RepairRequest.Keep(kept: kept, subject: nil) }
    let named = parts[1].split(separator: "=", maxSplits: 1).map(String.init)
    if named.count == 2, let kind = RepairRequest.Name.Kind(rawValue: named[0]) {
      return RepairRequest.Keep(kept: kept, subject: .init(kind: kind, id: named[1]))
    }
    guard !parts[1].isEmpty else {
      throw ValidationError(
        text(zh: "--pin：“\(value)”的冒号后应有编号", en: "--pin: '\(value)' should have an id after the colon"))
    }
    return RepairRequest.Keep(kept: kept, subject: .init(kind: nil, id: parts[1]))
  }
}

extension RepairError {
  /// What is wrong, and what to do.
  var failure: Failure {
    switch self {
    case .unknownPerson(let id):
      Failure(
        Wording(
          zh: "--absent：没有师资或导师“\(id)”；请核对 people 表",
          en: "--absent: there is no person '\(id)'; see the table people"))
    case .unknownRoom(let id):
      Failure(
        Wording(
          zh: "--closed：没有教室“\(id)”；请核对 rooms 表",
          en: "--closed: there is no room '\(id)'; see the table rooms"))
    case .outsidePlan(let id, let dates, let from, let to):
      Failure(
        Wording(
          zh: "\(id)@\(dates)：不在计划期 \(from) 至 \(to) 之内",
          en: "\(id)@\(dates): not within the plan, \(from) to \(to)"))
    case .beforeStart(let id, let dates, let start):
      Failure(
        Wording(
          zh: "\(id)@\(dates)：早于 --from \(start)，其前的课次不动；请改日期或 --from",
          en: "\(id)@\(dates): before --from \(start), until which nothing moves; change the dates or --from")
      )
    case .startAfterPlan(let start, let to):
      Failure(
        Wording(
          zh: "--from \(start)：计划期至 \(to) 为止；请给出不晚于它的日期",
          en: "--from \(start): the plan ends on \(to); give a date that is no later"))
    case .noneKnown(let sessions):
      Failure(
        Wording(
          zh: "课表的 \(sessions) 个课次都不在数据包中；请核对课表与数据包是否相配",
          en: "none of the \(sessions) sessions of the timetable is in the bundle; "
            + "see that the two belong together"))
    case .unknownName(let name):
      Failure(
        Wording(
          zh: "--pin：课表中没有“\(name.id)”；应为班级、课次、学员、人员或教室的编号",
          en:
            "--pin: the timetable has no '\(name.id)'; give the id of a class, session, trainee, person or room"
        ))
    case .ambiguousName(let id, let kinds):
      Failure(
        Wording(
          zh: "--pin：“\(id)”有多种含义；请写成 "
            + kinds.map { "\($0.rawValue)=\(id)" }.joined(separator: " 或 "),
          en: "--pin: '\(id)' names several things; write "
            + kinds.map { "\($0.rawValue)=\(id)" }.joined(separator: " or ")))
    }
  }
}
