package import Civil

/// One thing recorded of a venture that may change: appended with its date, never overwritten.
package enum VentureFact: Hashable, Sendable {
  case name(String)
  case legalForm(LegalForm)
  case registration(Venture.Registration)
  case industry(Industry?)
  case area(String)
  case founders([Venture.Founder])
  case startUpCost(Money?)
  case incubator(String?)
  case address(String?)
  case phone(String?)

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case name, legalForm, registration, industry, area, founders, startUpCost, incubator, address, phone

    package var wording: Wording {
      switch self {
      case .name: Wording(zh: "名称", en: "name")
      case .legalForm: Wording(zh: "法律形态", en: "legal form")
      case .registration: Wording(zh: "登记证照", en: "licence")
      case .industry: Wording(zh: "行业", en: "industry")
      case .area: Wording(zh: "所在区域", en: "area")
      case .founders: Wording(zh: "创办人", en: "founders")
      case .startUpCost: Wording(zh: "创办资金", en: "start-up cost")
      case .incubator: Wording(zh: "入驻孵化基地", en: "incubator")
      case .address: Wording(zh: "经营地址", en: "business address")
      case .phone: Wording(zh: "联系电话", en: "telephone")
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .name: .name
    case .legalForm: .legalForm
    case .registration: .registration
    case .industry: .industry
    case .area: .area
    case .founders: .founders
    case .startUpCost: .startUpCost
    case .incubator: .incubator
    case .address: .address
    case .phone: .phone
    }
  }

  /// As it is stored; `init(kind:text:)` gives the same fact back.
  ///
  /// Founders stand a line each, with a tab before the attempt; a licence has a tab before its day; money is in fen;
  /// what is not known is blank.
  package var text: String {
    switch self {
    case .name(let text), .area(let text): text
    case .legalForm(let form): form.rawValue
    case .registration(.none): "none"
    case .registration(.exempt(let reason)): "exempt\t\(reason)"
    case .registration(.licensed(let licence, let date)): "\(licence)\t\(date)"
    case .industry(let industry): industry?.code ?? ""
    case .founders(let founders):
      founders.map { "\($0.person)\t\($0.attempt)" }.joined(separator: "\n")
    case .startUpCost(let cost): cost.map { String($0.fen) } ?? ""
    case .incubator(let text), .address(let text), .phone(let text): text ?? ""
    }
  }

  /// Nil where the text is none that a fact of this kind is stored as.
  package init?(kind: Kind, text: String) {
    let given = text.isEmpty ? nil : text
    switch kind {
    case .name: self = .name(text)
    case .area: self = .area(text)
    case .incubator: self = .incubator(given)
    case .address: self = .address(given)
    case .phone: self = .phone(given)
    case .legalForm:
      guard let form = LegalForm(rawValue: text) else { return nil }
      self = .legalForm(form)
    case .industry:
      guard let given else {
        self = .industry(nil)
        return
      }
      guard let industry = Industry(given) else { return nil }
      self = .industry(industry)
    case .startUpCost:
      guard let given else {
        self = .startUpCost(nil)
        return
      }
      guard let fen = Int(given) else { return nil }
      self = .startUpCost(Money(fen: fen))
    case .founders:
      var founders: [Venture.Founder] = []
      for line in text.utf8.split(separator: 0x0A) {
        guard let tab = line.firstIndex(of: 0x09),
          let attempt = Int(Substring(line[line.index(after: tab)...]))
        else { return nil }
        founders.append(Venture.Founder(person: String(Substring(line[..<tab])), attempt: attempt))
      }
      self = .founders(founders)
    case .registration:
      let tab = text.utf8.firstIndex(of: 0x09) ?? text.endIndex
      let first = String(text[..<tab])
      let rest = tab == text.endIndex ? "" : String(text[text.utf8.index(after: tab)...])
      if text == "none" {
        self = .registration(.none)
      } else if first == "exempt" {
        self = .registration(.exempt(reason: rest))
      } else {
        guard let licence = try? Licence(first), let date = CivilDate(rest) else { return nil }
        self = .registration(.licensed(licence, on: date))
      }
    }
  }
}

extension Venture {
  /// The venture after a fact was changed; what is no part of it leaves it as it is.
  package func changed(by fact: VentureFact) -> Venture {
    var (name, form, registration) = (name, legalForm, registration)
    var (industry, area, founders) = (industry, area, founders)
    var (cost, incubator) = (startUpCost, incubator)
    switch fact {
    case .name(let value): name = value
    case .legalForm(let value): form = value
    case .registration(let value): registration = value
    case .industry(let value): industry = value
    case .area(let value): area = value
    case .founders(let value): founders = value
    case .startUpCost(let value): cost = value
    case .incubator(let value): incubator = value
    case .address, .phone: return self
    }
    return Venture(
      id: id, name: name, founders: founders, legalForm: form, registration: registration, industry: industry,
      area: area, startUpCost: cost, incubator: incubator)
  }

  /// The venture as it was on a date, as far as was known on a day: itself as it began, and the facts since.
  package func changed(by facts: Ledger<VentureFact>, on date: CivilDate, knownOn day: CivilDate) -> Venture {
    facts.standing(knownOn: day).filter { $0.from <= date }.compactMap(\.fact)
      .reduce(self) { $0.changed(by: $1) }
  }
}
