import Civil
import Cohorts
import Courses
import Testing

@testable import Store

@Suite struct ClassRecordTests {
  @Test func `a class is read back with its teachers, half days and members`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    #expect(try store.classRecord("C1") == .example())
    #expect(try store.classes(ofTrainee: "T2").map(\.id) == ["C1"])
    #expect(try store.classRecord("C2") == nil)
  }

  @Test func `who is no longer on the roster has left, and may come back`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record([.example(members: ["T1", "T3"])], stamp: .march(12))
    let left = try #require(try store.classRecord("C1")).members
    #expect(left.map(\.leftOn) == [nil, .march(12), nil])
    #expect(try store.trainees(TraineeQuery(classID: "C1")).map(\.id) == ["T1", "T3"])
    try store.record([.example()], stamp: .march(13))
    #expect(try store.classRecord("C1") == .example())
  }

  @Test func `every record of a half day stays, the last one last`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    func cell(_ periods: Int, on day: Int) -> Attendance {
      Attendance(
        classID: "C1", trainee: "T1", date: .march(10), block: "AM", periods: periods,
        recordedOn: .march(day),
        recordedBy: "tester")
    }
    try store.record([cell(4, on: 11)], stamp: .march(11))
    try store.record([cell(2, on: 12)], stamp: .march(12))
    #expect(try store.attendance(of: "C1") == [cell(4, on: 11), cell(2, on: 12)])
    #expect(try store.attendance(of: "C1", knownOn: .march(11)) == [cell(4, on: 11)])
    let stranger = Attendance(
      classID: "C1", trainee: "T9", date: .march(10), block: "AM", periods: 4, recordedOn: .march(11),
      recordedBy: "tester")
    #expect(throws: StoreError.self) { try store.record([cell(1, on: 13), stranger], stamp: .march(13)) }
    #expect(try store.attendance(of: "C1").count == 2)
  }

  @Test func `steps, reviews, certificates, claims and trainings at public cost are read back`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let step = ClassStep(
      classID: "C1", state: .approved, on: .march(8), paper: "示例批字 1 号", recordedOn: .march(9),
      recordedBy: "tester")
    try store.record([step], stamp: .march(9))
    #expect(try store.classSteps(of: "C1") == [step])
    let review = PlanReview(
      classID: "C1", trainee: "T1", grade: .excellent, score: 92, remarks: "可行", on: .march(20),
      recordedOn: .march(21), recordedBy: "tester")
    try store.record([review], stamp: .march(21))
    #expect(try store.planReviews(of: "C1") == [review])
    let certificate = Certificate(
      number: "CY0001", classID: "C1", trainee: "T1", issuedOn: .march(22), recordedOn: .march(22),
      recordedBy: "tester")
    try store.record([certificate], stamp: .march(22))
    #expect(try store.certificates(ofClass: "C1").map(\.number) == ["CY0001"])
    #expect(try store.certificates(trainee: "T2").isEmpty)
    #expect(throws: StoreError.self) { try store.record([certificate], stamp: .march(23)) }
    let claim = TrainingClaim(
      id: "", classID: "C1", trainee: "T1", occasion: .completion, amount: Money(yuan: 600),
      claimedOn: .march(25),
      recordedOn: .march(25), recordedBy: "tester")
    try store.record([claim], stamp: .march(25))
    #expect(try store.claims(ofClass: "C1").map(\.amount) == [Money(yuan: 600)])
    #expect(throws: StoreError.self) { try store.record([claim], stamp: .march(26)) }
    let training = SubsidisedTraining(
      id: "", person: "T1", programme: .syb, classID: "C1", on: .march(10), area: .nation,
      entry: Entry(on: .march(25), by: "tester"))
    try store.record([training], stamp: .march(25))
    let trained = try store.entitlements(of: ["T1"]).trainings(of: ["T1"], asKnownOn: .march(25))
    #expect(trained.map(\.classID) == ["C1"] && trained.map(\.programme) == [.syb])
  }

  @Test func `a certificate is unique among those that stand, and a struck out one stays in the ledger`()
    throws
  {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    func certificate(_ number: String, _ trainee: String, on day: Int) -> Certificate {
      Certificate(
        number: number, classID: "C1", trainee: trainee, issuedOn: .march(22), recordedOn: .march(day),
        recordedBy: "tester")
    }
    try store.record([certificate("CY1", "T1", on: 22)], stamp: .march(22))
    #expect(throws: StoreError.self) {
      try store.record([certificate("CY1", "T2", on: 23)], stamp: .march(23))
    }
    #expect(throws: StoreError.self) {
      try store.record([certificate("CY2", "T1", on: 23)], stamp: .march(23))
    }
    let wrong = try #require(try store.certificates(trainee: "T1").first)
    try store.correct(entry: wrong.id, reason: "编号登记有误", stamp: .march(24))
    try store.record([certificate("CY2", "T1", on: 24), certificate("CY1", "T2", on: 24)], stamp: .march(24))
    #expect(try store.certificates(ofClass: "C1").map(\.number) == ["CY1", "CY2"])
    #expect(try store.certificates(trainee: "T1", withCorrected: true).map(\.number) == ["CY1", "CY2"])
    let struck = try store.struckOutCertificates(of: "T1")
    #expect(struck.map(\.certificate.number) == ["CY1"] && struck.map(\.correction.reason) == ["编号登记有误"])
    #expect(throws: StoreError.self) {
      try store.record([certificate("CY2", "T3", on: 25)], stamp: .march(25))
    }
  }
}
