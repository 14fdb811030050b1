import Foundation
import Testing

@Suite struct DemoTests {
  @Test func `the demo goes from spreadsheets to calendars and says what to look at next`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["demo", "--out", "d", "--steps", "100"])
    #expect(run.status == 0 || run.status == 2)
    #expect(run.output.contains("600 trainees, 20 classes, 12 lecturers and mentors, 3 sites"))
    #expect(run.output.contains("What to look at next:"))
    // The years before: a curve, the quarter's figures and the bulletin, and the same as files.
    #expect(run.output.contains("60 classes, 1800 trainees"))
    #expect(run.output.contains("alive after 12 months: "))
    #expect(run.output.contains("Entrepreneurial activity index"))
    #expect(run.output.contains("Indicators of the third quarter of 2026"))
    #expect(!run.output.contains("not computable"))
    // Guidance, help and the library: what came of them, and what is missing.
    #expect(run.output.contains("three years of guidance: "))
    #expect(run.output.contains("library: reviewed and valid projects: 54 of 50, reached"))
    #expect(run.output.contains("overdue for longest:"))
    // Pledges, pairings and triples, and the guidance that is due beside the classes.
    #expect(run.output.contains("4 officers answer for 24 founders; of 72 duties 12 are overdue"))
    #expect(run.output.contains("cadre and firm: 13 pairs"))
    #expect(run.output.contains("with mentors and projects at once: "))
    #expect(run.output.contains("2026-12-07 to 2027-01-03: "))
    let files = [
      "reports/service-chain.html", "reports/guidance-ledger.xlsx", "reports/help-deadlines.html",
      "reports/project-library.html", "reports/catalogue.html", "reports/team-coverage.html",
      "reports/pledges.html", "reports/pledge-duties.xlsx", "reports/pairings.html",
      "bundle/classes.csv", "seedbed.sqlite", "timetable.csv", "feeds/index.csv", "reports/survival.html",
      "reports/indicators.xlsx", "reports/quarterly-bulletin.txt", "reports/completion-roster.xlsx",
    ]
    for file in files {
      #expect(FileManager.default.fileExists(atPath: program.folder.path + "/d/" + file))
    }
    let check = try program.run(["timetable", "check", "d/bundle", "d/timetable.csv"])
    #expect(check.status == run.status)
    // Again over what the first run left.
    #expect(try program.run(["demo", "--out", "d", "--steps", "100"]).output == run.output)
  }

  @Test func `a folder with other things in it is left alone`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("mine", to: "notes.txt")
    let run = try program.run(["demo", "--out", "."])
    #expect(run.status == 2)
    #expect(run.errors.contains("choose another one with --out"))
    #expect(try program.read("notes.txt") == "mine")
  }
}
