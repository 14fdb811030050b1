package import Civil

/// The statutory retirement age by birth month, as one regulation's data.
package struct RetirementSchedule: Hashable, Sendable {
  /// Whose retirement age: men, and women by what it was for them before.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case men
    case womenOf55 = "women_55"
    case womenOf50 = "women_50"

    package var name: Wording {
      switch self {
      case .men: Wording(zh: "男职工", en: "men")
      case .womenOf55: Wording(zh: "原法定退休年龄为五十五周岁的女职工", en: "women who retired at 55")
      case .womenOf50: Wording(zh: "原法定退休年龄为五十周岁的女职工", en: "women who retired at 50")
      }
    }
  }

  /// How a group's age rises: by a month for every so many months of birth, up to a number of months.
  package struct Step: Hashable, Sendable {
    package let baseYears: Int
    /// The first birth month that retires later, as a month's first day; nil: the age does not rise.
    package let risesFrom: CivilDate?
    package let birthMonthsPerMonth: Int
    package let mostMonths: Int

    package init(baseYears: Int, risesFrom: CivilDate?, birthMonthsPerMonth: Int, mostMonths: Int) {
      self.baseYears = baseYears
      self.risesFrom = risesFrom
      self.birthMonthsPerMonth = birthMonthsPerMonth
      self.mostMonths = mostMonths
    }
  }

  package let steps: [Group: Step]
  package let source: String

  package init(steps: [Group: Step], source: String) {
    self.steps = steps
    self.source = source
  }

  /// The retirement age in months of somebody born on a date, or nil where the schedule has no such group.
  package func ageInMonths(bornOn birth: CivilDate, group: Group) -> Int? {
    guard let step = steps[group] else { return nil }
    guard let first = step.risesFrom, birth >= first, step.birthMonthsPerMonth > 0 else {
      return step.baseYears * 12
    }
    let (born, begun) = (birth.parts, first.parts)
    let months = (born.year - begun.year) * 12 + born.month - begun.month
    return step.baseYears * 12 + min(step.mostMonths, months / step.birthMonthsPerMonth + 1)
  }

  /// The day on which somebody reaches the retirement age.
  package func retirement(bornOn birth: CivilDate, group: Group) -> CivilDate? {
    ageInMonths(bornOn: birth, group: group).map { birth.adding(months: $0) }
  }

  /// In force from 2025-01-01: a month for every four (women of 50: two) months of birth, to 63, 58 and 55 years.
  package static let from2025 = RetirementSchedule(
    steps: [
      .men: Step(
        baseYears: 60, risesFrom: CivilDate(year: 1965, month: 1, day: 1), birthMonthsPerMonth: 4,
        mostMonths: 36),
      .womenOf55: Step(
        baseYears: 55, risesFrom: CivilDate(year: 1970, month: 1, day: 1), birthMonthsPerMonth: 4,
        mostMonths: 36),
      .womenOf50: Step(
        baseYears: 50, risesFrom: CivilDate(year: 1975, month: 1, day: 1), birthMonthsPerMonth: 2,
        mostMonths: 60),
    ],
    source: "全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13)")

  /// In force before 2025: 60, 55 and 50 years.
  package static let before2025 = RetirementSchedule(
    steps: [
      .men: Step(baseYears: 60, risesFrom: nil, birthMonthsPerMonth: 0, mostMonths: 0),
      .womenOf55: Step(baseYears: 55, risesFrom: nil, birthMonthsPerMonth: 0, mostMonths: 0),
      .womenOf50: Step(baseYears: 50, risesFrom: nil, birthMonthsPerMonth: 0, mostMonths: 0),
    ],
    source: "国发〔1978〕104号")
}
