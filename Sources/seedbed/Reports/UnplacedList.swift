import Civil
import Planning

/// The sessions that found no place, each with the first reason found.
enum UnplacedList {
  static func lines(_ unplaced: [UnplacedSession], in language: Language) -> [String] {
    guard !unplaced.isEmpty else { return [] }
    let head = Wording(
      zh: "未能排入 \(unplaced.count) 个课次：", en: "\(unplaced.count) sessions found no place:")
    var table = TextTable([
      Wording(zh: "课次", en: "session")[language], Wording(zh: "原因", en: "reason")[language],
    ])
    for entry in unplaced { table.add([entry.session.description, entry.reason[language]]) }
    return [head[language]] + table.lines()
  }
}
