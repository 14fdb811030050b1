import Civil
import ProjectLibrary
import Testing

@Suite struct LikenessTests {
  @Test func `punctuation, blanks, width and case of letters do not matter`() {
    #expect(TextShingles("ＳＹＢ 创业、培训！") == TextShingles("syb创业培训"))
    #expect(TextShingles("甲").pairs.isEmpty)
    #expect(TextShingles("甲乙丙").pairs.count == 2)
  }

  @Test func `a project is wholly like itself and not at all like one that shares nothing`() {
    let one = Project.example("A")
    let other = Project.example("B", name: "草莓采摘园", summary: "春天采果", industry: "A0159")
    let index = LikenessIndex([one])
    #expect(abs(index.likeness(of: one, one).total - 1) < 1e-9)
    #expect(index.likeness(of: one, other).name == 0)
    #expect(index.likeness(of: one, other).industry == 0)
  }

  @Test func `what stands in many texts says less than what stands in few`() {
    let texts = (0..<40).map { TextShingles("服务项目" + String(UnicodeScalar(0x4E00 + $0 * 7) ?? "一")) }
    let weights = ShingleWeights(texts)
    let common = TextShingles("服务").pairs.first ?? 0
    let rare = TextShingles("采摘").pairs.first ?? 0
    #expect(weights.weight(of: common) == 0.2 && weights.weight(of: rare) == 1)
  }

  @Test func `an import is compared with the library and with itself, and each warning has its reasons`() {
    let library = [Project.example("A")]
    let again = Project.example("B", name: "社区家政服务点")
    let third = Project.example("C", name: "社区家政服务点")
    let warnings = LikenessIndex.warnings(for: [again, third], against: library, least: 0.3)
    #expect(warnings.map(\.project) == ["B", "C"])
    #expect(warnings.map(\.earlier) == ["A", "B"])
    #expect(warnings.allSatisfy { !$0.likeness.reasons.isEmpty })
    #expect(LikenessIndex.warnings(for: [Project.example("A")], against: library, least: 0.3).isEmpty)
  }

  @Test func `projects of finer industries in common are nearer`() {
    func likeness(_ left: String?, _ right: String?) -> Double {
      let index = LikenessIndex([])
      return index.likeness(of: .example("A", industry: left), .example("B", industry: right)).industry
    }
    #expect(likeness("O8010", "O8010") == 1)
    #expect(likeness("O8010", "O8019") == 0.8)
    #expect(likeness("O8010", "O8040") == 0.5)
    #expect(likeness("O80", "O80") == 0.5)
    #expect(likeness("O8010", "H6210") == 0)
    #expect(likeness(nil, "H6210") == 0.4)
  }
}
