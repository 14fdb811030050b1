import Civil
import Courses
import FollowUp
import Indicators
import Mentors
import Testing

@testable import Interchange

@Suite struct RegulationReaderTests {
  private func read(_ text: String) -> (regulation: Regulation?, problems: [ImportProblem]) {
    RegulationReader.read(Array(text.utf8), file: "a.json")
  }

  private func paper(_ rules: String, more: String = "") -> String {
    """
    { "id": "city-2026", "name": { "zh": "市", "en": "City" }, "version": "2", "area": "370200",
      "from": "2026-01-01", "source": "made up", \(more)
      "rules": { \(rules) } }
    """
  }

  @Test func `a rule carries the stamp of its paper`() throws {
    let (regulation, problems) = read(paper("\"progress\": { \"green\": 1, \"amber\": 0.8 }"))
    #expect(problems.isEmpty)
    let rule = try #require(regulation?.rules.progress)
    #expect(rule.green == 1 && rule.amber == 0.8)
    #expect(rule.stamp.name.english == "City: Progress lights" && rule.stamp.version == "2")
    #expect(rule.stamp.from == CivilDate("2026-01-01") && rule.stamp.source.english == "made up")
    #expect(regulation?.rules.followUp == nil)
  }

  @Test func `criteria are weighed by their names, and those that nobody knows are told with the known ones`()
    throws
  {
    let (regulation, problems) = read(
      paper(
        """
        "matching": { "weights": { "link": 40, "area": 0 }, "required": ["link"], "within": "county",
          "commonHours": 3, "projectPlaces": 4, "loadWeight": 0 }
        """))
    #expect(problems.isEmpty)
    let rule = try #require(regulation?.rules.matching)
    #expect(rule.settings.weights == ["link": 40, "area": 0] && rule.settings.required == ["link"])
    #expect(rule.settings.within == .county && rule.settings.commonHours == 3 && rule.projectPlaces == 4)
    let wrong = read(
      paper(
        """
        "matching": { "weights": { "lnik": 40 }, "required": ["fame"], "within": "moon",
          "commonHours": 3, "projectPlaces": 0, "loadWeight": 0 }
        """))
    #expect(wrong.regulation == nil)
    let paths = ["rules.matching.weights.lnik", "rules.matching.required[0]", "rules.matching.within"]
    #expect(Set(paths).isSubset(of: Set(wrong.problems.compactMap(\.column))))
    #expect(wrong.problems.contains { $0.text(in: .english).contains("seeker-wish") })
  }

  @Test func `all problems of a file are found at once, each with line, key and remedy`() {
    let (regulation, problems) = read(
      paper(
        """
        "progress": { "green": "x", "ambr": 0.8 },
        "survivel": {},
        "claim": { "rates": {}, "stages": [{ "on": "completion" }], "claimWithin": { "days": 1, "months": 1 },
          "noticeWorkingDays": 5, "needsApproval": true, "papers": ["photo"] }
        """))
    #expect(regulation == nil)
    let found = problems.map { "\($0.line ?? 0) \($0.column ?? "") \($0.problem.english)" }
    #expect(
      Set(found) == [
        "3 rules.progress.green not such a value", "3 rules.progress.amber missing",
        "3 rules.progress.ambr unknown key", "4 rules.survivel unknown key",
        "5 rules.claim.stages[0] needs exactly one of its keys",
        "5 rules.claim.claimWithin needs exactly one of its keys",
        "6 rules.claim.papers[0] not such a value",
      ])
    let unknown = problems.first { $0.column == "rules.progress.ambr" }
    #expect(unknown?.expected.english == "the keys here are green, amber")
  }

  @Test func `several success rules stand side by side under their names`() throws {
    let rule = "\"needsLicence\": true, \"withinDays\": 365, \"operatingDays\": 90, \"leastEmployees\": 0"
    let (regulation, _) = read(
      paper(
        "\"success\": { \"standard\": { \(rule) }, \"lasting\": { \(rule.replacing("90", with: "365")) } }"))
    let success = try #require(regulation?.rules.success)
    #expect(success.mapValues(\.operatingDays) == ["standard": 90, "lasting": 365])
  }

  @Test func `an indicator of one's own needs counts that are known and of one unit`() throws {
    func own(_ top: String, _ bottom: String) -> (regulation: Regulation?, problems: [ImportProblem]) {
      let name = "\"name\": { \"zh\": \"率\", \"en\": \"rate\" }"
      return read(
        paper(
          "\"openIndicators\": [{ \"id\": \"rate\", \(name), \"numerator\": \"\(top)\", \"denominator\": \"\(bottom)\" }]"
        ))
    }
    let rule = try #require(own("founders", "trained").regulation?.rules.openIndicators)
    #expect(rule.indicators.map(\.formula.english) == ["new founders ÷ people trained"])
    #expect(own("founders", "loans").problems.map(\.found) == ["person, personTime"])
    #expect(own("founders", "nothing").problems.map(\.column) == ["rules.openIndicators[0].denominator"])
  }

  @Test func `what is marked as not confirmed must stand in the file`() {
    let rules = "\"progress\": { \"green\": 1, \"amber\": 0.8 }"
    #expect(read(paper(rules, more: "\"unconfirmed\": [\"progress.green\"],")).problems.isEmpty)
    let problems = read(paper(rules, more: "\"unconfirmed\": [\"progress.red\"],")).problems
    #expect(problems.map(\.found) == ["progress.red"])
  }

  @Test(arguments: [
    "", "{", "{\"a\":}", "{\"a\": 1,}", "[1 2]", "{\"a\": tru}", "{\"a\": \"x}", "{\"a\": \"\\q\"}", "{} {}",
    "{\"a\": 1e999}", "\u{7f}", "nul", String(repeating: "[", count: 5000),
  ])
  func `a text that is no JSON is refused with its line`(text: String) {
    let (regulation, problems) = read(text)
    #expect(regulation == nil)
    #expect(problems.count == 1 && problems.first?.column == "JSON" && problems.first?.line == 1)
  }

  @Test func `a repeated key is an error, not a silent choice`() {
    let problems = read(paper("\"progress\": { \"green\": 1, \"amber\": 0.8, \"green\": 2 }")).problems
    #expect(problems.map(\.problem.english) == ["the key is repeated"])
  }

  @Test func `strings are read with all their escapes`() throws {
    let node = try JSONNode(parsing: Array("[\"\\u4e2d\\ud83c\\udf31\\n\\\"\"]".utf8))
    #expect(node.value == .array([JSONNode(value: .string("中🌱\n\""), line: 1)]))
  }

  @Test func `damage of any kind is a problem and never a crash`() {
    let sound = Array(
      paper(
        """
        "followUp": { "traineeDays": [30], "ventureMonths": [24], "daysEarly": 1, "graceWorkingDays": 2,
          "triesToLose": 3, "failures": ["away"] }
        """
      ).utf8)
    #expect(RegulationReader.read(sound, file: "a").problems.isEmpty)
    for place in sound.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0xFF] {
        var damaged = sound
        damaged[place] = byte
        let (regulation, problems) = RegulationReader.read(damaged, file: "a")
        #expect((regulation == nil) == !problems.isEmpty)
      }
      let cut = RegulationReader.read(Array(sound.prefix(place)), file: "a")
      #expect(cut.regulation == nil && !cut.problems.isEmpty)
    }
  }
}
