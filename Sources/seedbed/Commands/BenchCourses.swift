import ArgumentParser
import Centre
import Civil
import Interchange
import Planning
import Scheduling

/// `bench ctt`: curriculum-based course timetabling, planned by the engine that plans classes.
struct BenchCourses: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ctt",
      abstract: text(
        zh: "求解大学课程排课的公开算例（ITC-2007 第三赛道，UD2）",
        en: "Plan an instance of curriculum-based course timetabling (ITC-2007 track 3, UD2)"),
      discussion: text(
        zh: "结果每行为“课程 教室 日 节”，日和节从 0 起。返回码：0 可行；2 有课次未能排入，或无法读写。",
        en: "The solution has a line 'course room day period' for each lecture, counted from 0. "
          + "Exit status: 0 feasible; 2 lectures without a place, or files that cannot be read."))
  }

  @Argument(
    help: help(zh: "算例文件（.ctt 或 .ectt）", en: "The instance, .ctt or .ectt", "file"),
    completion: .file(extensions: ["ctt", "ectt"]))
  var instance: String

  @Option(help: help(zh: "结果写到哪个文件", en: "The file to write the solution to", "file"), completion: .file())
  var out: String

  @OptionGroup var limits: LimitOptions

  func run() throws {
    try Places.expectWritable(out)
    let instance = try CourseInstances.read(instance)
    let problem = instance.problem
    let bounded = limits.limits(usualSeconds: 60)
    let clock = CentreEnvironment.live.monotonic
    let start = clock()
    let solution = Searching.watched { progress, stop in
      Solver(problem, weights: .courseTimetabling).solve(
        bounded, clock: clock, progress: progress, stop: stop)
    }
    let seconds = clock() - start
    try Places.write(Array(instance.solution(solution.placements).utf8), to: out)
    let timetable = Timetable(problem, solution.placements)
    let broken = [Constraint].standard.hard.flatMap { $0.violations(in: timetable) }
    let language = Console.language
    for violation in broken { Console.write("\(violation.constraint) \(violation.explanation[language])") }
    let costs = Self.costs(of: timetable)
    let bounds = BoundReport(
      LowerBounds(problem, weights: .courseTimetabling), of: costs,
      isComplete: broken.isEmpty && solution.unplaced.isEmpty)
    for line in CostTable.lines(costs, bounds: bounds, in: language) { Console.write(line) }
    for line in ["", bounds.sum(in: language), ""] { Console.write(line) }
    let words = verdict(instance, solution, broken: broken.count, seconds: seconds)
    Console.write(words[language] + bounds.verdict(in: language))
    for left in Self.unplaced(solution, problem) { Console.write(left) }
    if !broken.isEmpty { throw ExitCode.findings }
    if !solution.unplaced.isEmpty { throw ExitCode.incomplete }
  }

  /// What the solution costs by each rule that is charged.
  private static func costs(of timetable: Timetable) -> [SoftCost] {
    [Constraint].standard.soft.compactMap { constraint in
      let weight = Weights.courseTimetabling[constraint]
      guard weight > 0 else { return nil }
      return SoftCost(constraint: constraint.id, count: constraint.total(in: timetable), weight: weight)
    }
  }

  private func verdict(
    _ instance: CourseInstance, _ solution: Solution, broken: Int, seconds: Double
  ) -> Wording {
    let lectures = solution.placements.count + solution.unplaced.count
    let first = solution.firstComplete.map { Numbers.fine($0) }
    return Wording(
      zh: "\(instance.name)：\(instance.courses.count) 门课程，\(lectures) 个课次，已排 \(solution.placements.count)；"
        + "违反硬规则 \(broken) 处；总扣分 \(Numbers.short(solution.cost))；"
        + (first.map { "\($0) 秒首次可行；" } ?? "未得到可行课表；")
        + "\(solution.steps) 步，\(Numbers.seconds(seconds)) 秒，种子 \(limits.seed)",
      en: "\(instance.name): \(instance.courses.count) courses, \(lectures) lectures, "
        + "\(solution.placements.count) placed; hard rules broken \(broken); "
        + "cost \(Numbers.short(solution.cost)); "
        + (first.map { "feasible after \($0) s; " } ?? "no feasible timetable found; ")
        + "\(solution.steps) steps, \(Numbers.seconds(seconds)) s, seed \(limits.seed)")
  }

  /// A line for each course with lectures left out.
  private static func unplaced(_ solution: Solution, _ problem: Problem) -> [Wording] {
    let counts = Dictionary(grouping: solution.unplaced) { problem.sessions[$0.session].series }
    return counts.sorted { $0.key < $1.key }.map { series, left in
      let id = problem.series[series].id
      let reason = left[0].reason
      return Wording(
        zh: "\(id)：\(left.count) 个课次未排：\(reason.chinese)",
        en: "\(id): \(left.count) lectures not placed: \(reason.english)")
    }
  }
}
