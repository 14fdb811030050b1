package import Civil

extension Venture {
  /// Whether the business register knows it.
  package enum Registration: Hashable, Sendable {
    /// Not yet (尚未办照): it is a venture, but it does not count as licensed.
    case none
    /// Need not be registered (免予登记): small services at home, own farm produce; why, blank: not told.
    case exempt(reason: String)
    /// The number of the licence and the day of registration.
    case licensed(Licence, on: CivilDate)

    /// Why two cells are no registration.
    package enum Flaw: Error, Hashable, Sendable {
      case licence(Licence.Flaw)
      case licenceWithoutDate
      case dateWithoutLicence

      package var problem: Wording {
        switch self {
        case .licence(let flaw): flaw.problem
        case .licenceWithoutDate: Wording(zh: "有证照号码而没有登记日期", en: "a licence without its day of registration")
        case .dateWithoutLicence: Wording(zh: "有登记日期而没有证照号码", en: "a day of registration without a licence")
        }
      }

      package var remedy: Wording {
        switch self {
        case .licence(let flaw): flaw.remedy
        case .licenceWithoutDate, .dateWithoutLicence:
          Wording(zh: "请对照营业执照补填", en: "fill it in from the licence")
        }
      }
    }

    private static let noneWords = [
      "", "尚未办照", "未办照", "无", "无照", "暂无", "未办", "none", "not yet", "no licence yet",
    ]
    private static let exemptWords = ["免予登记", "无需登记", "免登记", "exempt"]

    /// Reads two cells: a number and its day, or the words for none yet and for exempt (a reason in brackets).
    ///
    /// - Throws: the flaw of the number, or that one of the two is missing.
    package init(_ text: String, on date: CivilDate?) throws(Flaw) {
      let given = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let plain = given.lowercased()
      let exempt = Registration.exemptWords.first(where: plain.hasPrefix)
      guard exempt == nil, !Registration.noneWords.contains(plain) else {
        if date != nil { throw .dateWithoutLicence }
        let reason = given.dropFirst(exempt?.count ?? 0).drop { "(（:： ".contains($0) }
        self = exempt == nil ? .none : .exempt(reason: String(reason.prefix { !")）".contains($0) }))
        return
      }
      let licence: Licence
      do throws(Licence.Flaw) { licence = try Licence(text) } catch { throw .licence(error) }
      guard let date else { throw .licenceWithoutDate }
      self = .licensed(licence, on: date)
    }

    package var licence: Licence? { if case .licensed(let licence, _) = self { licence } else { nil } }

    package var date: CivilDate? { if case .licensed(_, let date) = self { date } else { nil } }

    /// What stands in the cell of the number; for a licence the same in both languages.
    package var wording: Wording {
      switch self {
      case .none: Wording(zh: "尚未办照", en: "no licence yet")
      case .exempt(let reason):
        reason.isEmpty
          ? Wording(zh: "免予登记", en: "exempt") : Wording(zh: "免予登记（\(reason)）", en: "exempt (\(reason))")
      case .licensed(let licence, _): Wording(zh: licence.text, en: licence.text)
      }
    }

    /// Why the recorded legal form does not fit the licence, as a warning; nil: it does.
    package func mismatch(with form: LegalForm) -> Wording? {
      switch self {
      case .licensed(.creditCode(let code), _):
        guard code.kind != form.bodyKind else { return nil }
        return Wording(
          zh: "代码 \(code.prefix) 开头的主体是\(code.kind.name[.chinese])，登记的法律形态是\(form.name[.chinese])：请核对",
          en: "codes from \(code.prefix) are given to: \(code.kind.name[.english]); "
            + "the recorded form is \(form.name[.english]): compare them")
      case .licensed(.oldNumber, _):
        guard form == .unregistered else { return nil }
        return Wording(
          zh: "有注册号，法律形态却为未登记：请核对", en: "a registration number, yet recorded as unregistered: compare them")
      case .none, .exempt:
        guard form != .unregistered else { return nil }
        return Wording(
          zh: "没有执照，法律形态却为\(form.name[.chinese])：请核对",
          en: "no licence, yet recorded as \(form.name[.english]): compare them")
      }
    }
  }
}
