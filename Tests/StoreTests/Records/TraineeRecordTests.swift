import Civil
import Cohorts
import Courses
import Foundation
import Planning
import Testing

@testable import Store

@Suite struct TraineeRecordTests {
  @Test func `a trainee is read back as entered and found by number, phone, name and class`() throws {
    let folder = try TemporaryFolder()
    let store = try CentreStore.withClass(in: folder)
    let record = TraineeRecord(
      Trainee(
        id: "T9", name: "示例·九", idNumber: impossibleIDNumber, category: "veteran", area: "999901",
        phone: "199 0000-1234", registeredOn: .march(3), industry: "H62",
        languages: ["普通话", "关中话"]),
      profile: TraineeProfile(
        trainee: "T9", document: .residentID, sex: .male, birthDate: .march(1), education: .college,
        household: .rural, hadSubsidy: false, consentOn: .march(2), wish: "养蜂", remarks: "晚上联系"),
      followedTo: .march(30))
    #expect(try store.record([record], stamp: .march(3)) == RecordedCounts(new: 1))
    #expect(try store.trainees(TraineeQuery(code: "T9")) == [record])
    #expect(try store.trainees(TraineeQuery(idNumber: impossibleIDNumber)) == [record])
    #expect(try store.trainees(TraineeQuery(phone: "19900001234")) == [record])
    #expect(try store.trainees(TraineeQuery(name: "·")) == [record])
    #expect(try store.trainees(TraineeQuery(classID: "C1")).map(\.id) == ["T1", "T2", "T3"])
    #expect(try store.trainees(TraineeQuery(area: "999901", limit: 2)).map(\.id) == ["T1", "T2"])
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/" + file))
      #expect(bytes.range(of: Data(impossibleIDNumber.utf8)) == nil, "\(file)")
      #expect(bytes.range(of: Data("0000-1234".utf8)) == nil, "\(file)")
    }
  }

  @Test func `a later roster changes what it says and keeps what it leaves blank, with the earlier state`()
    throws
  {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let later = TraineeRecord(
      Trainee(
        id: "T1", name: "示例改名", category: "graduate", phone: madeUpPhone, languages: ["关中话"]))
    #expect(try store.record([later], stamp: .march(5)) == RecordedCounts(changed: 1))
    #expect(try store.record([later], stamp: .march(6)) == RecordedCounts(unchanged: 1))
    let now = try #require(try store.trainees(TraineeQuery(code: "T1")).first)
    #expect(now.trainee.name == "示例改名" && now.trainee.phone == madeUpPhone)
    #expect(now.trainee.languages == ["关中话"])
    let silent = TraineeRecord(Trainee(id: "T1", name: "示例改名", category: "graduate"))
    #expect(try store.record([silent], stamp: .march(7)) == RecordedCounts(unchanged: 1))
    #expect(now.trainee.area == "999901001" && now.profile.wish == "开一家面馆")
    let before = try store.history(ofTrainee: "T1")
    #expect(before.map(\.record) == [.example("T1")] && before.map(\.until) == [.march(5)])
  }

  @Test func `categories keep their days and evidence until they are corrected`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let proof = Evidence(
      kind: "退役证", reference: "军退字 0001", issuer: "示例局", issuedOn: .march(1), digest: "00ff")
    let membership = CategoryMembership(
      id: "", person: "T1", category: "veteran", from: .march(2), through: .march(20), evidence: [proof],
      entry: Entry(on: .march(3), by: "tester"))
    #expect(try store.record([membership, membership], stamp: .march(3)) == 1)
    let held = try store.categories(of: ["T1"]).memberships(of: "T1", on: .march(9), asKnownOn: .march(9))
    #expect(held.map(\.category) == ["veteran"] && held.first?.evidence == [proof])
    try store.correct(entry: try #require(held.first).id, reason: "证件有误", stamp: .march(12))
    let ledger = try store.categories()
    #expect(ledger.memberships(of: "T1", asKnownOn: .march(12)).isEmpty)
    #expect(ledger.memberships(of: "T1", asKnownOn: .march(11)).count == 1)
  }

  @Test func `a bundle puts its trainees on record, and the next one does not wipe what is known of them`()
    throws
  {
    let store = try CentreStore.example(in: TemporaryFolder())
    let bundle = PlanningBundle.example()
    _ = try store.replaceFacts(
      with: bundle, source: "x", tables: [], stamp: .at(0), onRecordFrom: .march(1))
    #expect(try store.trainees().map(\.trainee) == bundle.trainees.sorted { $0.id < $1.id })
    var later = bundle
    later.trainees = Array(later.trainees.dropFirst())
    later.enrolments.removeAll()
    later.mentoring.removeAll()
    _ = try store.replaceFacts(with: later, source: "y", tables: [], stamp: .at(1), onRecordFrom: .march(2))
    #expect(try store.traineeCount() == bundle.trainees.count)
    #expect(try store.history(ofTrainee: bundle.trainees[0].id).isEmpty)
  }

  @Test func `nothing can be recorded before the centre is known`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    #expect(throws: StoreError.self) { try store.record([TraineeRecord.example("T1")], stamp: .march(1)) }
  }

  @Test func `wishes and judgements of who is one person are read back in their order`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let entry = Entry(on: .march(4), by: "tester")
    let wish = Intent(
      id: "W1", name: "示例甲", identityKey: impossibleIDNumber, phone: madeUpPhone, area: .init("999901"),
      categories: ["graduate", "veteran"], wish: "开网店", programme: "SYB", capital: 20_000, yearsAway: 3,
      surveyedOn: .march(3), entry: entry)
    let entries = [IntentEntry(intent: wish, idNumber: impossibleIDNumber)]
    #expect(try store.record(entries, stamp: .march(4)) == RecordedCounts(new: 1))
    #expect(try store.record(entries, stamp: .march(5)) == RecordedCounts(unchanged: 1))
    #expect(try store.intents().intents == [wish])
    try store.record(
      [IntentOutcome(intent: "W1", outcome: .enrolled(trainee: "T1"), entry: entry)], stamp: .march(6))
    #expect(try store.intents().open(asKnownOn: .march(5)) == [wish])
    #expect(try store.intents().open(asKnownOn: .march(6)).isEmpty)
    let decision = SamePersonDecision("T2", "T1", isSame: true, note: "同一电话", entry: entry)
    try store.record([decision], stamp: .march(4))
    #expect(try store.samePersonDecisions() == [decision])
  }
}
