import Civil
import Testing

@testable import ProjectLibrary

@Suite struct OutreachTests {
  private let quota = OutreachQuota(
    stamp: RuleStamp(name: Wording(zh: "示例", en: "example"), version: "1", from: .day(0), source: "made up"),
    least: [.media: 3, .consultation: 1])

  private func event(
    _ id: String, _ kind: OutreachEvent.Kind = .media, on day: Int = 10, name: String? = nil,
    place: String? = nil, hosts: [String] = ["人社局"], reached: Int = 100, projects: [String] = []
  ) -> OutreachEvent {
    OutreachEvent(
      id: id, kind: kind, name: name ?? id, days: .day(day)...(.day(day)), place: place ?? id, hosts: hosts,
      reached: reached, projects: projects)
  }

  private func count(_ events: [OutreachEvent]) -> OutreachCount {
    OutreachCount(events, quota: quota, period: .day(0)...(.day(364)), asOf: .day(100))
  }

  @Test func `events are counted by kind against the quota, those to come apart`() {
    let count = count([event("A"), event("B", on: 200), event("C", .lecture), event("D", on: 400)])
    #expect(count.lines.map(\.kind) == [.media, .consultation, .lecture])
    #expect(count.lines.map(\.held) == [["A"], [], ["C"]])
    #expect(count.lines.first?.planned == ["B"])
    #expect(count.lines.map(\.missing) == [2, 1, 0])
    #expect(count.lines.first?.reached == 100)
  }

  @Test func `an event of several hosts counts once, and their credits add up to the events`() {
    let count = count([
      event("A", hosts: ["人社局", "团委", "妇联"]), event("B", hosts: ["团委"]),
      event("C", hosts: ["人社局", "团委"]),
    ])
    #expect(count.held == 3)
    #expect(abs(count.hosts.reduce(0) { $0 + $1.credit } - 3) < 1e-9)
    let league = count.hosts.first { $0.host == "团委" }
    #expect(league?.led == ["B"] && league?.shared == ["A", "C"])
    #expect(abs((league?.credit ?? 0) - (1.0 / 3 + 1 + 0.5)) < 1e-9)
  }

  @Test func `one event entered by two of its hosts is suspected`() {
    let one = event("A", name: "春风行动专场招聘会", place: "人民广场", hosts: ["人社局"])
    let again = event("B", name: "“春风行动”专场招聘会", place: "广场", hosts: ["团委"])
    let other = event("C", name: "创业大赛决赛", place: "剧院")
    #expect(count([one, again, other]).suspectedTwice == [.init(first: "A", second: "B")])
  }

  @Test func `the matches of an exhibition are those of its projects, each person once`() {
    func choice(_ id: String, _ project: String, _ person: String, _ event: String?) -> ProjectChoice {
      ProjectChoice(
        id: id, project: project, person: person, on: .day(10), event: event, recordedOn: .day(10),
        recordedBy: "办")
    }
    let matches = EventMatches(
      event("E", .exhibition, projects: ["P1", "P2"]),
      choices: [
        choice("1", "P1", "甲", "E"), choice("2", "P2", "甲", "E"), choice("3", "P9", "乙", "E"),
        choice("4", "P1", "丙", nil),
      ])
    #expect(matches.matches.map(\.id) == ["1", "2"] && matches.people == 1)
    #expect(matches.ofOthers.map(\.id) == ["3"])
  }
}
