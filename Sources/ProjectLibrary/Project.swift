package import Civil

/// A project of the library (创业项目) or a golden idea (金点子): what somebody could start.
package struct Project: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Complete: it says what it needs and what it may bring.
    case project
    /// Short: a thought that others may work out.
    case idea

    package var name: Wording {
      self == .project ? Wording(zh: "创业项目", en: "project") : Wording(zh: "金点子", en: "golden idea")
    }
  }

  package let id: String
  package let kind: Kind
  package let name: String
  /// What it is and how it earns, in a few sentences.
  package let summary: String
  /// Who handed it in: a person, a firm, a department (项目来源).
  package let source: String
  /// The department that answers for it (责任部门).
  package let owner: String
  package let industry: Industry?
  package let investment: ClosedRange<Money>?
  /// People needed to run it, the founder among them.
  package let staff: ClosedRange<Int>?
  /// Square metres needed.
  package let space: Int?
  package let skills: [String]
  /// Months until what was invested has come back.
  package let paybackMonths: Int?
  /// The risk checklist as far as it was filled in, one entry a kind.
  package let risks: [ProjectRisk]
  /// Codes of trainee categories that it suits; empty: anybody.
  package let fit: [String]
  /// Where it can be started; nil: anywhere.
  package let area: AreaCode?
  package let isHighTech: Bool
  package let collectedOn: CivilDate
  /// The last day for which it holds, as handed in; a review may set another.
  package let validUntil: CivilDate?

  package init(
    id: String, kind: Kind = .project, name: String, summary: String, source: String, owner: String,
    industry: Industry? = nil, investment: ClosedRange<Money>? = nil, staff: ClosedRange<Int>? = nil,
    space: Int? = nil, skills: [String] = [], paybackMonths: Int? = nil, risks: [ProjectRisk] = [],
    fit: [String] = [], area: AreaCode? = nil, isHighTech: Bool = false, collectedOn: CivilDate,
    validUntil: CivilDate? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.summary = summary
    self.source = source
    self.owner = owner
    self.industry = industry
    self.investment = investment
    self.staff = staff
    self.space = space
    self.skills = skills
    self.paybackMonths = paybackMonths
    self.risks = risks
    self.fit = fit
    self.area = area
    self.isHighTech = isHighTech
    self.collectedOn = collectedOn
    self.validUntil = validUntil
  }
}

/// One line of the risk checklist (风险清单): how great a risk of its kind is, and what is done about it.
package struct ProjectRisk: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case market, technology, funding, permits, supply, staff, safety

    package var name: Wording {
      switch self {
      case .market: Wording(zh: "市场", en: "market")
      case .technology: Wording(zh: "技术", en: "technology")
      case .funding: Wording(zh: "资金", en: "funding")
      case .permits: Wording(zh: "政策许可", en: "permits")
      case .supply: Wording(zh: "供应", en: "supply")
      case .staff: Wording(zh: "用工", en: "staff")
      case .safety: Wording(zh: "安全环保", en: "safety")
      }
    }
  }

  package enum Level: String, CaseIterable, Hashable, Sendable, Comparable {
    case low, medium, high

    package var name: Wording {
      switch self {
      case .low: Wording(zh: "低", en: "low")
      case .medium: Wording(zh: "中", en: "medium")
      case .high: Wording(zh: "高", en: "high")
      }
    }

    package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int { Level.allCases.firstIndex(of: self) ?? 0 }
  }

  package let kind: Kind
  package let level: Level
  /// What is done about it.
  package let remedy: String?

  package init(_ kind: Kind, _ level: Level, remedy: String? = nil) {
    self.kind = kind
    self.level = level
    self.remedy = remedy
  }
}

extension Project {
  /// What must be told of it before it can be reviewed, in the order of the form.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case industry, investment, staff, payback, risks

    package var name: Wording {
      switch self {
      case .industry: Wording(zh: "行业", en: "industry")
      case .investment: Wording(zh: "投资额", en: "investment")
      case .staff: Wording(zh: "用工人数", en: "staff")
      case .payback: Wording(zh: "回收期", en: "payback")
      case .risks: Wording(zh: "风险清单", en: "risk checklist")
      }
    }
  }

  /// The fields that are not filled in yet; a golden idea needs only its industry.
  package var missing: [Field] {
    let fields: [Field] = kind == .idea ? [.industry] : Field.allCases
    return fields.filter { field in
      switch field {
      case .industry: industry == nil
      case .investment: investment == nil
      case .staff: staff == nil
      case .payback: paybackMonths == nil
      case .risks: !missingRisks.isEmpty
      }
    }
  }

  /// The kinds of risk that its checklist says nothing of.
  package var missingRisks: [ProjectRisk.Kind] {
    ProjectRisk.Kind.allCases.filter { kind in !risks.contains { $0.kind == kind } }
  }

  /// The greatest of its risks; nil: none was judged.
  package var greatestRisk: ProjectRisk.Level? { risks.map(\.level).max() }
}
