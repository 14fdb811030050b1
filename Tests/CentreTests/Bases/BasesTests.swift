import Civil
import Courses
import FollowUp
import Interchange
import Reports
import Testing

@testable import Centre

@Suite struct BasesTests {
  private func host(
    _ followed: FollowedCentre, places: Int = 1, until: String? = "2026-12-31"
  ) -> InternshipHost {
    InternshipHost(
      id: "H1", name: "示例软件公司", area: AreaCode("610113001"), places: places,
      recognisedOn: followed.day("2026-01-01"), recognisedUntil: until.map { followed.day($0) },
      contact: "示例某")
  }

  /// What a refusal says in English.
  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return (error as? CentreError)?.wording[.english] ?? "\(error)" }
  }

  @Test func `a host takes interns while it has places, and each refusal has its reason`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try centre.register(host(followed), isNew: true)
    let stay = try centre.place(
      "T1", at: "H1", from: followed.day("2026-03-01"), to: followed.day("2026-05-31"))
    guard case .placement(let first) = stay else {
      Issue.record("T1 is an intern")
      return
    }
    #expect(first.id == "J0001")
    let full = refusal { _ = try centre.place("T2", at: "H1", from: followed.day("2026-05-31"), to: nil) }
    #expect(full.contains("all 1 places are taken on 2026-05-31") && full.contains("not for all"))
    #expect(
      refusal { _ = try centre.place("T9", at: "H1", from: followed.day("2026-06-01"), to: nil) } != "")
    #expect(
      refusal { _ = try centre.place("T2", at: "H9", from: followed.day("2026-06-01"), to: nil) }
        .contains("no base H9"))
    _ = try centre.place("T2", at: "H1", from: followed.day("2026-06-01"), to: followed.day("2026-12-31"))
    #expect(
      try centre.bases(asOf: centre.today()).internships.placements.map(\.trainee) == ["T1", "T2"])

    let few = refusal { try centre.register(host(followed, until: "2026-06-30"), isNew: false) }
    #expect(few.contains("J0002") && few.contains("end them first"))
    _ = try centre.leave("T2", from: "H1", on: followed.day("2026-06-20"))
    try centre.register(host(followed, until: "2026-06-30"), isNew: false)
    #expect(refusal { try centre.register(host(followed), isNew: true) }.contains("already"))
  }

  @Test func `units of an incubator are let to ventures, and free again when they leave`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try followed.addVenture()
    try followed.addVenture("V000002")
    let park = Incubator(
      id: "K1", name: "示例孵化园", area: AreaCode("610113"), squareMetres: 6000, units: 2,
      openedOn: followed.day("2026-01-01"))
    try centre.register(park, isNew: true)
    _ = try centre.place("V000001", at: "K1", from: followed.day("2026-05-20"), to: nil, units: 2)
    #expect(
      refusal { _ = try centre.place("V000002", at: "K1", from: followed.day("2026-06-01"), to: nil) }
        .contains("of 2 units 2 are taken on 2026-06-01"))
    #expect(
      refusal { _ = try centre.place("T1", at: "K1", from: followed.day("2026-06-01"), to: nil) }
        .contains("no venture T1"))
    _ = try centre.leave("V000001", from: "K1", on: followed.day("2026-05-31"))
    let stay = try centre.place("V000002", at: "K1", from: followed.day("2026-06-01"), to: nil)
    guard case .tenancy(let second) = stay else {
      Issue.record("V000002 is a tenant")
      return
    }
    #expect(second.id == "R0002")
    try centre.strikeOut(base: "R0002", reason: "登记错误")
    let register = try centre.bases(asOf: centre.today()).incubators
    #expect(register.tenancies.map(\.id) == ["R0001"])
    #expect(refusal { try centre.strikeOut(base: "K1", reason: "错") }.contains("R0001"))
  }

  @Test func `the bases of a past day are those that were known then`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let before = try centre.today()
    try centre.register(host(followed), isNew: true)
    followed.example.machine.wait(days: 10)
    try centre.register(host(followed, places: 3), isNew: false)
    #expect(try centre.bases(asOf: before + -1).internships.hosts.isEmpty)
    #expect(try centre.bases(asOf: before + 9).internships.hosts.map(\.places) == [1])
    #expect(try centre.bases(asOf: centre.today()).internships.hosts.map(\.places) == [3])
    #expect(try centre.bases(asOf: centre.today()).host("H1")?.contact == "示例某")
  }

  @Test func `registers are taken in together, or nothing of them where anything is wrong`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try followed.addVenture()
    func file(_ name: String, _ text: String) -> HandedFile {
      HandedFile(name: name, bytes: Array(text.utf8))
    }
    var files = BaseFiles(
      hosts: file("h.csv", "host,name,area,places,recognised_on\nH1,示例公司,610113001,1,2026-01-01\n"),
      placements: file("p.csv", "placement,host,trainee,from\nJ1,H1,T1,2026-03-01\nJ2,H1,T9,2026-03-01\n"),
      incubators: file("i.csv", "incubator,name,square_metres,units,opened_on\nH1,示例园,600,2,2026-01-01\n"),
      tenants: file("t.csv", "tenancy,incubator,venture,from\nR1,K1,V000001,2026-05-20\n"))
    let wrong = try centre.readBases(files)
    let told = wrong.problems.filter(\.isError).map { "\($0.file) \($0.line ?? 0) \($0.column ?? "")" }
    #expect(told == ["i.csv 2 incubator", "p.csv 3 trainee", "t.csv 2 incubator"])
    files.incubators = file(
      "i.csv", "incubator,name,square_metres,units,opened_on\nK1,示例园,600,2,2026-01-01\n")
    files.placements = file("p.csv", "placement,host,trainee,from\nJ1,H1,T1,2026-03-01\n")
    let sound = try centre.readBases(files)
    #expect(sound.problems.isEmpty)
    let counts = try centre.enter(sound)
    #expect(counts.hosts.new == 1 && counts.tenancies.new == 1)
    let again = try centre.enter(try centre.readBases(files))
    #expect(again.placements.unchanged == 1 && again.placements.changed == 0)
  }

  @Test func `the report tells the quota, what is free, and who is there`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try centre.register(host(followed, places: 3, until: nil), isNew: true)
    _ = try centre.place("T1", at: "H1", from: followed.day("2026-06-01"), to: nil, mentor: "示例师傅")
    let report = try centre.basesReport(area: "610113", asOf: centre.today())
    #expect(report.tables[0].rows[0].suffix(3) == [.count(30), .count(1), .count(29)])
    #expect(report.tables[1].rows[0][4...6] == [.count(3), .count(1), .count(2)])
    #expect(
      report.tables[3].rows == [
        [
          .text("J0001"), .text("示例软件公司"), .text("T1"), .text("示例丁"),
          .date(followed.day("2026-06-01")), .blank, .text("示例师傅"),
        ]
      ])
    #expect(try centre.basesReport(area: "610114", asOf: centre.today()).tables[1].rows.isEmpty)
  }
}
