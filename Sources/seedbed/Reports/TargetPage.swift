import Civil
import Planning
import Reports

/// Whether a target can be reached, and with which classes or why not.
enum TargetPage {
  static func lines(_ answer: TargetAnswer, in language: Language) -> [String] {
    var lines = wrapped(answer.task, language) + wrapped(answer.conclusion, language)
    if answer.verdict == .excluded { lines += proof(answer, language) }
    if !answer.plan.isEmpty { lines += [""] + table(answer, language) + [""] }
    guard answer.classSize > 0 else { return lines }
    lines += wrapped(answer.most, language)
    if answer.verdict != .excluded, let most = answer.classesAtMost, !answer.shortages.isEmpty {
      let head = Wording(zh: "第 \(most + 1) 个班会短缺：", en: "Class \(most + 1) more would be short:")
      lines += [head[language]] + proof(answer, language)
    }
    return lines
  }

  private static func wrapped(_ wording: Wording, _ language: Language) -> [String] {
    DisplayWidth.lines(of: wording[language], width: 100)
  }

  private static func proof(_ answer: TargetAnswer, _ language: Language) -> [String] {
    answer.shortages.flatMap {
      DisplayWidth.lines(of: "   " + $0.sentence[language], width: 100, indent: 3)
    }
  }

  private static func table(_ answer: TargetAnswer, _ language: Language) -> [String] {
    let heads = [
      Wording(zh: "新班", en: "new class"), Wording(zh: "课程", en: "course"), Wording(zh: "人数", en: "trainees"),
      Wording(zh: "培训点", en: "site"), Wording(zh: "开班", en: "first day"), Wording(zh: "结业", en: "last day"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .right])
    for one in answer.plan {
      table.add([
        one.id, answer.question.course, "\(one.trainees)", one.site, "\(one.from)", "\(one.to)",
      ])
    }
    return table.lines()
  }
}
