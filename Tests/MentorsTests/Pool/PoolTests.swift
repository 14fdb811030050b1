import Civil
import Mentors
import Testing

extension PoolMember {
  /// A member in a term of service from day 20,000 on.
  static func example(
    _ id: String, kinds: Set<Kind> = [.longTermMentor], department: String? = nil,
    links: Set<ServiceLink> = [],
    capacity: Int? = 2, isInTeam: Bool = true, certificates: [MentorCertificate] = [],
    to end: CivilDate? = nil
  ) -> PoolMember {
    let start = CivilDate(daysSinceEpoch: 20_000)
    let steps: [PoolState] = [.applied, .vetting, .serving(to: end)]
    return PoolMember(
      id: id, kinds: kinds, department: department, links: links, capacity: capacity, isInTeam: isInTeam,
      certificates: certificates,
      membership: Ledger(
        steps.enumerated().map { place, state in
          .init(id: "\(place)", state, from: start, recordedOn: start, recordedBy: "示例")
        }))
  }
}

@Suite struct PoolTests {
  private static let start = CivilDate(daysSinceEpoch: 20_000)

  private func entry(_ state: PoolState, _ days: Int, recorded: Int? = nil) -> Ledger<PoolState>.Entry {
    .init(
      id: "\(days)/\(state)", state, from: Self.start + days, recordedOn: Self.start + (recorded ?? days),
      recordedBy: "示例")
  }

  @Test func `a membership goes from application through vetting to a term, and each end has its reason`()
    throws
  {
    var ledger = Ledger<PoolState>()
    #expect(throws: PoolStateFlaw.self) { try ledger.check(entry(.serving(to: nil), 0)) }
    for (state, day) in [(PoolState.applied, 0), (.vetting, 3), (.serving(to: Self.start + 370), 5)] {
      try ledger.check(entry(state, day))
      ledger.append(entry(state, day))
    }
    try ledger.check(entry(.serving(to: Self.start + 700), 371, recorded: 360))
    #expect(throws: PoolStateFlaw.noReason(.ended(reason: " "))) {
      try ledger.check(entry(.ended(reason: " "), 9))
    }
    #expect(throws: PoolStateFlaw.self) { try ledger.check(entry(.vetting, 9)) }
    #expect(throws: PoolStateFlaw.self) { try ledger.check(entry(.serving(to: Self.start), 9)) }
  }

  @Test func `an assignment over the capacity is refused with the day on which it is full`() throws {
    let member = PoolMember.example("M1", capacity: 1)
    let later = MentorRelation(member: "M1", subject: "T1", from: Self.start + 10, to: Self.start + 20)
    try member.check(
      MentorRelation(member: "M1", subject: "T2", from: Self.start, to: Self.start + 9), with: [later],
      recordedOn: Self.start + 1)
    #expect(throws: RelationRefusal.full(member: "M1", capacity: 1, on: Self.start + 10)) {
      try member.check(
        MentorRelation(member: "M1", subject: "T2", from: Self.start), with: [later],
        recordedOn: Self.start + 1)
    }
    #expect(throws: RelationRefusal.notServing(member: "M1", on: Self.start + -1)) {
      try member.check(
        MentorRelation(member: "M1", subject: "T2", from: Self.start + -1), with: [],
        recordedOn: Self.start + 1)
    }
    #expect(member.places([later], on: Self.start + 15) == (1, 0))
  }

  @Test func `the load is fair where all use the same part of their places`() throws {
    let members = [PoolMember.example("M1", capacity: 1), .example("M2", capacity: 2)]
    let period = Self.start...(Self.start + 9)
    func fairness(_ relations: [MentorRelation]) -> Double? {
      LoadBalance(members, relations, within: period).fairness
    }
    func relation(_ member: String, _ subject: String) -> MentorRelation {
      MentorRelation(member: member, subject: subject, from: Self.start + -5)
    }
    #expect(fairness([]) == nil)
    #expect(fairness([relation("M1", "T1")]) == 0.5)
    #expect(fairness([relation("M1", "T1"), relation("M2", "T2"), relation("M2", "T3")]) == 1)
    let balance = LoadBalance(members, [relation("M1", "T1")], within: period)
    #expect(balance.seatCosts(for: "M1", capacity: 1, weight: 100) == [100])
    #expect(balance.seatCosts(for: "M2", capacity: 2, weight: 100) == [25, 50])
  }

  @Test func `the team's coverage names what nobody covers and what ends soon`() throws {
    let rule = TeamRule(
      stamp: RuleStamp(
        name: Wording(zh: "示例", en: "example"), version: "1", from: Self.start, source: "made up"),
      quota: 3,
      departments: [
        .init(Wording(zh: "工商", en: "market regulation"), or: ["市场监管"]),
        .init(Wording(zh: "税务", en: "taxation")),
      ],
      shares: [.init(Wording(zh: "企业家", en: "entrepreneurs"), [.entrepreneur])],
      links: [.financing, .riskAssessment])
    var demand = GuidanceDemand()
    demand.byLink = [.financing: 4]
    demand.bySection = ["H": 2]
    let pool = [
      PoolMember.example(
        "M1", kinds: [.departmentExpert], department: "税务", links: [.financing], to: Self.start + 30),
      .example(
        "M2", links: [.financing],
        certificates: [.init(kind: "SYB讲师证", from: Self.start, to: Self.start + 400, yearlyPeriods: 80)]),
      .example("M3", isInTeam: false, to: Self.start + 5),
    ]
    let coverage = TeamCoverage(
      of: pool, rule: rule, asOf: Self.start + 10, demand: demand, taught: ["M2": 50])
    #expect(
      coverage.gaps.map(\.name.english) == [
        "people in the team", "department: market regulation", "entrepreneurs", "link: risk assessment",
        "industry: Accommodation and catering",
      ])
    #expect(coverage.items.first { $0.subject == .link(.financing) }?.demand == 4)
    #expect(coverage.expiries.map(\.member) == ["M1", "M2"])
    #expect(
      coverage.expiries.first?.uncovers.map(\.english) == ["people in the team", "department: taxation"])
    #expect(coverage.expiries.last?.cause == .yearlyMinimum(kind: "SYB讲师证", short: 30, planned: 0))
    #expect(coverage.places.total == 4)
  }

  @Test(arguments: [
    ("H6210", "H6210", IndustryScope.Agreement.class), ("H6210", "6220", .division), ("H", "H62", .section),
    ("H621", "H6210", .group), ("A0141", "H6210", .none),
  ])
  func `industries agree as far as their codes do`(
    left: String, right: String, agreement: IndustryScope.Agreement
  ) throws {
    let scopes = try (#require(IndustryScope(left)), #require(IndustryScope(right)))
    #expect(scopes.0.agreement(with: scopes.1) == agreement)
    #expect(scopes.1.agreement(with: scopes.0) == agreement)
  }
}
