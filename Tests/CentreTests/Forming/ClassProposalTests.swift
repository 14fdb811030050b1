import Civil
import Cohorts
import Courses
import Foundation
import Interchange
import Planning
import Scheduling
import Store
import Testing

@testable import Centre

@Suite struct ClassProposalTests {
  private func enter(_ lines: [String], _ followed: FollowedCentre) throws {
    let text = "姓名,身份证号码,区域,人员类别,创业意向,行业,培训需求,摸底日期,自我测评得分\n" + lines.joined(separator: "\n")
    let reading = try followed.centre.readIntents(Array(text.utf8), file: "i.csv")
    let errors = reading.problems.filter(\.isError).map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors)")
    _ = try followed.centre.enter(reading.rows.map(\.row))
  }

  /// A sound number of an area that there is not, of somebody born in 1990.
  private static var identity: String {
    let text = "99999919900101001"
    return text + String(UnicodeScalar(ResidentID.checkCharacter(of: text.compactMap(\.wholeNumberValue))))
  }

  private func wishes(_ count: Int) -> [String] {
    (0..<count).map { "示例\($0),,,graduate,开店,F52,SYB,2026-05-\($0 < 10 ? "0" : "")\(1 + $0 % 9)," }
  }

  private func request(_ followed: FollowedCentre, search: SearchLimits? = nil) throws -> ClassProposalRequest
  {
    let today = try followed.centre.today()
    return ClassProposalRequest(asOf: today, from: today.nextMonthStart, months: 2, search: search)
  }

  @Test func `open wishes become a class with a timetable, and the bundle reads back`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try enter(wishes(25), followed)
    let planned = try centre.proposeClasses(request(followed, search: SearchLimits(steps: 5_000)))
    let one = try #require(planned.proposal.classes.first)
    #expect(planned.proposal.classes.count == 1 && one.intents.count == 25)
    #expect(one.start == followed.day("2026-07-01") && one.offer.cohort == "g")
    guard case .planned = planned.proof else {
      Issue.record("a timetable is found: \(planned.proof)")
      return
    }
    let folder = followed.example.folder.path + "/formed"
    try centre.write(planned.bundle, to: folder, hasNumbers: true)
    let reading = try BundleService.readBundle(at: folder, partial: false, calendarsFolder: folder + "/none")
    let errors = reading.problems.filter(\.isError).map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors.prefix(5))")
    var expected = planned.bundle
    let read = try #require(reading.bundle)
    // The calendars have other names, and the same days and busy times.
    expected.centre.calendars = read.centre.calendars
    expected.people = read.people
    #expect(read == expected)
    #expect(read.busy["P1"]?.isEmpty == false && !read.calendar.marked.isEmpty)
    #expect(throws: CentreError.self) { try centre.write(planned.bundle, to: folder, hasNumbers: true) }
  }

  @Test func `who was trained before is told so, and who is on record is enrolled as the trainee`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let number = Self.identity
    let stamp = try centre.recordStamp()
    _ = try centre.stored { store throws(StoreError) in
      try store.record(
        [TraineeRecord(Trainee(id: "T4", name: "示例庚", idNumber: number, category: "graduate"))], stamp: stamp)
    }
    try enter(wishes(24) + ["示例庚,\(number),,graduate,开店,F52,SYB,2026-05-02,"], followed)
    let before = try centre.proposeClasses(request(followed))
    #expect(before.proposal.classes.first?.intents.count == 25 && before.proof == .notAsked)
    #expect(before.bundle.enrolments.contains { $0.trainee == "T4" && $0.classID != "第1班" })
    #expect(before.bundle.trainees.count { $0.idNumber == number } == 1)
    let day = followed.day("2026-04-27")
    try centre.stored { store throws(StoreError) in
      try store.record(
        [
          SubsidisedTraining(
            id: "", person: "T4", programme: .syb, classID: "第1班", on: day, area: .nation,
            entry: Entry(on: stamp.on, by: stamp.by))
        ], stamp: stamp)
    }
    let after = try centre.proposeClasses(request(followed))
    let left = try #require(after.proposal.leftOver.first)
    #expect(after.proposal.classes.first?.intents.count == 24 && left.intent.name == "示例庚")
    guard case .refused(.notEntitled(let reasons)) = left.reason, case .entitlementUsed? = reasons.first
    else {
      Issue.record("the entitlement is used up: \(left.reason)")
      return
    }
  }

  @Test func `wishes that were closed, or of another programme, are not looked at`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try enter(wishes(25) + ["示例甲,,,graduate,开店,F52,GYB,2026-05-02,"], followed)
    var asked = try request(followed)
    asked.programme = .gyb
    let gyb = try centre.proposeClasses(asked)
    #expect(gyb.proposal.classes.isEmpty && gyb.proposal.leftOver.count == 1)
    try centre.close(intent: "I00001", .givenUp(reason: "已就业"))
    asked.programme = .syb
    #expect(try centre.proposeClasses(asked).proposal.classes.first?.intents.count == 24)
  }
}
