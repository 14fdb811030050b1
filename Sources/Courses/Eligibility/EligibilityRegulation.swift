package import Civil
package import Cohorts

/// Who may attend which course at public cost in an area, from a date on: one regulation's data (政策口径).
package struct EligibilityRegulation: Hashable, Sendable {
  package let id: String
  package let name: Wording
  /// It rules here and in every area below that has none of its own.
  package let area: AreaCode
  package let from: CivilDate
  /// The last day; nil: until another follows.
  package let through: CivilDate?
  /// Title, number and date of the document.
  package let source: String
  /// Somebody is eligible who satisfies one of them.
  package let rules: [EligibilityRule]
  package let entitlements: [EntitlementRule]
  package let retirement: RetirementSchedule
  package let categories: CategoryTree

  package init(
    id: String, name: Wording, area: AreaCode, from: CivilDate, through: CivilDate? = nil, source: String,
    rules: [EligibilityRule], entitlements: [EntitlementRule] = [],
    retirement: RetirementSchedule = .from2025, categories: CategoryTree = CategoryTree()
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.from = from
    self.through = through
    self.source = source
    self.rules = rules
    self.entitlements = entitlements
    self.retirement = retirement
    self.categories = categories
  }

  package func isInForce(on date: CivilDate) -> Bool { from <= date && through.map { date <= $0 } ?? true }
}

/// One way to be eligible: all of its conditions hold on the day the class starts.
package struct EligibilityRule: Hashable, Sendable {
  /// How old somebody may be at most.
  package enum OldestAge: Hashable, Sendable {
    case years(Int)
    /// Before the retirement age; for women it says which of the two schedules counts.
    case beforeRetirement(women: RetirementSchedule.Group)
  }

  package let id: String
  package let programmes: Set<Course.Programme>
  /// Codes of categories or groups of them; nil: anybody.
  package let categories: [String]?
  /// Whether the category must be proved by a paper.
  package let needsEvidence: Bool
  /// Full years of age at least.
  package let youngestAge: Int?
  package let oldestAge: OldestAge?
  /// The area in which the person must live or be registered; nil: anywhere.
  package let residence: AreaCode?

  package init(
    id: String, programmes: Set<Course.Programme>, categories: [String]? = nil, needsEvidence: Bool = false,
    youngestAge: Int? = nil, oldestAge: OldestAge? = nil, residence: AreaCode? = nil
  ) {
    self.id = id
    self.programmes = programmes
    self.categories = categories
    self.needsEvidence = needsEvidence
    self.youngestAge = youngestAge
    self.oldestAge = oldestAge
    self.residence = residence
  }
}

/// How often somebody may be trained at public cost.
package struct EntitlementRule: Hashable, Sendable {
  package enum Period: Hashable, Sendable {
    case lifetime, calendarYear
    /// So many months before the date.
    case months(Int)
  }

  /// What is counted against the limit.
  package enum Counting: String, Hashable, Sendable {
    /// Trainings of the same programme.
    case sameProgramme
    /// Trainings of any of the rule's programmes.
    case together
  }

  package let id: String
  /// The programmes it limits.
  package let programmes: Set<Course.Programme>
  package let counting: Counting
  package let limit: Int
  package let period: Period
  /// Trainings in this area count; nil: wherever they were.
  package let area: AreaCode?
  /// Whether a further one is refused; otherwise it is only warned of.
  package let blocks: Bool

  package init(
    id: String, programmes: Set<Course.Programme>, counting: Counting, limit: Int = 1, period: Period,
    area: AreaCode? = nil, blocks: Bool = true
  ) {
    self.id = id
    self.programmes = programmes
    self.counting = counting
    self.limit = limit
    self.period = period
    self.area = area
    self.blocks = blocks
  }
}

/// All regulations that a centre holds.
package struct EligibilityRegulations: Sendable {
  package let all: [EligibilityRegulation]

  package init(_ all: [EligibilityRegulation]) { self.all = all }

  /// What rules in an area on a date: that of the nearest area above, and of several there the latest.
  package func inForce(in area: AreaCode, on date: CivilDate) -> EligibilityRegulation? {
    all.filter { area.isWithin($0.area) && $0.isInForce(on: date) }
      .max { ($0.area.level, $0.from, $0.id) < ($1.area.level, $1.from, $1.id) }
  }

  /// Pairs of regulations of one area that are both in force on some day though neither names its end: later ones
  /// win, but somebody should look.
  package var overlaps: [(earlier: String, later: String)] {
    let sorted = all.sorted { ($0.area, $0.from, $0.id) < ($1.area, $1.from, $1.id) }
    return zip(sorted, sorted.dropFirst()).compactMap { earlier, later in
      earlier.area == later.area && earlier.isInForce(on: later.from) ? (earlier.id, later.id) : nil
    }
  }
}
