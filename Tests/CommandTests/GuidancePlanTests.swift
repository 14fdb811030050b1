import Civil
import Foundation
import Testing

@Suite struct GuidancePlanTests {
  private let program: Program
  private let today: CivilDate

  /// A made-up centre whose plan began a week ago and goes on for two months, published.
  init() throws {
    program = try Program()
    today = CivilDate(daysSinceEpoch: (Int(Date().timeIntervalSince1970) + 8 * 3_600) / 86_400)
    let first = today + -14
    let tables = [
      "centre": "key,value\nname,示例中心\nplan_from,\(first)\nplan_to,\(today + 60)\n",
      "blocks": "block,start,periods\nAM,08:30,4\nPM,14:00,4\n", "sites": "site,name,area\nS1,东站,610113001\n",
      "rooms": "room,site,name,capacity,features\nR1,S1,一号教室,30,\nD1,S1,开业指导窗口,2,consult\n",
      "courses": "course,name,programme\nSYB,SYB,SYB\n",
      "modules": "course,order,module,name,periods,session_periods\nSYB,1,想法,企业想法,8,4\n",
      "people": "person,name,roles\nP1,示例甲,lecturer;mentor\n",
      "cohorts": "cohort,name,category\ng,毕业生,graduate\n",
      "classes": "class,course,cohort,site,earliest,latest\n第1班,SYB,g,S1,\(first),\(first + 5)\n",
      "trainees":
        "trainee,name,id_number,category,area\nT1,示例丁,,graduate,610113001\nT2,示例戊,,graduate,610113001\n",
      "enrolments": "class,trainee\n第1班,T1\n第1班,T2\n",
    ]
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "bundle"), withIntermediateDirectories: true)
    for (name, text) in tables { try program.write(text, to: "bundle/\(name).csv") }
    for line in ["bundle import bundle", "timetable plan --steps 100", "timetable publish"] {
      _ = try run(line)
    }
  }

  private func run(_ line: String, status: Int32 = 0, language: String = "en_GB.UTF-8") throws -> Program.Run
  {
    let run = try program.run(line.split(separator: " ").map(String.init), language: language)
    #expect(run.status == status, "\(line): \(run.output)\(run.errors)")
    return run
  }

  @Test func `guidance is planned, listed, moved, cancelled and checked as a bundle's timetable`() throws {
    defer { program.remove() }
    _ = try run("help open T1 licences")
    let early = today + -3
    _ = try run(
      "guidance record T2 --mentor P1 --link planDesign --on \(early) --mode visit --next \(today + 9)")
    let planned = try run("plan guidance --steps 100 --out bundle --weeks 4")
    #expect(planned.output.contains("On the day wished for: 1 of 1"))
    #expect(planned.output.contains("A00002") && planned.output.contains("request help-T1-r1"))
    #expect(planned.errors.contains("draft 2"))
    let checked = try run("timetable check bundle bundle/timetable.csv")
    #expect(checked.output.contains("4 sessions; hard rules broken 0; missing 0"))
    #expect(try run("guidance appointments").output == "nothing is arranged\n")
    _ = try run("timetable publish")
    let list = try run("guidance appointments").output
    #expect(list.contains("A00001") && list.contains("开业指导窗口") == false && list.contains("D1"))
    #expect(try run("guidance move A00002 --date \(today + 10)").output.contains("1 changed"))
    #expect(try run("guidance cancel A00002 --reason away").output.contains("1 cancelled"))
    #expect(try run("guidance cancel A00002 --reason away", status: 2).errors.contains("was cancelled on"))
    let all = try run("guidance appointments --all", language: "zh_CN.UTF-8").output
    #expect(all.contains("取消：away") && all.contains("帮扶单 help-T1-r1"))
    let nothing = try run("guidance plan --steps 50 --stuck 0")
    #expect(nothing.output.contains("Arranged already"))
  }

  @Test func `wrong input is told with what to write`() throws {
    defer { program.remove() }
    #expect(try run("plan guidance --from then", status: 64).errors.contains("--from: 'then' is no date"))
    #expect(try run("plan guidance --weeks 0", status: 64).errors.contains("--weeks: expected 1 to 104"))
    #expect(try run("plan guidance --to \(today + 300)", status: 2).errors.contains("within the plan"))
    #expect(try run("guidance move A00001", status: 64).errors.contains("give what is to change"))
    #expect(try run("guidance move A00001 --period 2", status: 2).errors.contains("no appointment A00001"))
    #expect(
      try run(
        "meeting add W --name 周例会 --every someday --start 16:00 --end 17:00 --attendees mentor", status: 64
      )
      .errors.contains("--every: expected Mon"))
    #expect(
      try run("meeting add W --name 周例会 --every Mon --start 17:00 --end 16:00 --attendees mentor", status: 64)
        .errors.contains("--start, --end"))
    #expect(try run("meeting end W", status: 2).errors.contains("no standing meeting 'W'"))
  }

  @Test func `standing meetings are entered, listed off the days on which nobody works, and ended`() throws {
    defer { program.remove() }
    #expect(try run("meeting list").output == "no standing meetings\n")
    _ = try run("meeting add W --name 周例会 --every 周六 --start 16:00 --end 17:00 --attendees mentor;联络员王某")
    _ = try run(
      "meeting add Q --name 季考核 --every quarterly:31 --start 09:00 --end 11:00 --attendees lecturer")
    let list = try run("meeting list --days 30").output
    #expect(list.contains("W 周例会") && list.contains("moved from"))
    let feeds = try run("feed write --out feeds").output
    #expect(feeds.contains("feeds:"))
    #expect(try program.read("feeds/index.csv").contains("attendee-联络员王某.ics,attendee"))
    _ = try run("meeting end W")
    #expect(try run("meeting list --days 30").output.contains("周例会") == false)
  }

  @Test func `the year's guidance is held against the hours, and a shortage is a finding`() throws {
    defer { program.remove() }
    let fine = try run("guidance capacity --wanted 12 --period 2026-05")
    #expect(fine.output.contains("No shortage found"))
    let short = try run("guidance capacity --wanted 14000 --period 2026", status: 1)
    #expect(short.output.contains("It does not suffice") && short.output.contains("By month"))
    #expect(try run("guidance capacity --wanted 0", status: 64).errors.contains("--wanted"))
  }
}
