import Civil
import ProjectLibrary
import Testing

@Suite struct ProjectStepTests {
  private func flaws(
    _ record: ProjectRecord, _ step: ProjectStep, on day: Int = 90
  ) -> [ProjectStepFlaw] {
    record.flaws(of: step, on: .day(day), today: .day(100), rule: .example())
  }

  @Test func `a project goes from collection through review and the library to promotion`() {
    var record = ProjectRecord(.example("P1"))
    for (day, step) in [
      (10, ProjectStep(.review)), (20, ProjectStep(.listed, opinions: [.pass("甲"), .pass("乙")])),
      (30, ProjectStep(.promoted)), (40, ProjectStep(.retired, reason: "市场已饱和")), (50, ProjectStep(.review)),
    ] {
      #expect(flaws(record, step, on: day).isEmpty)
      record.take(step, on: day)
    }
    #expect(record.state(on: .day(35), knownOn: .day(100)) == .promoted)
    #expect(record.state(on: .day(45), knownOn: .day(100)) == .retired)
    #expect(record.state(on: .day(5), knownOn: .day(100)) == .collected)
  }

  @Test func `a step that skips the review is refused and the possible ones are named`() {
    let found = flaws(ProjectRecord(.example("P1")), ProjectStep(.promoted))
    #expect(found == [.outOfOrder(from: .collected, to: .promoted)])
    #expect(found.first?.text.chinese.contains("可转为：评审、停用") == true)
  }

  @Test func `a review needs enough partial-free reviewers of whom more than half agree`() {
    let record = ProjectRecord.example(.example("P1"), [.review])
    let refuse = ProjectOpinion(reviewer: "乙", unit: "示例学院", verdict: .reject)
    #expect(
      flaws(record, ProjectStep(.listed, opinions: [.pass("甲"), refuse])) == [.notPassed(passes: 1, of: 2)])
    #expect(
      flaws(record, ProjectStep(.listed, opinions: [.pass("甲"), .pass("甲")]))
        == [.reviewerTwice("甲"), .tooFewReviewers(1, needed: 2)])
    #expect(
      flaws(record, ProjectStep(.listed, opinions: [.pass("甲"), .pass("乙", of: "示例公司")]))
        == [.partial(reviewer: "乙", unit: "示例公司")])
  }

  @Test func `what is not complete is not reviewed, and an idea needs only its industry`() {
    let bare = Project(
      id: "P1", name: "示例", summary: "示例", source: "示例公司", owner: "示例局", collectedOn: .day(0))
    #expect(
      flaws(ProjectRecord(bare), ProjectStep(.review))
        == [.incomplete(Project.Field.allCases, risks: ProjectRisk.Kind.allCases)])
    let idea = Project(
      id: "J1", kind: .idea, name: "示例", summary: "示例", source: "示例居民", owner: "示例局",
      industry: Industry("O80"), collectedOn: .day(0))
    #expect(flaws(ProjectRecord(idea), ProjectStep(.review)).isEmpty)
  }

  @Test func `sending back, retiring and taking from the catalogue need a reason`() {
    #expect(
      flaws(.example(.example("P1"), [.review]), ProjectStep(.collected)) == [.noReason(.collected)])
    let promoted = ProjectRecord.example(.example("P1"), [.review, .listed, .promoted])
    #expect(flaws(promoted, ProjectStep(.retired)) == [.noReason(.retired)])
    #expect(flaws(promoted, ProjectStep(.listed)) == [.noReason(.listed)])
  }

  @Test func `a project whose term is over or never set is not listed, and a review renews it`() {
    let over = ProjectRecord.example(.example("P1", validUntil: .day(50)), [.review])
    let step = ProjectStep(.listed, opinions: [.pass("甲"), .pass("乙")])
    #expect(flaws(over, step) == [.termOver(.day(50))])
    #expect(flaws(.example(.example("P1", validUntil: nil), [.review]), step) == [.noTerm])
    var renewed = over
    let longer = ProjectStep(
      .listed, opinions: [.pass("甲"), .pass("乙")], validUntil: .day(400))
    #expect(flaws(over, longer).isEmpty)
    renewed.take(longer, on: 60)
    #expect(renewed.validUntil(on: .day(70), knownOn: .day(100)) == .day(400))
    #expect(renewed.validUntil(on: .day(55), knownOn: .day(100)) == .day(50))
  }

  @Test func `a high risk with no remedy is not promoted`() {
    let risks = ProjectRisk.Kind.allCases.map { ProjectRisk($0, $0 == .safety ? .high : .low) }
    let record = ProjectRecord.example(.example("P1", risks: risks), [.review, .listed])
    #expect(flaws(record, ProjectStep(.promoted)) == [.openRisk(.safety)])
  }

  @Test func `a step before the last one or in the future is refused`() {
    let record = ProjectRecord.example(.example("P1"), [.review, .listed])
    #expect(flaws(record, ProjectStep(.promoted), on: 15) == [.beforeLast(.day(20), state: .listed)])
    #expect(flaws(record, ProjectStep(.promoted), on: 101) == [.inFuture(today: .day(100))])
  }
}
