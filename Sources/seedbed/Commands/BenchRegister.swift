import ArgumentParser
import Civil
import Foundation
import Reports

/// `bench register`: how long and how well an extract of the business register is linked, from file to ventures.
struct BenchRegister: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register",
      abstract: text(
        zh: "用虚构的市场主体登记测量比对的速度和准确性",
        en: "Measure how fast and how well a made-up business register is linked"),
      discussion: text(
        zh: """
          登记文件读入、比对、写出结果、采纳“确定”的，与 venture match --accept 的过程相同。真实关联已知，姓名、电话、号码按常见比例出错。
          单核测量：taskset -c 0 seedbed bench register。请用 Release 版本。
          """,
        en: """
          The extract is read, compared, the proposals are written and the exact ones accepted, as 'venture match --accept' \
          does. Who is who is known; names, phones and numbers are wrong in the usual shares.
          On one core: taskset -c 0 seedbed bench register. Measure the Release build.
          """))
  }

  @Option(help: help(zh: "学员数", en: "Trainees", "n"))
  var trainees = 20_000

  @Option(help: help(zh: "登记主体数", en: "Firms of the register", "n"))
  var firms = 50_000

  @Option(help: help(zh: "用多少个种子，从 1 起", en: "Seeds, from 1 on", "n"))
  var seeds = 1

  @OptionGroup var calendars: CalendarsOption

  func validate() throws {
    if !(100...1_000_000).contains(trainees) || !(trainees...1_000_000).contains(firms) {
      throw ValidationError(
        text(
          zh: "--trainees 应为 100 至 1000000，--firms 不少于学员数、不超过 1000000",
          en: "--trainees should be 100 to 1000000, --firms from as many up to 1000000"))
    }
    if !(1...1000).contains(seeds) {
      throw ValidationError(text(zh: "--seeds 应为 1 至 1000", en: "--seeds should be 1 to 1000"))
    }
  }

  func run() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    var table = TextTable(
      RegisterFigures.heads.map { $0[Console.language] },
      Array(repeating: .right, count: RegisterFigures.heads.count))
    for seed in 1...seeds {
      let figures = try RegisterFigures(
        seed: UInt64(seed), trainees: trainees, firms: firms, folder: folder.path,
        calendars: calendars.path)
      table.add(figures.cells)
      Console.note(Wording(zh: "已测种子 \(seed)", en: "measured seed \(seed)"))
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }
}
