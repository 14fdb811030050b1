import Centre
import Civil
import FollowUp
import Indicators
import Mentors
import ProjectLibrary

extension DemoPart {
  /// Guidance by the expert team of twelve, and how far it took people in the one-stop chain.
  static let guidance = DemoPart(
    Wording(zh: "指导年：走到哪一环、卡在哪里", en: "The year of guidance: how far people came, and where they are stuck"),
    enter: { try enterGuidance($0) },
    show: { stage in
      let standing = try stage.centre.chain(area: stage.area, asOf: stage.today)
      let funnel = standing.funnel
      let count = GuidanceCount(
        try stage.centre.guidance(within: stage.year, knownOn: stage.today), in: stage.year)
      let target = try stage.centre.targets().first { $0.measure == "guidance" }?.quantity
      let asked = target.map {
        Wording(zh: "（年度任务 \($0.amount) 人次）", en: " (the target of a year: \($0.amount))")
      }
      let sum = Wording(
        zh:
          "一年指导 \(count.people) 人、\(count.personTimes) 人次\(asked?.chinese ?? "")，共 \(count.minutes / 60) 小时",
        en:
          "\(count.people) people guided \(count.personTimes) times in the year\(asked?.english ?? ""), \(count.minutes / 60) hours"
      )
      let links = funnel.rows.map { row in
        Wording(
          zh:
            "  \(row.link.name.chinese)：服务 \(row.begun) 人、\(row.services) 人次，完成 \(row.finished)，在办 \(row.inLink)，待办 \(row.waiting)，超期 \(row.stuck)",
          en:
            "  \(row.link.name.english): \(row.begun) people served \(row.services) times, \(row.finished) through, \(row.inLink) in it, \(row.waiting) waiting, \(row.stuck) stuck"
        )
      }
      let worst = funnel.rows.max { ($0.stuck, $1.link) < ($1.stuck, $0.link) }
      let advice = worst.flatMap { row in
        row.stuck == 0
          ? nil
          : Wording(
            zh: "最该先办：“\(row.link.name.chinese)”有 \(row.stuck) 人超期，名单见 service-chain.html",
            en:
              "look first at \(row.link.name.english): \(row.stuck) people are stuck, listed in service-chain.html"
          )
      }
      return [sum] + links + [advice].compactMap(\.self)
    },
    reports: [("service-chain", ["html", "xlsx"]), ("guidance-ledger", ["xlsx"])])

  /// Who of the team of twelve guides in which link.
  private static let mentors: [ServiceLink: [String]] = [
    .projectDevelopment: ["P01", "P03", "P12"], .planDesign: ["P01", "P02", "P12"],
    .riskAssessment: ["P03", "P04", "P11"], .openingGuidance: ["P02", "P04", "P07"],
    .financing: ["P11"], .followUp: ["P02", "P04", "P07", "P12"],
  ]

  /// Mentors hand in their ledgers at the end of each month; the projects chosen are entered with them.
  private static func enterGuidance(_ stage: DemoStage) throws -> Wording? {
    let chain = try stage.centre.chain(area: stage.area, asOf: stage.today).chain
    let told = GuidanceYear(mentors: mentors, calendar: stage.calendar, days: stage.years, seed: 1)
    let sessions = told.sessions(stage.courses, stage.lives, chain: chain)
    let choices = told.choices(
      sessions, try stage.centre.projects(asOf: stage.today), stage.lives.ventures)
    var chosen = 0
    for month in stage.months {
      let centre = try stage.centreOn(month.upperBound)
      let own = sessions.filter { month.contains($0.on) }
      if !own.isEmpty { _ = try centre.record(own) }
      for choice in choices where month.contains(choice.on) {
        // The review may be entered only at the end of the month.
        guard
          try centre.project(choice.project, asOf: month.upperBound)
            .state(on: choice.on, knownOn: month.upperBound).isReviewed
        else { continue }
        try centre.choose(choice.project, by: choice.person, on: choice.on, venture: choice.venture)
        chosen += 1
      }
    }
    let started = choices.count { $0.venture != nil }
    return Wording(
      zh: "三年创业指导：\(sessions.count) 次指导约定，\(chosen) 人次选用项目，其中 \(started) 个已开办",
      en:
        "three years of guidance: \(sessions.count) meetings, \(chosen) choices of a project, \(started) of them started"
    )
  }
}
