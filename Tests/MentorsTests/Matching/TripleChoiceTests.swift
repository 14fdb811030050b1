import Civil
import SeededNumbers
import Testing

@testable import Mentors

@Suite struct TripleChoiceTests {
  private func profile(_ id: String, _ industries: String...) -> MatchProfile {
    var profile = MatchProfile(id: id)
    profile.industries = Set(industries.compactMap { IndustryScope($0) })
    return profile
  }

  private func member(_ profile: MatchProfile, _ places: Int = 1) -> Matching.Member {
    Matching.Member(profile, Seats(minimum: 0, capacity: places))
  }

  @Test
  func `trainee, mentor and project of one industry come together, and who is left is told why`() {
    let choice = TripleChoice(
      [profile("T1", "H62"), profile("T2", "O80"), profile("T3")],
      mentors: [member(profile("M1", "O80")), member(profile("M2", "H62"))],
      projects: [member(profile("P1", "H62"), 3), member(profile("P2", "O80"), 3)], fitWeight: 25)
    #expect(choice.matches.map(\.trainee) == ["T1", "T2"])
    #expect(
      choice.matches.map(\.mentor) == ["M2", "M1"] && choice.matches.map(\.project) == ["P1", "P2"])
    #expect(choice.matches.allSatisfy { $0.fit?.english.contains("industry") == true })
    #expect(choice.unmatched.map(\.trainee) == ["T3"])
    // Without one of these triples points are lost.
    #expect(choice.matches.allSatisfy { $0.next.loss.upperBound > 0 })
    #expect(choice.points <= choice.bound)
    #expect(choice.mentors["M1"]?.matches == 1 && choice.projects["P1"]?.capacity == 3)
    #expect(choice.points == choice.matches.reduce(0) { $0 + $1.points })
  }

  @Test func `whom no project may suit is told so`() {
    var trainee = profile("T1", "H62")
    trainee.refusals = ["P1"]
    let choice = TripleChoice(
      [trainee], mentors: [member(profile("M1", "H62"))], projects: [member(profile("P1", "H62"))])
    #expect(choice.matches.isEmpty)
    #expect(choice.unmatched.map(\.why.english) == ["no project may"])
  }

  @Test func `the order in which they are given changes nothing`() {
    var random = SplitMix64(seed: 7)
    let codes = ["H62", "O80", "C14", "A01", "F52"]
    func some(_ letter: String, _ count: Int) -> [MatchProfile] {
      (1...count).map { profile("\(letter)\($0)", codes[Int(random.next() % 5)]) }
    }
    let (trainees, mentors, projects) = (some("T", 12), some("M", 6), some("P", 5))
    let first = TripleChoice(
      trainees, mentors: mentors.map { member($0, 2) }, projects: projects.map { member($0, 3) },
      fitWeight: 9
    )
    let second = TripleChoice(
      trainees.reversed(), mentors: mentors.reversed().map { member($0, 2) },
      projects: projects.reversed().map { member($0, 3) }, fitWeight: 9)
    #expect(first.matches == second.matches)
  }
}
