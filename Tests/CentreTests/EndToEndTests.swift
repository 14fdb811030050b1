import Civil
import Cohorts
import Courses
import Foundation
import Interchange
import Mentors
import Planning
import Scheduling
import Testing

@testable import Centre

@Suite struct EndToEndTests {
  @Test func `spreadsheets become a timetable in force and a calendar for everybody`() throws {
    let example = try ExampleCentre()
    #expect(throws: CentreError.nothingPublished) { try example.centre.writeFeeds(to: example.feeds) }
    #expect(throws: CentreError.noDraft) { try example.centre.publish() }
    let draft = try example.plan()
    #expect((draft.id, draft.sessions, draft.unplaced) == (1, 7, []))
    let publication = try example.centre.publish()
    #expect((publication.draft, publication.new, publication.missing) == (1, 7, 0))
    #expect(try example.centre.drafts().map(\.isPublished) == [true])
    let feeds = try example.centre.writeFeeds(to: example.feeds)
    #expect((feeds.feeds, feeds.written, feeds.removed) == (11, 11, 0))
    let names = try FileManager.default.contentsOfDirectory(atPath: example.feeds).sorted()
    #expect(
      names == [
        "centre.ics", "class-第1班.ics", "class-第2班.ics", "index.csv", "person-P%2F3.ics", "person-P1.ics",
        "person-P2.ics", "room-R1.ics", "room-R2.ics", "trainee-T1.ics", "trainee-T2.ics", "trainee-T3.ics",
      ])
    let index = try #require(example.feed("index.csv"))
    #expect(index.hasPrefix("file,kind,id,name,events\ncentre.ics,centre,,示例中心,7\n"))
    #expect(index.contains("person-P%2F3.ics,person,P/3,示例丙,0\n"))
  }

  @Test func `publishing the same again leaves every file untouched`() throws {
    let example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    _ = try example.centre.writeFeeds(to: example.feeds)
    example.machine.wait(days: 3)
    try example.importBundle()
    #expect(try example.centre.publish().unchanged == 7)
    let feeds = try example.centre.writeFeeds(to: example.feeds)
    #expect((feeds.written, feeds.unchanged) == (0, 11))
  }

  @Test func `another plan keeps to the published one, and only what changed is revised`() throws {
    let example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    let before = try example.centre.rows()
    let classes = try #require(ExampleBundle.tables["classes.csv"])
    try example.importBundle([
      "classes.csv": classes.replacing("2026-05-18,2026-05-22", with: "2026-05-25,2026-05-29")
    ])
    #expect {
      try example.centre.publish()
    } throws: { error in
      guard case .draftBreaksRules(1, _, _) = error as? CentreError else { return false }
      return true
    }
    try example.importBundle(["classes.csv": classes.replacing("2026-05-22,P2", with: "2026-05-22,P/3")])
    let draft = try example.plan()
    let publication = try example.centre.publish(draft: draft.id)
    #expect(
      (publication.new, publication.changed, publication.cancelled, publication.unchanged) == (0, 3, 0, 4))
    #expect(try example.centre.rows().filter { $0.classID != "第2班" } == before.filter { $0.classID != "第2班" })
    _ = try example.centre.writeFeeds(to: example.feeds)
    let told = try #require(example.feed("person-P2.ics"))
    #expect(told.components(separatedBy: "STATUS:CANCELLED").count == 4)
    #expect(told.contains("SUMMARY:[已取消] SYB 第2班 · "))
    #expect(try #require(example.feed("person-P%2F3.ics")).components(separatedBy: "SEQUENCE:1").count == 4)
    #expect(try #require(example.feed("class-第1班.ics")).components(separatedBy: "SEQUENCE:0").count == 4)
    // 14 days after the cancellation and 7 after the session nobody needs it any more.
    example.machine.wait(days: 90)
    _ = try example.centre.writeFeeds(to: example.feeds)
    #expect(try #require(example.feed("person-P2.ics")).contains("BEGIN:VEVENT") == false)
    #expect(try #require(example.feed("class-第2班.ics")).contains("BEGIN:VEVENT"))
  }

  @Test func `a class that is given up is cancelled for its trainees, and its feeds go in time`() throws {
    let example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    _ = try example.centre.writeFeeds(to: example.feeds)
    func without(_ table: String, _ id: String) throws -> String {
      let lines = try #require(ExampleBundle.tables[table]).split(separator: "\n")
      return lines.filter { !$0.contains(id) }.joined(separator: "\n")
    }
    try example.importBundle([
      "classes.csv": without("classes.csv", "第2班"), "enrolments.csv": without("enrolments.csv", "第2班"),
      "trainees.csv": without("trainees.csv", "T3"),
    ])
    _ = try example.plan()
    #expect(try example.centre.publish().cancelled == 3)
    #expect(try example.centre.writeFeeds(to: example.feeds).removed == 0)
    let told = try #require(example.feed("trainee-T3.ics"))
    #expect(told.components(separatedBy: "STATUS:CANCELLED").count == 4)
    example.machine.wait(days: 120)
    #expect(try example.centre.writeFeeds(to: example.feeds).removed == 2)
    #expect(example.feed("trainee-T3.ics") == nil)
  }

  @Test func `an incomplete draft is kept and published only when asked for`() throws {
    let example = try ExampleCentre()
    let pins = "class,module,date,block\n第1班,想法,2026-04-27,AM\n"
    try example.importBundle(["pins.csv": pins])
    let draft = try example.plan()
    #expect(!draft.unplaced.isEmpty)
    #expect(try example.centre.drafts().first?.unplaced == draft.unplaced)
    #expect(throws: CentreError.draftIncomplete(draft: 1, missing: draft.unplaced.count)) {
      try example.centre.publish()
    }
    #expect(try example.centre.publish(incomplete: true).missing == draft.unplaced.count)
  }

  @Test func `a subject's timetable shows its own sessions by name`() throws {
    let example = try ExampleCentre()
    _ = try example.plan()
    let page = try example.centre.timetable(of: .trainee("T1"), published: false)
    #expect((page.title, page.centre, page.entries.count) == ("示例丁", "示例中心", 4))
    #expect(page.weeks.count >= 1)
    let pinned = try #require(page.entries.first { $0.moduleName == "企业想法" })
    #expect(pinned.row.date == CivilDate("2026-04-28"))
    #expect((pinned.courseName, pinned.siteName, pinned.peopleNames) == ("SYB", "东站", ["示例甲"]))
    #expect(pinned.isProvisional, "within three days of the expected holiday")
    let week = try example.centre.timetable(
      of: .room("R2"), week: ISOWeek(year: 2026, week: 2), published: false)
    #expect(week.entries.isEmpty)
    #expect(throws: CentreError.unknownSubject(.person("nobody"))) {
      try example.centre.timetable(of: .person("nobody"), published: false)
    }
    #expect(throws: CentreError.nothingPublished) { try example.centre.timetable(of: .centre) }
  }

  @Test func `an unsound reading is not stored`() throws {
    let folder = try TemporaryFolder()
    let centre = try Centre(database: folder.path + "/c.sqlite", environment: ExampleMachine().environment)
    let bundle = try TemporaryFolder()
    try bundle.write("key,value\nname,x\n", to: "centre.csv")
    let reading = try BundleService.readBundle(at: bundle.path, partial: false, calendarsFolder: bundle.path)
    #expect {
      try centre.importBundle(reading, source: "x")
    } throws: { error in
      guard case .unsoundBundle(let errors) = error as? CentreError else { return false }
      return errors > 0
    }
    #expect(throws: CentreError.noBundle) { try centre.plan(SearchLimits(steps: 1)) }
  }
}
