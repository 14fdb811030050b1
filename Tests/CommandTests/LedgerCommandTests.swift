import Foundation
import Testing

@testable import seedbed

@Suite struct LedgerCommandTests {
  @Test func `a made-up centre's ledgers are written and count what its indicators say`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["bench", "follow-up", "--trainees", "300", "--keep", "."]).status == 0)
    let database = ["--database", "follow-up-300.sqlite"]
    let run = try program.run(["ledger", "export", "--out", "out"] + database)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("trainees.csv") && run.output.contains("README.txt"))
    let again = try program.run(
      ["ledger", "export", "--out", "out", "--as-of", "2026-06-30"] + database, language: "zh_CN.UTF-8")
    #expect(again.status == 0 && again.output.contains("台账"))

    func rows(_ name: String) throws -> [[String]] {
      let text = try String(contentsOf: program.folder.appending(path: "out/\(name).csv"), encoding: .utf8)
      return text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let ventures = try rows("ventures")
    let day = try #require(ventures[0].firstIndex(of: "licensed_on"))
    let kind = try #require(ventures[0].firstIndex(of: "counted_as"))
    let shops = ventures.dropFirst().filter {
      $0[kind] == "individualBusiness" && $0[day] >= "2026-01-01" && $0[day] <= "2026-06-30"
    }
    let shown = try program.run(
      ["indicator", "show", "new-entities", "--period", "2026-01-01..2026-06-30", "--as-of", "2026-06-30"]
        + database)
    #expect(!shops.isEmpty)
    #expect(
      shown.output.split(separator: "\n").contains {
        $0.contains("individual businesses") && $0.contains(" \(shops.count) ")
      })
  }

  @Test func `a folder with other things in it is left as it is`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["bench", "follow-up", "--trainees", "300", "--keep", "."]).status == 0)
    let run = try program.run(["ledger", "export", "--out", ".", "--database", "follow-up-300.sqlite"])
    #expect(run.status == 2 && run.errors.contains("choose another folder"))
  }

  @Test func `names of areas are imported, listed and shown in place of codes`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["bench", "follow-up", "--trainees", "300", "--keep", "."]).status == 0)
    let database = ["--database", "follow-up-300.sqlite"]
    #expect(try program.run(["area", "list"] + database).output.contains("area import"))
    try program.write("区划代码,名称,english\n999901,示例区,Example District\n", to: "areas.csv")
    #expect(try program.run(["area", "import", "areas.csv"] + database).output.contains("1 new"))
    let listed = try program.run(["area", "list"] + database, language: "zh_CN.UTF-8")
    #expect(listed.output.contains("999901") && listed.output.contains("县级"))
    let shown = try program.run(["indicator", "show", "--area", "999901"] + database)
    #expect(shown.output.contains("Example District (999901)"))
    try program.write("code,name\n12345,x\n", to: "wrong.csv")
    let wrong = try program.run(["area", "import", "wrong.csv"] + database)
    #expect(wrong.status == 2 && wrong.errors.contains("wrong.csv:2"))
  }

  @Test(arguments: [("zh_CN.UTF-8", "按原始数应为 40%"), ("en_GB.UTF-8", "which give 40%")])
  func `printed figures that contradict themselves are told`(language: String, words: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      """
      指标,印出数,算法,分子,分母
      商户增长,41%,增长率,6.6万户,4.7万户
      放款率,23.5%,占比,255万元,1085万元
      扶持与登记,,归因,3506,3506
      """, to: "printed.csv")
    let run = try program.run(["indicator", "check", "printed.csv"], language: language)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined()
    #expect(run.status == 1 && text.contains(words.filter { $0 != " " }))
    try program.write("name,printed,formula,numerator,denominator\nx,50%,share,1,2\n", to: "sound.csv")
    #expect(try program.run(["indicator", "check", "sound.csv"], language: language).status == 0)
  }
}
