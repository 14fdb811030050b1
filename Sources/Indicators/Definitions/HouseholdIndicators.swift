import Civil
import Cohorts
import FollowUp

extension Indicator {
  /// Households that were served or trained, and those that started; of them those of each kind.
  package static let households = Indicator(
    "households", Wording(zh: "帮扶和创业家庭户数", en: "Households helped and started"), otherNames: ["帮扶家庭户数"],
    formula: Wording(
      zh: "期内接受服务或参加培训、自主创业的学员所在家庭，按户号去重；其中零就业、残疾人、低保家庭以家庭中有该类人员为准；没有登记户号的人另列，不计户",
      en:
        "households of those served or trained, and of new founders, each once by its number; one is of a kind where a "
        + "member is; who has no household number is told apart and counted in no household"),
    source: "区创业工作报告（帮扶101户残疾人家庭实现自主创业）", rules: [.survival]
  ) { evidence in
    guard !evidence.households.households.isEmpty else {
      return [
        Component(
          Wording(zh: "户数", en: "households"),
          .notComputable(
            Wording(
              zh: "没有登记户号；请在花名册中加“户号”一列", en: "no household number is on record: add the column to the roster"
            )))
      ]
    }
    let all: [String?] = [nil] + Households.kinds
    return all.flatMap { kind in
      [evidence.helpedHouseholds(of: kind), evidence.startedHouseholds(of: kind)].map { part in
        Component(
          part.name,
          .figure(
            Figure(
              .count(part.quantity), numerator: part, details: kind == nil ? [evidence.withoutHousehold] : [])
          ))
      }
    }
  }
}

extension Measure {
  package static let helpedHouseholds = household("helped-households", nil, \.helped, started: false)
  package static let startedHouseholds = household("started-households", nil, \.founding, started: true)
  package static let zeroEmploymentHouseholds = household(
    "zero-employment-households", "zero_employment", \.helped, started: false)
  package static let disabledHouseholds = household(
    "disabled-households", "disabled", \.founding, started: true)

  private static func household(
    _ id: String, _ kind: String?, _ people: @escaping @Sendable (IndicatorEvidence) -> Set<String>,
    started: Bool
  ) -> Measure {
    let name = IndicatorEvidence.householdName(kind, started: started)
    return Measure(id, name, .household) { .success($0.householdPart(name, people($0), kind)) }
  }
}

extension IndicatorEvidence {
  /// Who was served or trained in the period.
  fileprivate var helped: Set<String> { Set(participations.map(\.person)) }

  /// Who founded a venture in the period.
  fileprivate var founding: Set<String> { Set(newVentures.flatMap { $0.venture.founders.map(\.person) }) }

  fileprivate func helpedHouseholds(of kind: String?) -> Figure.Part {
    householdPart(Self.householdName(kind, started: false), helped, kind)
  }

  fileprivate func startedHouseholds(of kind: String?) -> Figure.Part {
    householdPart(Self.householdName(kind, started: true), founding, kind)
  }

  /// Who cannot be counted in a household.
  fileprivate var withoutHousehold: Figure.Part {
    .init(
      Wording(zh: "没有登记户号的人（不计户）", en: "people without a household number"), .person,
      helped.union(founding).filter { households.households[$0] == nil })
  }

  /// The households of some people; it opens to the people.
  fileprivate func householdPart(_ name: Wording, _ people: Set<String>, _ kind: String?) -> Figure.Part {
    let ofKind = kind.map { households.households(of: $0) }
    let members = people.filter { person in
      guard let household = households.households[person] else { return false }
      return ofKind?.contains(household) ?? true
    }
    let distinct = Set(members.compactMap { households.households[$0] })
    return .init(name, Quantity(distinct.count, .household), .records(members.sorted()))
  }

  fileprivate static func householdName(_ kind: String?, started: Bool) -> Wording {
    let done =
      started
      ? Wording(zh: "自主创业的家庭", en: "households that started")
      : Wording(zh: "接受服务或培训的家庭", en: "households helped")
    guard let kind else { return done }
    let name: Wording =
      switch kind {
      case "zero_employment": Wording(zh: "零就业家庭", en: "zero-employment")
      case "disabled": Wording(zh: "残疾人家庭", en: "disabled")
      default: Wording(zh: "低保家庭", en: "on minimum allowance")
      }
    return Wording(zh: "其中\(name.chinese)：\(done.chinese)", en: "of them \(name.english): \(done.english)")
  }
}
