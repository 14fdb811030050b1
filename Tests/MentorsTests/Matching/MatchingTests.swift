import Civil
import Mentors
import SeededNumbers
import Testing

@Suite struct MatchingTests {
  private static func seeker(_ id: String, _ edit: (inout MatchProfile) -> Void = { _ in }) -> Matching.Member
  {
    var profile = MatchProfile(id: id)
    edit(&profile)
    return Matching.Member(profile)
  }

  private static func helper(
    _ id: String, places: Int = 1, _ edit: (inout MatchProfile) -> Void = { _ in }
  ) -> Matching.Member {
    var profile = MatchProfile(id: id)
    edit(&profile)
    return Matching.Member(profile, Seats(minimum: 0, capacity: places))
  }

  @Test func `the mentor of the same industry is chosen, and the reason and the next best are told`() throws {
    let matching = Matching(
      [Self.seeker("T1") { $0.industries = [.section("H")] }],
      with: [
        Self.helper("M1") { $0.industries = [.section("A")] },
        Self.helper("M2") { $0.industries = [.section("H")] },
      ])
    let match = try #require(matching.matches.first)
    #expect(match.helper == "M2" && match.sentence.english == "industry: the same section (H, H)")
    #expect(match.alternative?.helper == "M1")
    #expect(match.alternative?.loss == AssignmentWorth(points: 1250))
    #expect(matching.proof.holds)
  }

  @Test
  func `who does not speak the common language needs a mentor of one's own, others would rather have one`()
    throws
  {
    let mentors = [
      Self.helper("M1", places: 9) { $0.languages = ["普通话"] },
      Self.helper("M2", places: 9) { $0.languages = ["普通话", "关中话"] }, Self.helper("M3"),
    ]
    let matching = Matching(
      [
        Self.seeker("T1") { $0.languages = ["关中话"] }, Self.seeker("T2") { $0.languages = ["客家话"] },
        Self.seeker("T3") { $0.languages = ["普通话", "客家话"] },
      ], with: Array(mentors.prefix(2)))
    #expect(matching.matches.map(\.seeker) == ["T1", "T3"])
    #expect(matching.matches.first?.helper == "M2")
    #expect(matching.matches.first?.sentence.english == "both speak 关中话")
    let left = try #require(matching.unmatched.first)
    #expect(left.seeker == "T2")
    #expect(left.sentence.english.contains("the seeker speaks 客家话 only, which the other does not"))
    // A mentor of whom nothing is told is not ruled out.
    #expect(
      Matching([Self.seeker("T2") { $0.languages = ["客家话"] }], with: mentors).matches.first?.helper == "M3")
  }

  @Test func `who competes for too few places is named`() throws {
    let only = Set(["M2", "M3"])
    let matching = Matching(
      [
        Self.seeker("T1") { $0.refusals = only }, Self.seeker("T2") { $0.refusals = only },
        Self.seeker("T3"),
      ], with: [Self.helper("M1"), Self.helper("M2"), Self.helper("M3")])
    let left = try #require(matching.unmatched.first)
    let rival = left.seeker == "T1" ? "T2" : "T1"
    #expect(matching.unmatched.count == 1)
    #expect(left.reason == .short(rivals: [rival], helpers: ["M1"], wanted: 2, places: 1))
  }

  @Test func `whom every mentor is ruled out for is told by what`() throws {
    var settings = MatchSettings()
    settings.within = .county
    let matching = Matching(
      [
        Self.seeker("T1") {
          $0.areas = [AreaCode("610113")].reduce(into: []) { if let area = $1 { $0.insert(area) } }
        }
      ],
      with: [
        Self.helper("M1") {
          $0.areas = [AreaCode("330110")].reduce(into: []) { if let area = $1 { $0.insert(area) } }
        }
      ],
      settings: settings)
    #expect(
      matching.unmatched.first?.sentence.english
        == "nobody may: ruled out 1 by area and travel (such as: in different provinces)")
  }

  @Test func `a fixed pair stays though it is ruled out, and takes its place`() {
    let matching = Matching(
      [Self.seeker("T1") { $0.refusals = ["M1"] }, Self.seeker("T2")], with: [Self.helper("M1")],
      fixed: [("T1", "M1"), ("T9", "M1")])
    #expect(matching.matches.map(\.seeker) == ["T1"] && matching.matches.allSatisfy(\.isFixed))
    #expect(matching.unmatched.map(\.seeker) == ["T2"] && matching.unknownFixed == ["T9/M1"])
  }

  @Test func `in a two-way choice a wish on both sides comes before points`() {
    let matching = Matching(
      [Self.seeker("T1") { $0.wishes = ["M1": 1] }, Self.seeker("T2") { $0.wishes = ["M1": 1] }],
      with: [Self.helper("M1") { $0.wishes = ["T2": 1] }], mode: .twoWay)
    #expect(matching.matches.map(\.seeker) == ["T2"] && matching.proof == .blockingPairs(0))
    #expect(matching.unmatched.map(\.reason) == [.othersPreferred(helpers: 1)])
  }

  @Test(arguments: 0..<40) func `the order in which people are given changes nothing`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func some(_ count: Int) -> Set<IndustryScope> {
      Set((0..<count).compactMap { _ in "ACHIOR".randomElement(using: &random).map { .section($0) } })
    }
    let seekers = (0..<12).map { number in
      Self.seeker("T\(number)") {
        $0.industries = some(1)
        $0.refusals = ["M\(Int.random(in: 0..<5, using: &random))"]
        $0.wishes = ["M\(Int.random(in: 5..<9, using: &random))": 1]
      }
    }
    let helpers = (0..<5).map { number in
      Self.helper("M\(number)", places: Int.random(in: 0...3, using: &random)) { $0.industries = some(2) }
    }
    for mode in [Matching.Mode.everyoneFirst, .bestTotal, .twoWay] {
      let first = Matching(seekers, with: helpers, mode: mode)
      let second = Matching(
        seekers.shuffled(using: &random), with: helpers.shuffled(using: &random), mode: mode)
      #expect(first.matches == second.matches && first.unmatched == second.unmatched)
      #expect(first.proof.holds)
      #expect(first.loads.values.allSatisfy { $0.matches <= $0.capacity })
      // The table of points is what the criteria say, one by one.
      for match in first.matches {
        #expect(match.points == match.reasons.reduce(0) { $0 + $1.share * $1.weight })
      }
      #expect(first.worth.points == first.matches.reduce(0) { $0 + $1.points })
    }
  }

  @Test func `a weight for a criterion that does not exist is told`() {
    var settings = MatchSettings()
    settings.weights = ["industri": 3]
    #expect(settings.unknownNames().count == 1)
  }
}
