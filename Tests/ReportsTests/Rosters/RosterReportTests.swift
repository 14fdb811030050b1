import Civil
import Courses
import Reports
import Testing

@Suite struct RosterReportTests {
  private typealias Example = ClassPapersExample

  /// The texts of a column, in Chinese.
  private func column(_ title: String, of report: Report, table: Int = 0) throws -> [String] {
    let table = report.tables[table]
    let place = try #require(table.columns.firstIndex { $0.title.chinese == title })
    return table.rows.map { $0[place].text(in: .chinese) }
  }

  private func everything(_ report: Report) -> String {
    let cells = report.tables.flatMap { $0.rows.flatMap(\.self) + ($0.total ?? []) }
    let texts = cells.flatMap { [$0.text(in: .chinese), $0.text(in: .english)] }
    return
      (texts + report.tables.flatMap { $0.notes.flatMap { [$0.chinese, $0.english] } }
      + report.particulars.map { $0.value.text(in: .chinese) }).joined(separator: "\n")
  }

  @Test func `the opening roster has the official columns in their order`() {
    #expect(
      Example.papers().openingRoster().tables[0].columns.map(\.title.chinese) == [
        "序号", "姓名", "性别", "身份证号码", "年龄", "文化程度", "户籍所在地", "户籍性质", "人员类别", "证件名称及编号", "联系电话",
        "创业意向", "是否享受过同类补贴", "备注",
      ])
  }

  @Test func `numbers are whole only in what goes to the authority`() throws {
    let whole = "999999199001010024"
    #expect(everything(Example.papers(.full).openingRoster()).contains(whole))
    let masked = Example.papers()
    let reports = [
      masked.openingRoster(), masked.completionRoster(), masked.claimRoster(),
      masked.attendanceSheet(isFilled: true),
      masked.dossier(), masked.claimFile(on: Example.today, WorkingCalendar()), masked.followUpRoster([:]),
      Example.papers(.full).noticeList(from: Example.today, WorkingCalendar()),
    ]
    for report in reports {
      let text = everything(report)
      #expect(!text.contains(whole) && !text.contains("00000000001") && !text.contains("9999990000000001"))
    }
    #expect(try column("身份证号码", of: masked.openingRoster())[0] == "999999********0024")
  }

  @Test func `the completion roster holds those who completed`() throws {
    let report = Example.papers().completionRoster()
    #expect(try column("姓名", of: report) == ["虚构甲", "=虚构乙"])
    #expect(try column("出勤率", of: report) == ["100.0%", "83.3%"])
    #expect(try column("合格证书编号", of: report) == ["CY2026-T1", "CY2026-T2"])
    #expect(report.tables[0].notes[0].chinese == "参训 4 人，合格 2 人。")
  }

  @Test func `the claim roster sums what is claimed, in capitals too`() throws {
    let report = Example.papers().claimRoster()
    #expect(try column("补贴金额（元）", of: report) == ["1,000.00", "1,000.00"])
    #expect(report.tables[0].total?.contains(.money(fen: 200_000)) == true)
    #expect(report.tables[0].notes[0].chinese == "合计人数：2 人；合计金额（大写）：贰仟元整")
    #expect(report.tables[0].notes[1].chinese == "户名：示例培训中心；开户行：示例银行；账号：0000 0000")
  }

  @Test func `the public notice counts working days`() {
    let report = Example.papers().noticeList(from: Example.today, WorkingCalendar())
    #expect(report.tables[0].notes[1].chinese.hasPrefix("公示期 5 个工作日：2026-04-01 至 2026-04-08。"))
    #expect(report.tables[0].columns.map(\.title.chinese) == ["序号", "姓名", "身份证号码", "培训项目", "补贴金额（元）"])
  }

  @Test func `the attendance sheet is in the order of the day, blank or filled`() throws {
    let blank = Example.papers().attendanceSheet(isFilled: false)
    #expect(
      blank.tables[0].columns.map(\.title.chinese) == [
        "序号", "学员编号", "姓名", "3/2 上午", "3/2 下午", "3/3 上午", "应到课时", "实到课时", "出勤率", "备注",
      ])
    #expect(try column("3/2 上午", of: blank).allSatisfy(\.isEmpty))
    let filled = Example.papers().attendanceSheet(isFilled: true)
    #expect(try column("3/2 下午", of: filled) == ["√", "2", "缺", "√"])
    #expect(try column("3/3 上午", of: filled) == ["√", "√", "缺", ""])
    #expect(try column("实到课时", of: filled) == ["12", "10", "4", "8"])
  }

  @Test func `a region sets its columns, with titles of its own`() throws {
    let chosen = RosterLayout.opening.choosing([
      .init(id: "name"), .init(id: "blank", title: Wording(zh: "村（社区）", en: "Village")),
      .init(id: "nonsense"),
    ])
    #expect(chosen.unknown == ["nonsense"])
    let report = Example.papers(layouts: [chosen.layout]).openingRoster()
    #expect(report.tables[0].columns.map(\.title.chinese) == ["姓名", "村（社区）"])
  }

  @Test func `every layout names columns that there are`() {
    for layout in RosterLayout.all {
      #expect(layout.columns.count >= 5)
      #expect(Set(layout.columns.map(\.id)).count == layout.columns.count)
    }
    #expect(RosterLayout.opening.columns.count == 14)
    #expect(RosterLayout.followUp.columns.count == 20)
  }

  @Test func `the follow-up roster shows who started, and of whom nothing is known`() throws {
    let report = Example.papers().followUpRoster([
      "T1": StartUpOutcome(hasStarted: true, venture: "示例茶园", jobs: 3),
      "T2": StartUpOutcome(hasStarted: false),
    ])
    #expect(try column("是否创业", of: report) == ["是", "否", "", ""])
    #expect(report.tables[0].notes[0].chinese == "参训 4 人，已创业 1 人，未登记 2 人。")
  }
}
