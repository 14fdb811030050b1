import Centre
import Civil
import Courses
import Mentors
import Reports

extension DemoPart {
  /// Those who wait for a mentor, matched with the pool's free places.
  static let matching = DemoPart(
    Wording(zh: "导师匹配：谁跟谁，为什么", en: "Mentors for those who wait: who with whom, and why"),
    show: { stage in
      let found = try stage.centre.matchMentors(
        MatchScope(area: stage.area), mode: .everyoneFirst, asOf: stage.today)
      let matching = found.matching
      let new = matching.matches.filter { !$0.isFixed }
      let proof =
        matching.proof.holds
        ? Wording(zh: "已证明总分最高", en: "proved to be the best total")
        : Wording(zh: "未能证明总分最高", en: "not proved to be the best total")
      let sum = Wording(
        zh: "原有辅导关系 \(matching.matches.count - new.count) 对，保持不变；新匹配 \(new.count) 对，\(proof.chinese)；"
          + "\(matching.unmatched.count) 人未匹配",
        en:
          "\(matching.matches.count - new.count) pairs stand and stay; \(new.count) are new, \(proof.english); "
          + "\(matching.unmatched.count) people are left")
      let best = new.sorted { ($1.points, $0.seeker) < ($0.points, $1.seeker) }.prefix(3).map { match in
        Wording(
          zh: "  \(match.seeker) → \(match.helper)：\(match.sentence.chinese)",
          en: "  \(match.seeker) → \(match.helper): \(match.sentence.english)")
      }
      let left = matching.unmatched.prefix(1).map { one in
        Wording(
          zh: "  \(one.seeker) 未匹配：\(one.sentence.chinese)",
          en: "  \(one.seeker) is left: \(one.sentence.english)")
      }
      return [sum] + best + left + (try triples(stage))
    })

  /// The class that ended last: each of its trainees with a mentor and a project at once.
  private static func triples(_ stage: DemoStage) throws -> [Wording] {
    guard let group = stage.courses.classes.map(\.id).max() else { return [] }
    let choice = try stage.centre.matchTriples(MatchScope(classID: group), asOf: stage.today).choice
    let sum = Wording(
      zh: "\(group) 班同时配导师和项目：\(choice.matches.count) 组，\(choice.unmatched.count) 人没有配上",
      en: "class \(group) with mentors and projects at once: \(choice.matches.count) triples, "
        + "\(choice.unmatched.count) people are left")
    let best = choice.matches.max { ($0.points, $1.trainee) < ($1.points, $0.trainee) }.map { match in
      Wording(
        zh: "  \(match.trainee) → \(match.mentor) ＋ \(match.project)：\(match.projectReason.chinese)",
        en: "  \(match.trainee) → \(match.mentor) and \(match.project): \(match.projectReason.english)")
    }
    return [sum] + [best].compactMap(\.self)
  }
}
