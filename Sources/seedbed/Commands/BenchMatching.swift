import ArgumentParser
import Civil
import Mentors
import Reports

/// `bench matching`: how long matchings of many take, and whether their proofs hold.
struct BenchMatching: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matching",
      abstract: text(
        zh: "用虚构的学员、导师和项目测量匹配的速度，并核对证明",
        en: "Measure how fast made-up trainees, mentors and projects are matched, and check the proofs"),
      discussion: text(
        zh: "两种方式和三方匹配各测一次，理由、次优和检验都在内。请用 Release 版本测量。",
        en: "Both ways and triples, with reasons, next best and proof. Measure the Release build."))
  }

  @Option(help: help(zh: "学员数", en: "Trainees", "n"))
  var trainees = 10_000

  @Option(help: help(zh: "导师数", en: "Mentors", "n"))
  var mentors = 500

  @Option(help: help(zh: "项目数", en: "Projects", "n"))
  var projects = 200

  @Option(help: help(zh: "随机种子", en: "Seed of the made-up people", "n"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...100_000).contains(trainees), (1...5_000).contains(mentors), (1...5_000).contains(projects)
    else {
      throw ValidationError(
        text(
          zh: "--trainees 应为 1 至 100000，--mentors 和 --projects 为 1 至 5000",
          en: "--trainees should be 1 to 100000, --mentors and --projects 1 to 5000"))
    }
  }

  func run() throws {
    var made = MadeUpProfiles(seed: seed)
    let people = made.trainees(trainees, wishingFor: mentors)
    let experts = made.mentors(mentors, places: trainees)
    let fewer = made.mentors(mentors, places: trainees * 3 / 4)
    let library = made.projects(projects, places: trainees)
    let language = Console.language
    var table = TextTable(
      MatchingFigures.heads.map { $0[language] }, [.left, .right, .right, .right, .left, .right, .right])
    func add(_ figures: MatchingFigures) { table.add(figures.cells.map { $0[language] }) }
    add(
      try MatchingFigures(
        Wording(zh: "导师，先满足人数", en: "mentors, everyone first"), people, experts, mode: .everyoneFirst,
        criteria: .standard))
    add(
      try MatchingFigures(
        Wording(zh: "导师不足", en: "too few mentors"), people, fewer, mode: .everyoneFirst,
        criteria: .standard))
    add(
      try MatchingFigures(
        Wording(zh: "导师，双向选择", en: "mentors, two-way choice"), people, experts, mode: .twoWay,
        criteria: .standard))
    add(
      try MatchingFigures(
        Wording(zh: "项目，先满足人数", en: "projects, everyone first"), people, library, mode: .everyoneFirst,
        criteria: .ofProjects))
    add(
      MatchingFigures(
        Wording(zh: "三方，精确", en: "triples, exact"), people, experts, library, fitWeight: 0))
    add(
      MatchingFigures(
        Wording(zh: "三方，计导师与项目相合", en: "triples, with fit"), people, experts, library, fitWeight: 25))
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }
}
