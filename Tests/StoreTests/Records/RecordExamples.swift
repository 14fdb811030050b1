import Civil
import Cohorts
import Courses
import FollowUp
import Foundation

@testable import Store

extension RecordStamp {
  /// A day of March 2026.
  static func march(_ day: Int, by actor: String = "tester") -> RecordStamp {
    RecordStamp(at: Instant(secondsSinceEpoch: 1_770_000_000 + day), on: .march(day), by: actor)
  }
}

extension CentreStore {
  /// A store that knows its centre and three trainees in one class, which ended on 20 March.
  static func withClass(in folder: TemporaryFolder) throws -> CentreStore {
    let store = try CentreStore.example(in: folder)
    try store.replaceFacts(with: .example())
    _ = try store.record(["T1", "T2", "T3"].map { .example($0) }, stamp: .march(1))
    try store.record([.example()], stamp: .march(1))
    return store
  }
}

extension TraineeRecord {
  static func example(_ id: String, phone: String? = nil) -> TraineeRecord {
    TraineeRecord(
      Trainee(id: id, name: "示例" + id, category: "graduate", area: "999901001", phone: phone),
      profile: TraineeProfile(trainee: id, education: .bachelor, household: .urban, wish: "开一家面馆"))
  }
}

extension ClassRecord {
  static func example(members: [String] = ["T1", "T2", "T3"]) -> ClassRecord {
    ClassRecord(
      id: "C1", course: "SYB", courseName: "创办你的企业", programme: .syb, cohort: "毕业生", cohortName: "高校毕业生",
      site: "培训点", area: "999901", days: .march(10)...(.march(20)), periods: 16,
      teachers: [Teacher(person: "P1", name: "示例讲师")],
      halfDays: [
        HeldHalfDay(HalfDay(date: .march(10), block: "PM"), periods: 4),
        HeldHalfDay(HalfDay(date: .march(10), block: "AM"), periods: 4),
      ],
      members: members.map { Member(trainee: $0, joinedOn: .march(10)) })
  }
}

extension Venture {
  static func example(_ id: String = "V000001", founders: [String] = ["T1"]) -> Venture {
    Venture(
      id: id, name: "示例面馆", founders: founders.map { Founder(person: $0) }, legalForm: .individualBusiness,
      industry: Industry("H6210"), area: "999901001", startUpCost: Money(yuan: 30_000), incubator: "一号基地")
  }
}

extension Ledger<VentureChange>.Entry {
  static func example(
    _ change: VentureChange, on day: Int, recorded: Int? = nil, evidence: [Evidence] = [],
    corrects: String? = nil
  ) -> Self {
    Self(
      id: "", change, from: .march(day), recordedOn: .march(recorded ?? day), recordedBy: "tester",
      evidence: evidence, corrects: corrects)
  }
}
