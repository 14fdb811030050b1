import ArgumentParser
import Civil
import Reports
import Scheduling

/// `constraints`: the rules that every timetable is judged by, printed from the list itself.
struct Constraints: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: text(zh: "列出全部排课规则及权重", en: "List the rules of timetables with their weights"))
  }

  func run() throws {
    for line in Self.lines([Constraint].standard, in: Console.language, width: Console.columns) {
      Console.write(line)
    }
  }

  static func lines(_ constraints: [Constraint], in language: Language, width: Int) -> [String] {
    let heads = [
      Wording(zh: "规则", en: "rule"), Wording(zh: "名称", en: "name"), Wording(zh: "级别", en: "level"),
      Wording(zh: "说明", en: "what it says"),
    ]
    var table = TextTable(heads.map { $0[language] })
    for constraint in constraints {
      let level =
        switch constraint.level {
        case .hard: Wording(zh: "硬", en: "hard")
        case .soft(let weight):
          Wording(zh: "软 ×\(Numbers.short(weight))", en: "soft ×\(Numbers.short(weight))")
        }
      table.add([constraint.id, constraint.name[language], level[language], constraint.sentence[language]])
    }
    return table.lines(width: width)
  }
}
