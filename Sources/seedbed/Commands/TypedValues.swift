import ArgumentParser
import Civil
import FollowUp
import Interchange
import Mentors

/// Values as they are typed on the command line; what cannot be read says how to write it.
enum Typed {
  static func day(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(text) else {
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：“\(text)”不是日期；应写成 2026-03-31",
          en: "\(option): '\(text)' is no date; write it as 2026-03-31"))
    }
    return date
  }

  /// Throws where something is given that is blank.
  static func notBlank(_ text: String?, _ option: String) throws {
    guard let text, text.allSatisfy(\.isWhitespace) else { return }
    throw ValidationError(
      seedbed.text(zh: "\(option)：空白；请写明内容", en: "\(option): blank; say what it is"))
  }

  /// The code of an area, checked; `0` is the whole country.
  static func area(_ text: String?) throws -> String? {
    guard let text, text != "0", AreaCode(text) == nil else { return text }
    throw ValidationError(
      seedbed.text(
        zh: "--area：“\(text)”不是区划代码；应为 2、4、6、9 或 12 位数字",
        en: "--area: '\(text)' is no code of an area; it has 2, 4, 6, 9 or 12 digits"))
  }

  /// A word of a closed set; `names` are those that may be typed.
  static func word<Value>(
    _ text: String?, _ option: String, _ names: [Wording], _ read: (String) -> Value?
  ) throws -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else {
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：没有“\(text)”；可用：\(names.map(\.chinese).joined(separator: "、"))",
          en: "\(option): there is no '\(text)'; there are \(names.map(\.english).joined(separator: ", "))"))
    }
    return value
  }

  static func money(_ text: String?, _ option: String) throws -> Money? {
    guard let text else { return nil }
    guard let money = FollowUpWords.money(text) else {
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：“\(text)”不是金额；应写成 50000 或 5万（元）",
          en: "\(option): '\(text)' is no amount; write yuan, as 50000"))
    }
    return money
  }

  /// A part of GB/T 4754, as `H` or `H6210`.
  static func industry(_ text: String?) throws -> IndustryScope? {
    guard let text else { return nil }
    guard let scope = IndustryScope(text) else {
      throw ValidationError(
        seedbed.text(
          zh: "--industry：“\(text)”不是行业代码；应为 GB/T 4754-2017 的门类字母或大类及以下代码，如 H、H62、H6210",
          en:
            "--industry: '\(text)' is no code of an industry; expected one of GB/T 4754-2017, as H, H62 or H6210"
        ))
    }
    return scope
  }

  /// Papers typed as `营业执照:编号`, the number left out where there is none.
  static func evidence(_ texts: [String]) -> [Evidence] {
    texts.map { text in
      let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "：" }
      return Evidence(
        kind: parts.first.map(String.init) ?? text, reference: parts.count > 1 ? String(parts[1]) : "")
    }
  }
}
