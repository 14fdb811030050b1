import Civil
import Cohorts
import Courses
import Testing

@testable import Store

@Suite struct IntakeRecordTests {
  @Test func `a roster goes in whole: records, categories and who attends which class`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let membership = CategoryMembership(
      id: "", person: "T9", category: "veteran", from: .march(1),
      evidence: [Evidence(kind: "退役证", reference: "示例")],
      entry: Entry(on: .march(5), by: "tester"))
    let counts = try store.takeIn(
      [.example("T9")], [membership], enrolments: [Enrolment(classID: "C1", trainee: "T9")], stamp: .march(5))
    #expect(counts == RecordedCounts(new: 1))
    let member = try #require(try store.classRecord("C1")?.members.first { $0.trainee == "T9" })
    #expect(member.joinedOn == .march(5) && member.leftOn == nil)
    #expect(
      try store.categories(of: ["T9"]).memberships(of: "T9", asKnownOn: .march(5)).map(\.evidence.count) == [
        1
      ])
    #expect(try store.leave("C1", trainee: "T9", on: .march(9), stamp: .march(9)))
    #expect(try store.classRecord("C1")?.members.first { $0.trainee == "T9" }?.leftOn == .march(9))
    #expect(try !store.leave("C1", trainee: "T9", on: .march(9), stamp: .march(9)))
  }

  @Test func `people who share a number, a phone or a name are found, and codes by how they begin`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    _ = try store.record([.example("T9", phone: "19900001234")], stamp: .march(2))
    let alike = TraineeRecord(Trainee(id: "X", name: "示例T1", category: "other", phone: "199-0000-1234"))
    #expect(try store.trainees(like: [alike]).map(\.id) == ["T1", "T9"])
    #expect(try store.traineeCodes(beginningWith: "T") == ["T1", "T2", "T3", "T9"])
    #expect(try store.traineeCodes(beginningWith: "2026-").isEmpty)
    #expect(try store.trainees(coded: ["T9", "T1", "none"]).map(\.id) == ["T1", "T9"])
  }

  @Test func `a claim that is refused leaves no training at public cost behind`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let claim = TrainingClaim(
      id: "", classID: "C1", trainee: "T1", occasion: .completion, amount: Money(yuan: 1000),
      claimedOn: .march(25), recordedOn: .march(25), recordedBy: "tester")
    let training = SubsidisedTraining(
      id: "", person: "T1", programme: .syb, classID: "C1", on: .march(10), area: .nation,
      entry: Entry(on: .march(25), by: "tester"))
    try store.record([claim], trainings: [training], stamp: .march(25))
    #expect(throws: StoreError.self) {
      try store.record([claim], trainings: [training], stamp: .march(26))
    }
    #expect(try store.entitlements(of: ["T1"]).trainings(of: ["T1"], asKnownOn: .march(30)).count == 1)
  }
}
