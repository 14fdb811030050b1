import Centre
import Civil
import Interchange
import Mentors

extension DemoPart {
  /// The pool of mentors with the expert team of twelve, and whether it covers what it is for.
  static let pool = DemoPart(
    Wording(zh: "专家指导团：谁能管什么，缺什么", en: "The expert team: what it covers, and what is missing"),
    enter: { stage in
      let entries = try stage.centre.readPool(stage.fixture("mentors/pool.csv"), file: "pool.csv")
        .rows.map(\.row)
      let counts = try stage.centre.enter(entries)
      return Wording(
        zh: "导师库：\(counts.members.new) 人入库", en: "pool of mentors: \(counts.members.new) members")
    },
    show: { stage in
      let coverage = try stage.centre.teamCoverage(area: stage.area, asOf: stage.today)
      let quota = coverage.items.filter { if case .quota = $0.subject { true } else { false } }.map { item in
        Wording(
          zh: "\(item.name.chinese)：\(item.members.count)，应有 \(item.wanted)",
          en: "\(item.name.english): \(item.members.count) of \(item.wanted)")
      }
      let (gaps, places) = (coverage.gaps.map(\.name), coverage.places)
      let missing =
        gaps.isEmpty
        ? Wording(zh: "部门、环节、领域都有人", en: "every department, link and field has somebody")
        : Wording(
          zh: "没有配齐的：" + gaps.map(\.chinese).joined(separator: "、"),
          en: "not covered: " + gaps.map(\.english).joined(separator: ", "))
      let wanted = Wording(
        zh: "辅导名额 \(places.total) 个，要导师的 \(places.wanted) 人",
        en: "\(places.total) places with mentors, \(places.wanted) people who want one")
      let ending = coverage.expiries.prefix(3).map { expiry in
        Wording(
          zh: "  \(expiry.on) 到期：\(expiry.member)" + (expiry.uncovers.isEmpty ? "" : "，之后配不齐的：")
            + expiry.uncovers.map(\.chinese).joined(separator: "、"),
          en: "  \(expiry.on): \(expiry.member)'s term or certificate ends"
            + (expiry.uncovers.isEmpty ? "" : ", then not covered: ")
            + expiry.uncovers.map(\.english).joined(separator: ", "))
      }
      return quota + [missing, wanted] + ending
    },
    reports: [("team-coverage", ["html"]), ("mentor-pool", ["xlsx"])])
}
