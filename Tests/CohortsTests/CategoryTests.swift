import Civil
import Cohorts
import Testing

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

@Suite struct CategoryTests {
  @Test func `each name stands for one category, and each parent exists`() {
    let codes = Set(TraineeCategory.all.map(\.code))
    #expect(codes.count == TraineeCategory.all.count)
    let names = TraineeCategory.all.flatMap { [$0.code, $0.name.chinese] + $0.otherNames }
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(TraineeCategory.all.allSatisfy { $0.parent.map(codes.contains) ?? true })
    let packaged = CategoryPackage.trainingSubsidy.categories + CategoryPackage.startUpLoan.categories
    #expect(packaged.allSatisfy(codes.contains))
  }

  @Test func `the seeds' synonyms map without merging`() {
    let named = ["下岗失业", "失业人员", "城镇失业人员", "就业困难"].map { TraineeCategory(named: $0)?.code }
    #expect(named == ["laid_off", "registered_unemployed", "registered_unemployed", "hard_to_employ"])
  }

  @Test func `a graduate of two years is one of five and a graduate`() {
    let tree = CategoryTree()
    #expect(tree.lineage(of: "graduate_2") == ["graduate_2", "graduate_5", "graduate"])
    #expect(!tree.contains("landless", in: "returning_migrant"))
    #expect(!tree.contains("graduate", in: "graduate_2"))
  }

  @Test func `a region may count the landless among the returning, and a circle ends`() {
    let tree = CategoryTree(adding: [
      ("landless", "returning_migrant"), ("rural_surplus", "returning_migrant"),
      ("returning_migrant", "landless"),
    ])
    #expect(tree.contains("landless", in: "returning_migrant"))
    #expect(tree.lineage(of: "landless") == ["landless", "returning_migrant"])
  }

  @Test func `a ledger tells what held on a date as it was known on a day`() throws {
    let entry = Entry(on: try day("2026-03-10"), by: "录入员甲")
    let ledger = CategoryLedger(
      [
        CategoryMembership(
          id: "m1", person: "P1", category: "graduate_2", from: try day("2024-07-01"),
          through: try day("2026-06-30"), entry: entry),
        CategoryMembership(
          id: "m2", person: "P1", category: "registered_unemployed", from: try day("2025-01-01"),
          entry: Entry(on: try day("2026-05-01"), by: "录入员乙")),
      ],
      withdrawals: [
        Correction(of: "m2", reason: "已就业", entry: Entry(on: try day("2026-08-01"), by: "录入员甲"))
      ])
    func codes(_ date: String, known: String) throws -> [String] {
      ledger.memberships(of: "P1", on: try day(date), asKnownOn: try day(known)).map(\.category)
    }
    #expect(try codes("2026-04-01", known: "2026-04-01") == ["graduate_2"])
    #expect(try codes("2026-04-01", known: "2026-06-01") == ["graduate_2", "registered_unemployed"])
    #expect(try codes("2026-07-01", known: "2026-07-01") == ["registered_unemployed"])
    #expect(try codes("2026-07-01", known: "2026-08-01") == [])
    let late = ledger.lateEntries(after: try day("2026-04-01"), through: try day("2026-06-01"))
    #expect(late.map(\.id) == ["m2"])
  }

  // The published table's corners: first and last birth months, and one between.
  @Test(arguments: [
    ("1964-12-31", RetirementSchedule.Group.men, 720), ("1965-01-15", .men, 721), ("1965-05-01", .men, 722),
    ("1976-08-31", .men, 755), ("1976-09-01", .men, 756), ("1990-01-01", .men, 756),
    ("1971-04-10", .womenOf55, 664), ("1981-09-01", .womenOf55, 696), ("1975-01-01", .womenOf50, 601),
    ("1975-03-01", .womenOf50, 602), ("1984-11-01", .womenOf50, 660), ("2000-02-29", .womenOf50, 660),
  ])
  func `the retirement age rises by birth month`(birth: String, group: RetirementSchedule.Group, months: Int)
    throws
  {
    #expect(RetirementSchedule.from2025.ageInMonths(bornOn: try day(birth), group: group) == months)
  }

  @Test func `retirement falls on a day that exists`() throws {
    let schedule = RetirementSchedule.from2025
    #expect(schedule.retirement(bornOn: try day("1971-04-10"), group: .womenOf55) == CivilDate("2026-08-10"))
    #expect(schedule.retirement(bornOn: try day("2004-02-29"), group: .men) == CivilDate("2067-02-28"))
  }
}
