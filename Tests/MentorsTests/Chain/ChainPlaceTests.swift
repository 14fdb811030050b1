import Civil
import SeededNumbers
import Testing

@testable import Mentors

/// Dates and chains that several suites use.
enum ChainExamples {
  static let start = CivilDate(daysSinceEpoch: 20_000)
  static let stamp = RuleStamp(
    name: Wording(zh: "例", en: "example"), version: "1", from: CivilDate(daysSinceEpoch: 0), source: "例")

  /// The six links of the first paper, twenty days each.
  static func six() throws -> ServiceChain {
    try #require(
      ServiceChain(
        stamp: stamp,
        steps: [
          .projectDevelopment, .planDesign, .riskAssessment, .openingGuidance, .financing, .followUp,
        ].map { ServiceChain.Step($0, days: 20) }))
  }

  static func service(_ link: ServiceLink, _ day: Int, last: Bool = false) -> ChainService {
    ChainService(link: link, on: start + day, isLast: last, evidence: "\(link.rawValue)-\(day)")
  }
}

@Suite struct ChainPlaceTests {
  private func place(_ services: [ChainService], after days: Int = 100) throws -> ChainPlace {
    try ChainExamples.six().place(
      of: "T1", from: ChainExamples.start, services: services, asOf: ChainExamples.start + days)
  }

  @Test func `who was never served waits for the first link`() throws {
    let place = try place([])
    #expect(place.standing == .waiting(.projectDevelopment, since: ChainExamples.start))
    #expect(place.passages.isEmpty)
  }

  @Test func `a link goes on until a service says that it is through`() throws {
    let open = try place([ChainExamples.service(.projectDevelopment, 5)])
    #expect(open.standing == .inLink(.projectDevelopment, since: ChainExamples.start + 5))
    let through = try place([
      ChainExamples.service(.projectDevelopment, 5),
      ChainExamples.service(.projectDevelopment, 12, last: true),
    ])
    #expect(through.standing == .waiting(.planDesign, since: ChainExamples.start + 12))
    #expect(through.passages[0].days == 7 && through.passages[0].services == 2)
  }

  @Test func `who is served in a later link is through with those before, served in them or not`() throws {
    let place = try place([
      ChainExamples.service(.planDesign, 3), ChainExamples.service(.financing, 30),
    ])
    #expect(place.standing == .inLink(.financing, since: ChainExamples.start + 30))
    #expect(place.passage(of: .planDesign)?.finished == ChainExamples.start + 30)
    #expect(place.passage(of: .riskAssessment) == nil)
  }

  @Test func `what came after the day asked for is not known on it`() throws {
    let services = [
      ChainExamples.service(.projectDevelopment, 5, last: true),
      ChainExamples.service(.followUp, 60, last: true),
    ]
    #expect(try place(services, after: 59).standing == .waiting(.planDesign, since: ChainExamples.start + 5))
    #expect(try place(services, after: 60).standing == .through(ChainExamples.start + 60))
  }

  @Test func `services in links that the chain lacks take nobody further`() throws {
    let place = try place([ChainExamples.service(.training, 2, last: true)])
    #expect(place.standing == .waiting(.projectDevelopment, since: ChainExamples.start))
    #expect(place.outside.map(\.link) == [.training])
  }

  @Test func `a chain has each link once, and at least one`() throws {
    #expect(ServiceChain(stamp: ChainExamples.stamp, steps: []) == nil)
    #expect(
      ServiceChain(
        stamp: ChainExamples.stamp, steps: [.init(.training), .init(.financing), .init(.training)])
        == nil)
    #expect(try ChainExamples.six().wording.chinese == "项目开发→方案设计→风险评估→开业指导→融资服务→跟踪扶持")
  }

  @Test(arguments: 1...20) func `the funnel counts what a plain recount finds`(seed: UInt64) throws {
    let chain = try ChainExamples.six()
    var random = SplitMix64(seed: seed)
    let ways = (0..<60).map { _ in
      (0..<Int.random(in: 0...8, using: &random)).map { _ in
        ChainExamples.service(
          ServiceLink.allCases.randomElement(using: &random) ?? .training,
          Int.random(in: 0...120, using: &random), last: Bool.random(using: &random))
      }
    }
    let day = ChainExamples.start + 90
    let places = ways.enumerated().map {
      chain.place(of: "T\($0.offset)", from: ChainExamples.start, services: $0.element, asOf: day)
    }
    let funnel = ChainFunnel(chain, places, stuck: [])
    let known = ways.map { $0.filter { $0.on <= day } }
    for (index, row) in funnel.rows.enumerated() {
      #expect(row.begun == known.count { way in way.contains { $0.link == row.link } })
      #expect(row.services == known.joined().count { $0.link == row.link })
      let later = chain.links[(index + 1)...]
      #expect(
        row.skipped
          == known.count { way in
            !way.contains { $0.link == row.link } && way.contains { later.contains($0.link) }
          })
    }
    let standing = funnel.rows.reduce(0) { $0 + $1.inLink + $1.waiting }
    #expect(standing + funnel.through == funnel.trainees)
    #expect(
      funnel.outside.values.reduce(0, +) == known.joined().count { chain.place(of: $0.link) == nil })
  }
}
