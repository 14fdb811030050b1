import Civil
import Foundation
import Mentors

/// What one matching came to: time, memory, and whether its proof holds.
struct MatchingFigures {
  static let heads = [
    Wording(zh: "任务", en: "task"), Wording(zh: "名额", en: "places"), Wording(zh: "匹配", en: "matches"),
    Wording(zh: "未匹配", en: "left out"), Wording(zh: "检验", en: "proof"), Wording(zh: "秒", en: "seconds"),
    Wording(zh: "内存 MB", en: "memory MB"),
  ]

  let cells: [Wording]

  /// Trainees with mentors, or with projects: reasons, next best and proof included.
  init(
    _ task: Wording, _ trainees: [MatchProfile], _ helpers: [Matching.Member], mode: Matching.Mode,
    criteria: [MatchCriterion]
  ) throws {
    ProcessMemory.forgetPeak()
    let (matching, seconds) = Stopwatch.time {
      Matching(trainees.map { Matching.Member($0) }, with: helpers, mode: mode, criteria: criteria)
    }
    let told = matching.matches.count { !$0.sentence.chinese.isEmpty }
    guard told == matching.matches.count else {
      throw Failure(Wording(zh: "测量中断：有匹配没有理由", en: "the measurement broke off: a match without a reason"))
    }
    self.init(
      task, places: helpers.reduce(0) { $0 + $1.seats.capacity }, matches: matching.matches.count,
      left: matching.unmatched.count, proof: matching.proof.told, seconds: seconds)
  }

  /// Trainees, mentors and projects together; `fitWeight` 0: exact.
  init(
    _ task: Wording, _ trainees: [MatchProfile], _ mentors: [Matching.Member], _ projects: [Matching.Member],
    fitWeight: Int
  ) {
    ProcessMemory.forgetPeak()
    let (choice, seconds) = Stopwatch.time {
      TripleChoice(trainees, mentors: mentors, projects: projects, fitWeight: fitWeight)
    }
    let gap = choice.bound > 0 ? 100 * Double(choice.bound - choice.points) / Double(choice.bound) : 0
    let proof =
      choice.bound == choice.points
      ? Wording(zh: "界 = 结果", en: "bound = result")
      : Wording(
        zh: "距界 " + String(format: "%.1f%%", gap), en: String(format: "%.1f%% below the bound", gap))
    self.init(
      task, places: mentors.reduce(0) { $0 + $1.seats.capacity }, matches: choice.matches.count,
      left: choice.unmatched.count, proof: proof, seconds: seconds)
  }

  private init(
    _ task: Wording, places: Int, matches: Int, left: Int, proof: Wording, seconds: Double
  ) {
    func plain(_ text: String) -> Wording { Wording(zh: text, en: text) }
    cells = [
      task, plain("\(places)"), plain("\(matches)"), plain("\(left)"), proof, plain(Numbers.seconds(seconds)),
      plain("\(ProcessMemory.peakKilobytes >> 10)"),
    ]
  }
}

extension Matching.Proof {
  fileprivate var told: Wording {
    switch self {
    case .bound(let bound, let value):
      holds
        ? Wording(zh: "界 = 结果", en: "bound = result")
        : Wording(zh: "差 \(bound - value)", en: "\(bound - value) below the bound")
    case .blockingPairs(let count): Wording(zh: "\(count) 个阻塞对", en: "\(count) blocking pairs")
    }
  }
}
