import Civil
import Reports
import Scheduling
import Testing

@testable import seedbed

@Suite struct ListTests {
  @Test(arguments: ["zh_CN.UTF-8", "en_GB.UTF-8"])
  func `every rule is printed with its level, weight and sentence`(language: String) throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["constraints"], language: language)
    #expect(run.status == 0)
    for id in (1...10).map({ "H\($0) " }) + [
      "span ", "gap ", "lecturers ", "rooms ", "load ", "rest ", "sites ", "moved ", "seats ",
      "days ", "compactness ",
    ] {
      #expect(run.output.contains("\n" + id))
    }
    #expect(run.output.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 })
  }

  @Test func `a bundle is measured`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["bench", Project.path("Fixtures/two-classes"), "--seconds", "0.2"])
    #expect(run.status == 0)
    #expect(run.output.contains("two-classes"))
    #expect(run.output.contains("10000 events read"))
  }

  @Test func `a table is as wide as what it holds and wraps its last column`() {
    var table = TextTable(["规则", "n", "说明"], [.left, .right])
    table.add(["班期跨度", "7", "课次不在假日，也不重叠"])
    #expect(
      table.lines(width: 33) == [
        "规则      n  说明", "────────  ─  ────────────────────", "班期跨度  7  课次不在假日，也不重",
        "             叠",
      ])
  }

  @Test func `weeks in a row are one range`() throws {
    let weeks = try ["2026-W50", "2026-W51", "2026-W53", "2027-W01", "2027-W02", "2027-W09"]
      .map { try #require(ISOWeek($0)) }
    #expect(WeekPage.ranges(weeks) == ["2026-W50…W51", "2026-W53…2027-W02", "2027-W09"])
  }

  @Test func `the progress line says how far the search has come`() {
    let progress = SearchProgress(
      elapsed: 3.7, steps: 10, placed: 402, sessions: 412, hard: 0, soft: 812.5, best: 790)
    #expect(
      ProgressLine.text(progress).english
        == "3 s  placed 402/412  hard 0  soft 812.50  best 790  (Ctrl-C: take the best)")
  }
}
