import Civil
import Cohorts
import Planning

extension BundleCheck {
  /// The identity numbers of trainees are sound (GB 11643); who is enrolled cannot be certified without one.
  static let identityNumbers = BundleCheck { draft in
    let enrolled = Set(draft.enrolments.rows.map(\.trainee))
    let planFrom = draft.settings?.planFrom
    for (number, trainee) in Array(draft.trainees.sound) {
      guard let text = trainee.idNumber, let problem = flaw(in: text, bornBefore: planFrom) else { continue }
      let severity: ImportProblem.Severity =
        isOtherDocument(text) || !enrolled.contains(trainee.id) ? .warning : .error
      draft.trainees.report(
        severity, row: number, "id_number", found: Masking.masked(text), problem: problem,
        expected: Wording(
          zh: "应为 18 位公民身份号码，在表格中须存为文本", en: "expected 18 places of a resident identity number, kept as text"
        ))
    }
  }

  /// Two trainees with one identity number are most likely one person.
  static let identityNumbersOnce = BundleCheck { draft in
    var lines: [String: Int] = [:]
    for (number, trainee) in Array(draft.trainees.sound) {
      guard let text = trainee.idNumber else { continue }
      let line = draft.trainees.lines[number]
      guard let first = lines.updateValue(line, forKey: text) else {
        continue
      }
      draft.trainees.report(
        .warning, row: number, "id_number", found: Masking.masked(text),
        problem: Wording(zh: "与第 \(first) 行的证件号码相同", en: "the same number as on line \(first)"),
        expected: Wording(zh: "同一人应只登记一次", en: "expected each person once"))
    }
  }

  private static func flaw(in text: String, bornBefore date: CivilDate?) -> Wording? {
    do throws(ResidentID.Flaw) {
      let id = try ResidentID(text)
      guard let date, id.birthDate >= date else { return nil }
      return Wording(zh: "出生日期晚于计划开始", en: "a birth date after the plan begins")
    } catch {
      if isOtherDocument(text) {
        return Wording(zh: "不是公民身份号码，按其他证件保留", en: "no resident identity number, kept as another document's")
      }
      return error.problem
    }
  }

  /// Travel permits and passports: a letter and 7 to 10 places, or 8 digits.
  private static func isOtherDocument(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else {
      return false
    }
    return text.first?.isLetter == true ? (8...11).contains(text.count) : text.count == 8
  }
}
