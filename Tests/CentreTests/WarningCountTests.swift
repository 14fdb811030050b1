import Civil
import FollowUp
import Reports
import Testing

@testable import Centre

@Suite struct WarningCountTests {
  @Test func `the bulletin counts the warnings that the list shows one by one`() throws {
    let followed = try FollowedCentre()
    try followed.addVenture("V000001")
    try followed.centre.addVenture(
      Venture(
        id: "V000002", name: "示例书店", founders: [.init(person: "T2")], legalForm: .unregistered, area: "610113"
      ),
      changes: [
        try followed.entry(.state(.operating), on: "2026-05-20"),
        try followed.entry(.state(.suspended), on: "2026-06-01"),
      ], calendar: followed.calendar)
    let today = try followed.centre.today()
    let listed = try followed.centre.earlyWarnings(
      ReportRequest(area: "610113", asOf: today, calendar: followed.calendar))
    let counted = try followed.centre.warned(area: "610113", on: today, followed.calendar)
    let rows = try #require(listed.tables.last).rows
    #expect(counted == 1 && Set(rows.map { $0[0] }).count == 1)
    #expect(try followed.centre.warned(area: "110101", on: today, followed.calendar) == nil)
    let facts = try followed.centre.bulletinFacts(
      .month, holding: today, area: nil, knownOn: today, calendar: followed.calendar)
    #expect(facts.warnings == 1)
  }
}
