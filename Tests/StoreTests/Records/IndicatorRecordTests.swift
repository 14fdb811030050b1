import Civil
import FollowUp
import GRDB
import Indicators
import Testing

@testable import Store

@Suite struct IndicatorRecordTests {
  private let period = CivilDate.march(1)...CivilDate.march(31)

  @Test func `denominators and surveys keep where they come from`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let workers = Denominator(
      .urbanWorkers, area: "999901", period: period, Quantity(51_000, .person), source: "统计公报",
      publishedOn: .march(20), recordedOn: .march(21))
    try store.record([workers], stamp: .march(21))
    #expect(try store.denominators() == [workers])
    let survey = SurveyCount(
      question: .serviceSatisfaction, area: "999901", period: period, yes: 45, no: 5, silent: 10,
      withdrawn: 1,
      source: "电话调查", on: .march(22))
    try store.record([survey], stamp: .march(22))
    #expect(try store.surveys() == [survey])
    #expect(survey.result.response.drawn == 60 && survey.result.response.withdrawn.count == 1)
  }

  @Test func `a target that changes keeps its earlier version`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    func target(_ amount: Int, parts: [String] = []) -> Target {
      Target(
        id: "培训", name: Wording(zh: "创业培训", en: "trained"), area: "999901", owner: "就业服务中心",
        measure: "trained",
        Quantity(amount, .person), period: period, monthly: [.march(31): amount], parts: parts)
    }
    #expect(try store.record([target(600)], stamp: .march(1)) == RecordedCounts(new: 1))
    #expect(try store.record([target(600)], stamp: .march(2)) == RecordedCounts(unchanged: 1))
    let raised = target(650, parts: ["a", "b"])
    #expect(try store.record([raised], stamp: .march(3)) == RecordedCounts(changed: 1))
    #expect(try store.targets() == [raised])
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM target") } == 2)
  }

  @Test func `those who attended a class in the period took part in training, each once a class`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let found = try store.participations(in: .march(15)...(.march(31)), knownOn: .march(31))
    #expect(found.map(\.person) == ["T1", "T2", "T3"])
    #expect(found.allSatisfy { $0.kind == .training && $0.on == .march(15) })
    #expect(try store.participations(in: .march(21)...(.march(31)), knownOn: .march(31)).isEmpty)
    let request = HelpRequest(id: "h1", subject: "T2", kind: .licences, openedOn: .march(25))
    try store.record([request], stamp: .march(25))
    let services = try store.participations(area: "9999", in: .march(21)...(.march(31)), knownOn: .march(31))
    #expect(services.map(\.person) == ["T2"] && services.map(\.kind) == [.service])
  }
}
