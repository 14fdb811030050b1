import Civil
import Testing

@testable import FollowUp

@Suite struct SurvivalComparisonTests {
  @Test func `groups under the least size are withheld, and one more when the total would give one away`() {
    let one = Withholding(sizes: [30, 3, 8, 12], least: 5)
    #expect(one.reasons == [1: .tooFew, 2: .wouldReveal])
    #expect(!one.withholdsTotal)
    let two = Withholding(sizes: [30, 3, 4, 12], least: 5)
    #expect(two.reasons == [1: .tooFew, 2: .tooFew])
    #expect(Withholding(sizes: [30, 5, 0], least: 5).reasons.isEmpty)
  }

  @Test func `withheld groups hide each other only if they are enough together`() {
    #expect(
      Withholding(sizes: [30, 1, 2, 7], least: 5).reasons == [1: .tooFew, 2: .tooFew, 3: .wouldReveal])
  }

  @Test func `where nothing else can hide a small group the total is withheld too`() {
    #expect(Withholding(sizes: [3], least: 5).withholdsTotal)
    #expect(Withholding(sizes: [3, 0], least: 5).withholdsTotal)
    #expect(Withholding(sizes: [2, 2], least: 5).withholdsTotal)
    #expect(!Withholding(sizes: [3, 40], least: 5).withholdsTotal)
    #expect(!Withholding(sizes: [], least: 5).withholdsTotal)
  }

  @Test(arguments: 1...50)
  func `no withheld group can be computed from what is shown`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sizes = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      Int.random(in: 0...12, using: &generator)
    }
    let withholding = Withholding(sizes: sizes, least: 5)
    let hidden = sizes.indices.filter { !withholding.shows($0) }
    #expect(sizes.indices.allSatisfy { sizes[$0] == 0 || sizes[$0] >= 5 || !withholding.shows($0) })
    if !hidden.isEmpty, !withholding.withholdsTotal {
      #expect(hidden.count >= 2)
      #expect(hidden.reduce(0) { $0 + sizes[$1] } >= 5)
    }
  }

  private func group(_ name: String) -> Wording { Wording(zh: name, en: name) }

  @Test func `a comparison shows the large groups, their test and the total`() throws {
    let comparison = SurvivalComparison(
      [
        (group("A"), lifetimes(SurvivalReference.a, "A")), (group("B"), lifetimes(SurvivalReference.b, "B")),
        (group("C"), lifetimes(SurvivalReference.c, "C")),
        (group("D"), lifetimes([(3, true), (4, false)], "D")),
      ], least: 5)
    let withheld = comparison.groups.filter { if case .withheld = $0.outcome { true } else { false } }
    #expect(withheld.map(\.name.english) == ["C", "D"])
    #expect(comparison.total?.subjects == 35)
    #expect(isClose(try comparison.test.get().statistic, 2.5773889587230996))
  }

  @Test func `overlapping groups are shown but not tested, and the total counts each subject once`() throws {
    let both = lifetimes(SurvivalReference.a, "A")
    let comparison = SurvivalComparison(
      [(group("Li"), both), (group("Wang"), Array(both.prefix(6)))], least: 5)
    #expect(comparison.total?.subjects == 15)
    guard case .failure(.groupsOverlap(let shared)) = comparison.test else {
      Issue.record("tested although groups overlap")
      return
    }
    #expect(shared == ["A0", "A1", "A2", "A3", "A4", "A5"])
  }
}
