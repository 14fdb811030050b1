import Civil
import ProjectLibrary
import Testing

@Suite struct LibraryStatusTests {
  private let records: [ProjectRecord] = [
    .example(.example("A", industry: "O8010"), [.review, .listed, .promoted]),
    .example(.example("B", industry: "O8040"), [.review, .listed, .promoted]),
    .example(.example("C", industry: "H6210"), [.review, .listed]),
    .example(.example("D", industry: "A0141"), [.review]),
    .example(.example("E", industry: "C13", validUntil: .day(60)), [.review, .listed, .promoted]),
    .example(.example("F", industry: "R8840"), [.review, .listed, .retired]),
    .example(.example("J", kind: .idea, industry: "P83"), [.review, .listed, .promoted]),
  ]

  private func status(_ rule: LibraryRule = .example(), on day: Int = 100) -> LibraryStatus {
    LibraryStatus(records, rule: rule, on: .day(day), knownOn: .day(100))
  }

  @Test func `only reviewed and valid projects count, and every other is told with its reason`() {
    #expect(status().counted == ["A", "B", "C"])
    #expect(
      status().excluded.map(\.id) == ["D", "E", "F", "J"])
    #expect(
      status().excluded.map(\.why) == [
        .notReviewed(.review), .expired(.day(60)), .retired(reason: "说明"), .idea,
      ])
    #expect(status(.example(countsIdeas: true)).counted == ["A", "B", "C", "J"])
    #expect(status(on: 60).counted == ["A", "B", "C", "E", "F"].filter { $0 != "F" })
  }

  @Test func `both readings of the catalogue's gate are shown, by divisions or by groups`() {
    let gates = status().gates
    #expect(gates.map(\.counted) == [["A", "B", "C"], ["O80"], ["A", "B"]])
    #expect(gates.map(\.missing) == [0, 1, 0])
    #expect(gates.map(\.isOneReading) == [false, true, true])
    #expect(status(.example(counting: .groups)).gates[1].counted == ["O801", "O804"])
  }

  @Test func `an industry told too coarsely for groups is named, not guessed`() {
    let coarse = ProjectRecord.example(.example("K", industry: "H62"), [.review, .listed, .promoted])
    let status = LibraryStatus(
      records + [coarse], rule: .example(counting: .groups), on: .day(100), knownOn: .day(100))
    #expect(status.unclassified == ["K"])
    #expect(status.gates[1].counted == ["O801", "O804"])
  }

  @Test func `divisions that the local plan names and that have no project stand first`() {
    let status = status(.example(priorities: [("A0141", 90), ("H62", 60), ("N78", 80)]))
    #expect(status.missingPriorities.map(\.industry.code) == ["0141", "78"])
    // Of catering there is a project, of snack bars none.
    #expect(
      self.status(.example(priorities: [("H6291", 60)])).missingPriorities.map(\.industry.code) == ["6291"])
    #expect(status.lines.first?.industry.divisionCode == "A01")
    #expect(status.lines.first?.pending == ["D"])
    #expect(status.lines.first { $0.industry.divisionCode == "C13" }?.expired == ["E"])
  }

  @Test func `the finest priority gives a project its points`() {
    let rule = LibraryRule.example(priorities: [("A01", 50), ("A0164", 90)])
    #expect(rule.score(of: .example("A", industry: "A0164")) == 90)
    #expect(rule.score(of: .example("A", industry: "A0141")) == 50)
    #expect(rule.score(of: .example("A", industry: "A02")) == 0)
    #expect(rule.score(of: .example("A", industry: nil)) == 0)
  }

  @Test func `what was recorded later is not in the count of an earlier day`() {
    let early = LibraryStatus(records, rule: .example(), on: .day(100), knownOn: .day(15))
    #expect(early.counted.isEmpty)
  }

  @Test func `a report of 4,700 placed by 101 projects is doubted by its people and its money`() {
    let seed = ReportedPlacement(
      source: "示例总结", projects: 101, invested: Money(yuan: 3_300_000), placed: 4700)
    #expect(seed.doubts(.example()).count == 2)
    #expect(seed.doubts(.example()).first?.text.chinese.contains("46.5 人") == true)
    #expect(seed.investedPerPlace == Money(fen: 70_212))
    #expect(
      ReportedPlacement(source: "", projects: 10, invested: Money(yuan: 300_000), placed: 34)
        .doubts(.example()).isEmpty)
    #expect(
      ReportedPlacement(source: "", projects: 0, placed: 3).doubts(.example()) == [.noProject(placed: 3)])
    #expect(ReportedPlacement(source: "", projects: 0, placed: 0).doubts(.example()).isEmpty)
  }
}
