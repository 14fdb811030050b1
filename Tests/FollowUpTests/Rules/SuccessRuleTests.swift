import Civil
import Testing

@testable import FollowUp

@Suite struct SuccessRuleTests {
  private func verdict(
    _ record: VentureRecord, licence: Bool = true, employees: Int = 0, asOf day: Int
  ) -> SuccessRule.Verdict {
    SuccessRule(
      stamp: .example(), needsLicence: licence, withinDays: 180, operatingDays: 90, leastEmployees: employees
    ).verdict(on: record, class: (day0 + 10)...(day0 + 20), asOf: day0 + day, knownOn: day0 + day)
  }

  @Test func `a licence and ninety days of operation make a success on the ninetieth`() {
    let record = VentureRecord.example(licensed: 40, [(30, .operating)])
    #expect(verdict(record, asOf: 129) == .notYet(.operatedTooShort(days: 89, needed: 90)))
    #expect(verdict(record, asOf: 130) == .success(on: day0 + 130))
    #expect(verdict(record, licence: false, asOf: 130) == .success(on: day0 + 120))
  }

  @Test func `without a licence it is none, and none any more when the time is over`() {
    let record = VentureRecord.example([(30, .operating)])
    #expect(verdict(record, asOf: 200) == .notYet(.unlicensed))
    #expect(verdict(record, asOf: 201) == .no(.unlicensed))
    #expect(verdict(record, licence: false, asOf: 201) == .success(on: day0 + 120))
  }

  @Test func `what started before the class or too late after it is none`() {
    #expect(verdict(.example(licensed: 9, [(12, .operating)]), asOf: 300) == .no(.beforeClass))
    #expect(verdict(.example(licensed: 12, [(9, .operating)]), asOf: 300) == .no(.beforeClass))
    let late = VentureRecord.example(licensed: 30, [(201, .operating)])
    #expect(verdict(late, asOf: 400) == .no(.tooLate(days: 181, limit: 180)))
  }

  @Test func `what closed too soon is none`() {
    let record = VentureRecord.example(licensed: 30, [(30, .operating), (119, .suspended)])
    #expect(verdict(record, asOf: 300) == .no(.operatedTooShort(days: 89, needed: 90)))
    #expect(verdict(record, asOf: 100) == .notYet(.operatedTooShort(days: 70, needed: 90)))
  }

  @Test func `a rule may ask for employees`() {
    let record = VentureRecord.example(licensed: 30, [(30, .operating)], jobs: [(40, 2), (150, 3)])
    #expect(verdict(record, employees: 3, asOf: 140) == .notYet(.tooFewEmployees(2, needed: 3)))
    #expect(verdict(record, employees: 3, asOf: 150) == .success(on: day0 + 150))
    #expect(verdict(record, employees: 9, asOf: 300) == .no(.tooFewEmployees(3, needed: 9)))
  }
}
