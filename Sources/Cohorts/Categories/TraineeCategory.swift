package import Civil

/// A group of people that a policy names (人员类别), with the code that tables carry and its official name.
///
/// What a group means differs by place and year: the definition here is the common one, and a regional regulation
/// says which categories it admits and which evidence it asks for.
package struct TraineeCategory: Hashable, Sendable {
  /// As in `trainees` and `cohorts` (`graduate`, `returning_migrant`, `laid_off` …).
  package let code: String
  package let name: Wording
  /// The code of the group that it is part of by its own definition; nil: a group of its own.
  package let parent: String?
  package let definition: Wording
  /// What usually proves it.
  package let evidence: Wording
  /// Other names in use, and the codes of older rosters.
  package let otherNames: [String]

  init(
    _ code: String, _ chinese: String, _ english: String, in parent: String? = nil,
    definition: (zh: String, en: String), evidence: (zh: String, en: String), otherNames: [String] = []
  ) {
    self.code = code
    name = Wording(zh: chinese, en: english)
    self.parent = parent
    self.definition = Wording(zh: definition.zh, en: definition.en)
    self.evidence = Wording(zh: evidence.zh, en: evidence.en)
    self.otherNames = otherNames
  }

  /// The category that a code or a Chinese name stands for.
  ///
  /// - Parameter key: lower case, half-width, without blanks, hyphens and underscores.
  package init?(named key: String) {
    guard let known = TraineeCategory.byKey[key] else { return nil }
    self = known
  }

  /// The groups of the national measures for training subsidies and start-up loans, and those of the centres' rosters.
  package static let all: [TraineeCategory] =
    graduates + rural + unemployed + supported + founders + [
      TraineeCategory(
        "other", "其他", "Other", definition: ("不属于以上各类", "in none of the other groups"),
        evidence: ("身份证", "identity card"), otherNames: ["其它", "其他人员"])
    ]

  private static let byKey: [String: TraineeCategory] = {
    var byKey: [String: TraineeCategory] = [:]
    for category in all {
      for name in [category.code, category.name.chinese] + category.otherNames {
        byKey[name.lowercased().filter { $0 != "_" && $0 != "-" }] = category
      }
    }
    return byKey
  }()
}
