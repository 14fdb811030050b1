import Civil
import Planning
import Scheduling

/// What a repair changed, for people and for programs.
enum RepairReport {
  static func lines(_ plan: RepairPlan, in language: Language) -> [String] {
    var lines = [verdict(plan)[language], ""]
    for move in plan.moves { lines += self.lines(move, in: language) }
    if !plan.moves.isEmpty { lines.append("") }
    lines += list(Wording(zh: "新排入的课次：", en: "Newly placed:"), plan.added, in: language)
    lines += list(Wording(zh: "已取消的课次：", en: "No longer held:"), plan.dropped, in: language)
    lines += list(
      Wording(
        zh: "违反现行规则、因在起始日期之前而保留的课次：", en: "Kept though they break a rule now, as they lie before the start:"),
      plan.held, in: language)
    let unplaced = UnplacedList.lines(plan.unplaced, in: language)
    if !unplaced.isEmpty { lines += unplaced + [""] }
    let broken = plan.broken.map { "\($0.constraint) \($0.explanation[language])" }
    if !broken.isEmpty { lines += broken + [""] }
    return lines + CostComparison.lines(plan.before, plan.after, in: language)
  }

  /// How many sessions move, and what is proved of that number.
  static func verdict(_ plan: RepairPlan) -> Wording {
    let moves = plan.moves.count
    let head = Wording(
      zh: "改动 \(moves) 个课次", en: moves == 1 ? "1 session moves" : "\(moves) sessions move")
    let tail = plan.unplaced.isEmpty ? complete(plan) : incomplete(plan)
    return Wording(zh: head.chinese + tail.chinese, en: head.english + tail.english)
  }

  private static func complete(_ plan: RepairPlan) -> Wording {
    let least = plan.fewestMoves
    if plan.isFewest {
      return Wording(zh: "；已证明不可能更少。", en: "; it is proved that no repair moves fewer.")
    }
    return Wording(
      zh: "；已证明至少需改动 \(least) 个。", en: "; at least \(least) \(least == 1 ? "is" : "are") proved needed.")
  }

  private static func incomplete(_ plan: RepairPlan) -> Wording {
    let left = plan.unplaced.count
    let (zh, en) = ("，\(left) 个课次未能排入", ", \(left) \(left == 1 ? "finds" : "find") no place")
    let least = plan.fewestMoves
    if plan.isImpossible {
      // That much is proved even where it is not known of how many.
      let sure = max(1, plan.fewestUnplaced)
      return Wording(
        zh: zh + "；已证明无论改动多少，至少有 \(sure) 个课次无法排入。",
        en: en + "; it is proved that at least \(sure) cannot be placed, however many move.")
    }
    if let most = plan.maxMoves, plan.isBudgetTooSmall {
      return Wording(
        zh: zh + "；已证明改动 \(most) 个以内无法全部排入，至少需改动 \(least) 个。",
        en: en + "; it is proved that \(most) \(most == 1 ? "move does" : "moves do") not repair all: "
          + "at least \(least) are needed.")
    }
    let within: Wording =
      plan.maxMoves.map { Wording(zh: "改动 \($0) 个以内", en: " within \($0) moves") } ?? Wording(zh: "", en: "")
    return Wording(
      zh: zh + "；\(within.chinese)没有找到全部排入的办法，已证明至少需改动 \(least) 个。",
      en: en + "; no complete repair\(within.english) was found, at least \(least) moves are proved needed.")
  }

  private static func lines(_ move: RepairPlan.Move, in language: Language) -> [String] {
    let (old, new) = (move.old, move.new)
    let trainees = Wording(zh: "（学员 \(move.trainees) 人）", en: " (\(move.trainees) trainees)")
    var lines = ["  " + SessionName.of(move.session)[language] + trainees[language]]
    func add(_ head: Wording, _ was: String, _ now: String) {
      if was != now { lines.append("    \(head[language])  \(was) → \(now)") }
    }
    add(Wording(zh: "时间", en: "time  "), time(old), time(new))
    add(Wording(zh: "教室", en: "room  "), room(old), room(new))
    if Set(old.people) != Set(new.people) {
      add(
        Wording(zh: "人员", en: "people"), old.people.joined(separator: ";"), new.people.joined(separator: ";"))
    }
    return lines
  }

  static func time(_ row: TimetableRow) -> String {
    "\(row.date) \(row.block) \(row.firstPeriod)-\(row.firstPeriod + row.periods - 1)"
  }

  private static func room(_ row: TimetableRow) -> String { row.room.isEmpty ? "–" : row.room }

  /// Time, room and people of a row.
  static func place(_ row: TimetableRow) -> String {
    "\(time(row))  \(room(row))  \(row.people.joined(separator: ";"))"
  }

  private static func list(_ head: Wording, _ rows: [TimetableRow], in language: Language) -> [String] {
    guard !rows.isEmpty else { return [] }
    return [head[language]]
      + rows.map { "  \(SessionName.of(SessionKey($0))[language])  \(place($0))" } + [""]
  }
}

extension RepairReport {
  /// The repair as a program reads it.
  struct JSON: Encodable {
    struct Place: Encodable {
      let date: String
      let block: String
      let firstPeriod: Int
      let room: String
      let people: [String]

      init(_ row: TimetableRow) {
        date = row.date.description
        block = row.block
        firstPeriod = row.firstPeriod
        room = row.room
        people = row.people
      }
    }
    struct Move: Encodable {
      let session: String
      let trainees: Int
      let old: Place
      let new: Place
    }
    struct Unplaced: Encodable {
      let session: String
      let reason: BothLanguages
    }
    let moves: [Move]
    let added: [String]
    let dropped: [String]
    let held: [String]
    let unplaced: [Unplaced]
    let fewestMoves: Int
    let isFewest: Bool
    let isImpossible: Bool
    let fewestUnplaced: Int
    let maxMoves: Int?
    let verdict: BothLanguages
    let cost: [String: CostComparison.Entry]
    let total: CostComparison.Entry

    init(_ plan: RepairPlan) {
      moves = plan.moves.map {
        Move(
          session: $0.session.sessionID, trainees: $0.trainees, old: Place($0.old), new: Place($0.new))
      }
      added = plan.added.map(\.session)
      dropped = plan.dropped.map(\.session)
      held = plan.held.map(\.session)
      unplaced = plan.unplaced.map {
        Unplaced(session: $0.session.sessionID, reason: BothLanguages($0.reason))
      }
      fewestMoves = plan.fewestMoves
      isFewest = plan.isFewest
      isImpossible = plan.isImpossible
      fewestUnplaced = plan.fewestUnplaced
      maxMoves = plan.maxMoves
      verdict = BothLanguages(RepairReport.verdict(plan))
      cost = CostComparison.entries(plan.before, plan.after)
      total = CostComparison.total(plan.before, plan.after)
    }
  }
}

/// A text in both languages, for programs.
struct BothLanguages: Encodable {
  let zh: String
  let en: String

  init(_ wording: Wording) {
    zh = wording.chinese
    en = wording.english
  }
}
