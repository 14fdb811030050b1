import Civil
import FollowUp
import Indicators
import Testing

@testable import seedbed

/// A made-up centre of so many classes, a new one every five days from 2023 on, with 30 trainees each.
struct MadeUpCentre {
  let classes: [MadeUpClass]
  let until: CivilDate

  init(classes count: Int) {
    let categories = ["graduate", "returning_migrant", "laid_off", "veteran", "women"]
    let first = CivilDate(year: 2023, month: 1, day: 9) ?? CivilDate(daysSinceEpoch: 0)
    classes = (0..<count).map { place in
      let start = first + place * 5 % 900
      return MadeUpClass(
        id: "C\(place)", days: start...(start + 14),
        trainees: (0..<30).map { seat in
          let number = place * 30 + seat
          return MadeUpTrainee(
            number: number, id: "T\(number)", category: categories[number % 5],
            area: "61011300\(number % 8 + 1)", officer: "officer\(number % 8 + 1)")
        })
    }
    until = first + 1_095
  }

  func teller(seed: UInt64 = 1, until: CivilDate? = nil) -> LifeTeller {
    let rule = FollowUpRule(
      stamp: RuleStamp(
        name: Wording(zh: "示例", en: "example"), version: "1", from: self.until, source: "made up"),
      traineeDays: [30, 90, 180, 365], ventureMonths: [24, 36], daysEarly: 7, graceWorkingDays: 10,
      triesToLose: 3)
    return LifeTeller(
      seed: seed, rules: LifeRules(), followUp: rule, calendar: WorkingCalendar(), until: until ?? self.until)
  }

  func lives(seed: UInt64 = 1, until: CivilDate? = nil) -> MadeUpLives {
    let teller = teller(seed: seed, until: until)
    return classes.reduce(into: MadeUpLives()) { lives, group in lives = lives + teller.lives(of: group) }
  }
}

@Suite struct MadeUpLivesTests {
  @Test func `the same seed gives the same lives, another seed others`() {
    let centre = MadeUpCentre(classes: 20)
    #expect(centre.lives(seed: 7) == centre.lives(seed: 7))
    #expect(centre.lives(seed: 7) != centre.lives(seed: 8))
    let backwards = centre.classes.reversed().map { centre.teller(seed: 7).lives(of: $0) }
    #expect(backwards.reversed().reduce(MadeUpLives(), +) == centre.lives(seed: 7))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `no venture takes a step that cannot be, whatever was known when`(seed: UInt64) {
    let centre = MadeUpCentre(classes: 40)
    let lives = centre.lives(seed: seed)
    #expect(lives.ventures.count > 200)
    for record in lives.ventures {
      for back in [0, 100, 250, 500] {
        let day = centre.until + -back
        #expect(record.states.impossibleTransitions(of: record.venture.id, knownOn: day) == [])
      }
      for entry in record.states.entries {
        #expect(entry.from <= entry.recordedOn && entry.recordedOn <= centre.until)
      }
      for entry in record.jobs.entries {
        #expect((entry.fact?.founders ?? 0) <= record.venture.founders.count)
      }
    }
  }

  @Test func `ids, licences and their checks are each one of a kind`() throws {
    let lives = MadeUpCentre(classes: 60).lives()
    #expect(Set(lives.ventures.map(\.venture.id)).count == lives.ventures.count)
    let licences = lives.ventures.compactMap(\.venture.registration.licence)
    #expect(licences.count > 300 && Set(licences).count == licences.count)
    for licence in licences {
      #expect(try Licence(licence.text) == licence)
      guard case .creditCode(let code) = licence else { continue }
      #expect(code.area == AreaCode("999999"))
    }
    #expect(lives.ventures.allSatisfy { $0.venture.registration.mismatch(with: $0.venture.legalForm) == nil })
    #expect(Set(lives.contacts.map(\.id)).count == lives.contacts.count)
  }

  @Test func `a fifth to a third start, and four fifths of the ventures live for a year`() throws {
    let centre = MadeUpCentre(classes: 150)
    let lives = centre.lives()
    let trainees = centre.classes.flatMap(\.trainees)
    let founders = Set(
      lives.ventures.filter { $0.operatingSince(knownOn: centre.until) != nil }
        .flatMap(\.venture.founders).map(\.person))
    let share = Double(founders.count) / Double(trainees.count)
    #expect((0.18...0.35).contains(share), "\(share)")
    let rule = SurvivalRule(
      stamp: RuleStamp(
        name: Wording(zh: "示例", en: "example"), version: "1", from: centre.until, source: "made up"),
      beginning: .operation, endStates: [.deregistered, .revoked], suspensionDays: 180,
      confirmationDays: nil, horizons: [], leastGroup: 5)
    let lifetimes = lives.ventures.compactMap {
      rule.lifetime(of: $0, asOf: centre.until, knownOn: centre.until)
    }
    let curve = SurvivalCurve(lifetimes)
    let alive = try #require(curve.value(at: 365)).estimate.survival
    #expect((0.74...0.86).contains(alive), "\(alive)")
  }

  @Test func `nothing is told that happened or was recorded after the teller's day`() {
    let centre = MadeUpCentre(classes: 30)
    let day = centre.until + -600
    let lives = centre.lives(until: day)
    #expect(lives.contacts.allSatisfy { $0.on <= day && $0.recordedOn <= day })
    #expect(lives.ventures.flatMap(\.states.entries).allSatisfy { $0.recordedOn <= day })
    #expect(lives.subsidies.allSatisfy { $0.paidOn <= day })
    #expect(lives.requests.allSatisfy { $0.closedOn.map { $0 <= day } ?? true })
    #expect(lives.answers.allSatisfy { $0.on <= day })
    #expect(lives.loans.flatMap(\.steps.entries).allSatisfy { $0.from <= day })
  }

  @Test func `the surveys of a period count each answer once`() throws {
    let centre = MadeUpCentre(classes: 30)
    let lives = centre.lives()
    let period = (centre.until + -1_095)...centre.until
    let results = lives.surveys(in: "610113", within: period)
    #expect(results.map(\.question) == SurveyResult.Question.allCases)
    let first = try #require(results.first)
    #expect(first.response.drawn * 3 == lives.answers.count)
    #expect(lives.surveys(in: "51", within: period) == [])
  }
}
