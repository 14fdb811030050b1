import Civil
import Courses
import Reports
import Testing

@Suite struct ClassDossierTests {
  private typealias Example = ClassPapersExample

  @Test func `the dossier tells the class's way, its people and its results`() {
    let report = Example.papers().dossier(
      followUp: ClassFollowUp(done: 3, due: 1, overdue: 0, lost: 0, started: 1, alive: 1))
    #expect(report.tables.count == 7)
    let results = report.tables[4]
    #expect(
      results.rows.map { $0[6].text(in: .chinese) } == ["合格", "合格", "不合格", "待定"])
    #expect(results.rows[2][7].text(in: .chinese) == "出勤不足：缺 6 课时（实到 4，至少 10）")
    #expect(results.rows[3][7].text(in: .chinese) == "有 4 课时未登记考勤，尚缺 2 课时，请补登；创业计划书未评审")
    let steps = report.tables[1]
    #expect(steps.rows.count == ClassState.allCases.count)
    #expect(steps.rows[2].map { $0.text(in: .chinese) } == ["批准", "2026-02-10", "示例批〔2026〕1号", "教务甲"])
  }

  @Test func `the claim file says what is on record of each paper, and who is left out and why`() throws {
    let report = Example.papers().claimFile(on: Example.today, WorkingCalendar())
    let papers = report.tables[0]
    #expect(papers.rows.count == ClaimRule.Paper.allCases.count)
    let approval = try #require(papers.rows.first { $0[1].text(in: .chinese) == "同意开班批复" })
    #expect(approval[2].text(in: .chinese) == "示例批〔2026〕1号 2026-02-10")
    let others = report.tables[2]
    #expect(others.rows.map { $0[0].text(in: .chinese) } == ["虚构丙", "虚构丁"])
    #expect(others.rows.map { $0[2].text(in: .chinese) } == ["考核不合格", "考核结果待定"])
    #expect(
      report.particulars.contains {
        $0.value.text(in: .chinese) == "2026-09-06（自 2026-04-01 起还有 112 个工作日）"
      })
    #expect(report.particulars.last?.value == .date(Example.day("2026-04-15")))
  }

  @Test func `a class that is still taught fails only who cannot reach the share any more`() {
    let early = ClassFile(
      Example.record, members: Example.trainees, categories: Example.file.categories, steps: [],
      attendance: [
        Attendance(
          classID: "C1", trainee: "T3", date: Example.day("2026-03-02"), block: "AM", periods: 0,
          recordedOn: Example.day("2026-03-02"), recordedBy: "班主任甲")
      ], reviews: [], certificates: [], claims: [], completionRule: Example.completionRule,
      asOf: Example.day("2026-03-02"))
    #expect(early.completion(of: "T3")?.verdict == .failed)
    #expect(early.completion(of: "T1")?.reasons == [.stillTaught(until: Example.day("2026-03-03"))])
  }
}
