package import Civil

/// By what number a venture is licensed, if it is.
package enum Licence: Hashable, Sendable {
  case creditCode(CreditCode)
  case oldNumber(OldRegistrationNumber)
  /// Not licensed yet (尚未办照): a venture all the same, not counted as licensed.
  case notYet
  /// Exempt from registration (免予登记): small services, own farm products; why.
  case exempt(reason: String)

  /// Why a text is no number of a licence.
  package enum Flaw: Error, Hashable, Sendable {
    case creditCode(CreditCode.Flaw)
    case oldNumber(OldRegistrationNumber.Flaw)

    package var problem: Wording {
      switch self {
      case .creditCode(let flaw): flaw.problem
      case .oldNumber(let flaw): flaw.problem
      }
    }

    package var remedy: Wording {
      switch self {
      case .creditCode(let flaw): flaw.remedy
      case .oldNumber(let flaw): flaw.remedy
      }
    }
  }

  private static let notYetWords = [
    "尚未办照", "未办照", "无", "无照", "暂无", "未办", "none", "not yet", "no licence yet",
  ]
  private static let exemptWords = ["免予登记", "无需登记", "免登记", "exempt"]

  /// Reads a cell: a code, an old number of 15 digits, or the words for none yet and exempt (a reason in brackets).
  ///
  /// - Throws: the flaw of what it looks most like.
  package init(_ text: String) throws(Flaw) {
    let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Licence.notYetWords.contains(plain) {
      self = .notYet
      return
    }
    if let word = Licence.exemptWords.first(where: plain.hasPrefix) {
      let reason = plain.dropFirst(word.count).filter { !"()（）:： ".contains($0) }
      self = .exempt(reason: reason)
      return
    }
    if CreditCode.plain(text).count == 15 {
      do throws(OldRegistrationNumber.Flaw) { self = .oldNumber(try OldRegistrationNumber(text)) } catch {
        throw .oldNumber(error)
      }
    } else {
      do throws(CreditCode.Flaw) { self = .creditCode(try CreditCode(text)) } catch {
        throw .creditCode(error)
      }
    }
  }

  /// Whether the venture counts as licensed.
  package var isLicensed: Bool {
    switch self {
    case .creditCode, .oldNumber: true
    case .notYet, .exempt: false
    }
  }

  /// Whether it is an enterprise or an individual business (户), where the licence tells; old numbers do not.
  package var bodyKind: BodyKind? {
    if case .creditCode(let code) = self { return code.kind }
    return nil
  }

  /// Why the recorded legal form does not fit the licence, as a warning; nil: it does.
  package func mismatch(with form: LegalForm) -> Wording? {
    switch self {
    case .creditCode(let code):
      guard code.kind != form.bodyKind else { return nil }
      return Wording(
        zh: "代码 \(code.prefix) 开头的主体是\(code.kind.name[.chinese])，登记的法律形态是\(form.name[.chinese])：请核对",
        en:
          "codes from \(code.prefix) are given to: \(code.kind.name[.english]); the recorded form is \(form.name[.english]): compare them"
      )
    case .oldNumber:
      guard form == .unregistered else { return nil }
      return Wording(
        zh: "有注册号，法律形态却为未登记：请核对", en: "a registration number, yet recorded as unregistered: compare them")
    case .notYet, .exempt:
      guard form != .unregistered else { return nil }
      return Wording(
        zh: "没有执照，法律形态却为\(form.name[.chinese])：请核对",
        en: "no licence, yet recorded as \(form.name[.english]): compare them")
    }
  }
}
