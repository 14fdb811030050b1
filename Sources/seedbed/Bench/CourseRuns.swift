import Centre
import Civil
import Interchange
import Scheduling

/// Searches of a course timetabling instance for a time, from several seeds.
enum CourseRuns {
  /// What other programs reach on the published instances, from the sources that the article names.
  static let anchorHeads = ["UniTime, 60 s", "best known"]
  static let usualSeconds: [Double] = [5, 60]

  static func measure(
    _ instance: CourseInstance, name: String, seconds: Double, seeds: Int, threads: Int
  ) -> MeasuredRuns {
    let problem = instance.problem
    let results = (1...max(1, seeds)).map { seed in
      Searching.watched { progress, stop in
        Solver(problem, weights: .courseTimetabling).solve(
          SearchLimits(seconds: seconds, seed: UInt64(seed), threads: threads),
          clock: CentreEnvironment.live.monotonic, progress: progress, stop: stop)
      }
    }
    let known = published[name.lowercased()]
    return MeasuredRuns(
      name: name, seconds: seconds, complete: results.map { $0.firstComplete ?? .infinity },
      costs: results.map { result in
        let timetable = Timetable(problem, result.placements)
        let isWhole =
          result.unplaced.isEmpty && [Constraint].standard.hard.allSatisfy { $0.total(in: timetable) == 0 }
        return isWhole ? result.cost : .infinity
      }, anchors: [known?.unitime, known?.best])
  }

  /// The ITC-2007 entry of UniTime's solver, 60 s on one core of such a machine, one seed; the best known costs are
  /// those listed by Ceschia, Di Gaspero and Schaerf, European Journal of Operational Research 308 (2023), table 13.
  private static let published: [String: (unitime: Double, best: Double)] = [
    "comp01": (5, 5), "comp02": (60, 24), "comp03": (81, 62), "comp04": (42, 35), "comp05": (366, 284),
    "comp06": (54, 27), "comp07": (20, 6), "comp08": (46, 37), "comp09": (109, 96), "comp10": (18, 4),
    "comp11": (0, 0), "comp12": (344, 294), "comp13": (73, 59), "comp14": (56, 51), "comp15": (81, 62),
    "comp16": (37, 18), "comp17": (81, 56), "comp18": (94, 61), "comp19": (70, 57), "comp20": (39, 4),
    "comp21": (118, 74),
  ]
}

/// Instances of course timetabling from files.
enum CourseInstances {
  /// The instance in a file, which must be readable.
  static func read(_ path: String) throws -> CourseInstance {
    let (read, problems) = CourseInstanceReader.read(try Places.read(path), file: path)
    for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
    guard let read else {
      let tally = ProblemList.tally(problems)
      throw Failure(
        Wording(
          zh: "\(path)：算例无法读取（\(tally.chinese)）",
          en: "\(path): the instance cannot be read (\(tally.english))"))
    }
    return read
  }
}
