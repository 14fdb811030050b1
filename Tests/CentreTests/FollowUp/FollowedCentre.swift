import Civil
import Cohorts
import FollowUp
import Planning

@testable import Centre

/// The example's centre after its first class has ended, on 2026-06-09, with the shipped regulations.
struct FollowedCentre {
  let example: ExampleCentre
  let centre: Centre
  let calendar = WorkingCalendar()

  init(daysLater: Int = 100) throws {
    example = try ExampleCentre()
    let draft = try example.plan()
    _ = try example.centre.publish(draft: draft.id, incomplete: true)
    example.machine.wait(days: daysLater)
    var environment = example.machine.environment
    environment.regulations = try RegulationFolder().regulations
    centre = try Centre(database: example.folder.path + "/centre.sqlite", environment: environment)
  }

  func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  func contact(
    _ trainee: String, on day: String, _ result: Contact.Result = .reached, need: HelpRequest.Kind? = nil
  ) -> Contact {
    Contact(
      id: "", subject: trainee, on: self.day(day), method: .telephone, result: result, officer: "", need: need
    )
  }

  func entry(_ change: VentureChange, on day: String) throws -> Ledger<VentureChange>.Entry {
    .init(id: "", change, from: self.day(day), recordedOn: try centre.today(), recordedBy: "tester")
  }

  /// A venture of T1 that operates since 2026-05-20.
  func addVenture(_ code: String = "V000001", licence: Venture.Registration = .none) throws {
    try centre.addVenture(
      Venture(
        id: code, name: "示例小吃店", founders: [.init(person: "T1")],
        legalForm: licence == .none ? .unregistered : .individualBusiness, registration: licence,
        area: "610113"),
      changes: [try entry(.state(.operating), on: "2026-05-20")], calendar: calendar)
  }
}
