import Civil

@testable import FollowUp

/// The day 2026-01-01, from which the examples count.
let day0 = CivilDate(daysSinceEpoch: 20_454)

extension Ledger<VentureState> {
  /// Entries of (day, state), recorded on the day itself unless said.
  static func example(_ steps: [(Int, VentureState)], recordedAfter delay: Int = 0) -> Ledger {
    Ledger(
      steps.enumerated().map { index, step in
        Entry(
          id: "S\(index)", step.1, from: day0 + step.0, recordedOn: day0 + step.0 + delay,
          recordedBy: "officer")
      })
  }
}

extension Licence {
  /// A made-up code of an individual business.
  static var example: Licence? { try? Licence("92610113MA6TE5T173") }
}

extension VentureRecord {
  static func example(
    id: String = "V1", licensed: Int? = nil, form: LegalForm = .individualBusiness, area: String = "610113",
    founders: [String] = ["T1"], _ steps: [(Int, VentureState)] = [], jobs: [(Int, Int)] = []
  ) -> VentureRecord {
    let venture = Venture(
      id: id, name: id, founders: founders.map { Venture.Founder(person: $0) }, legalForm: form,
      registration: licensed.flatMap { day in Licence.example.map { .licensed($0, on: day0 + day) } }
        ?? .none, area: area)
    var counts = Ledger<Headcount>()
    for (day, employees) in jobs {
      guard let count = try? Headcount(founders: founders.count, employees: employees) else { continue }
      counts.append(
        .init(id: "J\(day)", count, from: day0 + day, recordedOn: day0 + day, recordedBy: "officer"))
    }
    return VentureRecord(venture, states: .example(steps), jobs: counts)
  }
}

extension RuleStamp {
  static func example(from: CivilDate = day0) -> RuleStamp {
    RuleStamp(name: Wording(zh: "示例口径", en: "example rule"), version: "1", from: from, source: "made up")
  }
}
