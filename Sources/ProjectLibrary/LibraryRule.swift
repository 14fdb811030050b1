package import Civil

/// What a region asks of its project library (项目库): how many, of how many industries, reviewed how.
package struct LibraryRule: RegulationRule {
  /// What counts as one industry of GB/T 4754: 行业 cannot mean sections, of which there are only twenty.
  package enum Counting: String, CaseIterable, Hashable, Sendable {
    case divisions, groups

    package var name: Wording {
      self == .divisions
        ? Wording(zh: "大类", en: "divisions")
        : Wording(zh: "中类", en: "groups")
    }
  }

  /// An industry that the local plan favours, with its points.
  package struct Priority: Hashable, Sendable {
    package let industry: Industry
    /// 1 to 100.
    package let points: Int

    package init(_ industry: Industry, points: Int) {
      self.industry = industry
      self.points = points
    }
  }

  package let stamp: RuleStamp
  /// Reviewed and valid projects that the library needs (创业项目不少于50个).
  package let leastProjects: Int
  /// What the guide catalogue must cover (覆盖行业和项目不少于20个).
  package let leastIndustries: Int
  package let counting: Counting
  /// Whether golden ideas count as projects too.
  package let countsIdeas: Bool
  package let leastReviewers: Int
  package let priorities: [Priority]
  /// From which likeness on, 0 to 1, an import warns of a near-duplicate.
  package let likenessWarned: Double
  /// The least number of people of whom a share is told.
  package let leastGroup: Int
  /// People placed by one project above which a report is doubted.
  package let mostPlacedPerProject: Double
  /// Invested for each place below which a report is doubted.
  package let leastInvestedPerPlace: Money

  package init(
    stamp: RuleStamp, leastProjects: Int, leastIndustries: Int, counting: Counting, countsIdeas: Bool,
    leastReviewers: Int, priorities: [Priority], likenessWarned: Double, leastGroup: Int,
    mostPlacedPerProject: Double, leastInvestedPerPlace: Money
  ) {
    self.stamp = stamp
    self.leastProjects = leastProjects
    self.leastIndustries = leastIndustries
    self.counting = counting
    self.countsIdeas = countsIdeas
    self.leastReviewers = leastReviewers
    self.priorities = priorities
    self.likenessWarned = likenessWarned
    self.leastGroup = leastGroup
    self.mostPlacedPerProject = mostPlacedPerProject
    self.leastInvestedPerPlace = leastInvestedPerPlace
  }

  /// The priority that an industry falls under: the finest, and of equals the one with more points; nil: none.
  package func priority(of industry: Industry) -> Priority? {
    priorities.filter { $0.industry.contains(industry) }
      .max { ($0.industry.code.count, $0.points) < ($1.industry.code.count, $1.points) }
  }

  /// How well a project fits the local plan, 0 to 100.
  package func score(of project: Project) -> Int { project.industry.flatMap(priority)?.points ?? 0 }

  /// By what an industry is counted; nil where the code given is too coarse for it.
  package func key(of industry: Industry) -> String? {
    counting == .divisions ? industry.divisionCode : industry.groupCode
  }
}
