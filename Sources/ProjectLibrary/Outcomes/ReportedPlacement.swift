package import Civil
package import Cohorts

/// What a report says some projects brought, with no list of people behind it (101 个项目安置 4700 人).
package struct ReportedPlacement: Hashable, Sendable {
  /// As the ledger calls it; blank: it is not recorded.
  package let id: String
  /// Who reports it, or in which paper.
  package let source: String
  /// The area that it is told of; nil: the whole centre's.
  package let area: AreaCode?
  /// The day up to which it counts; nil: that on which it is recorded.
  package let on: CivilDate?
  package let projects: Int
  package let invested: Money?
  package let placed: Int
  /// Who recorded it when; nil: nobody did.
  package let recorded: Entry?

  package init(
    id: String = "", source: String, area: AreaCode? = nil, on: CivilDate? = nil, projects: Int,
    invested: Money? = nil, placed: Int, recorded: Entry? = nil
  ) {
    self.id = id
    self.source = source
    self.area = area
    self.on = on
    self.projects = projects
    self.invested = invested
    self.placed = placed
    self.recorded = recorded
  }

  /// Whether it says the same of the same day.
  package func agrees(with other: ReportedPlacement) -> Bool {
    isOfSame(as: other) && projects == other.projects && invested == other.invested && placed == other.placed
  }

  /// Whether it takes the other's place: of one source, one area and one day.
  package func isOfSame(as other: ReportedPlacement) -> Bool {
    source == other.source && area == other.area && on == other.on
  }

  /// People placed by one project; nil of no project.
  package var placedPerProject: Double? { projects > 0 ? Double(placed) / Double(projects) : nil }

  /// Invested for each place; nil where either is not known.
  package var investedPerPlace: Money? {
    invested.flatMap { placed > 0 ? Money(fen: $0.fen / placed) : nil }
  }

  /// Invested in one project; nil where either is not known.
  package var investedPerProject: Money? {
    invested.flatMap { projects > 0 ? Money(fen: $0.fen / projects) : nil }
  }

  /// Why a report is doubted.
  package enum Doubt: Hashable, Sendable {
    case manyPlaced(perProject: Double, most: Double)
    case littleInvested(perPlace: Money, least: Money)
    case noProject(placed: Int)

    package var text: Wording {
      switch self {
      case .manyPlaced(let perProject, let most):
        let (found, limit) = (one(perProject), one(most))
        return Wording(
          zh: "平均每个项目安置 \(found) 人，高于可信上限 \(limit) 人：请核对是否把登记总数或人次计入，并补人员名单",
          en:
            "\(found) people placed by one project, more than the \(limit) that are credible: check whether all "
            + "registrations or person-times were counted, and ask for the list of people")
      case .littleInvested(let found, let least):
        return Wording(
          zh: "每安置一人仅投入 \(found.fen / 100) 元，低于 \(least.fen / 100) 元：请核对投资额和人数的单位",
          en:
            "\(found.fen / 100) yuan invested for each place, less than \(least.fen / 100): check the units of both"
        )
      case .noProject(let placed):
        return Wording(
          zh: "没有项目却安置 \(placed) 人：请核对项目数",
          en: "\(placed) people placed by no project: check the number of projects")
      }
    }

    private func one(_ value: Double) -> String {
      decimal(scaled: Int((value * 10).rounded()), decimals: 1)
    }
  }

  package func doubts(_ rule: LibraryRule) -> [Doubt] {
    guard let placedPerProject else { return placed > 0 ? [.noProject(placed: placed)] : [] }
    var doubts: [Doubt] = []
    if placedPerProject > rule.mostPlacedPerProject {
      doubts.append(.manyPlaced(perProject: placedPerProject, most: rule.mostPlacedPerProject))
    }
    if let investedPerPlace, investedPerPlace < rule.leastInvestedPerPlace {
      doubts.append(.littleInvested(perPlace: investedPerPlace, least: rule.leastInvestedPerPlace))
    }
    return doubts
  }
}
