import Centre
import Civil
import FollowUp
import Indicators

extension DemoPart {
  /// The requests for help against their deadlines in working days.
  static let help = DemoPart(
    Wording(zh: "“五帮”限时办结：哪些逾期", en: "Help and its deadlines: what is overdue"),
    show: { stage in
      let rule = try stage.centre.rule(\.help, .help, in: stage.area, on: stage.today)
      let requests = try stage.centre.openRequests()
      let standings = requests.map {
        (request: $0, rule.standing(of: $0, in: stage.calendar, asOf: stage.today))
      }
      let overdue = standings.compactMap { request, standing -> (HelpRequest, Int)? in
        if case .overdue(let days) = standing { (request, days) } else { nil }
      }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }
      let soon = standings.count { if case .dueSoon = $0.1 { true } else { false } }
      let sum = Wording(
        zh: "未办结 \(requests.count) 件：逾期 \(overdue.count) 件，\(rule.warnBefore) 个工作日内到期 \(soon) 件；逾期最久的：",
        en:
          "\(requests.count) open: \(overdue.count) overdue, \(soon) due within \(rule.warnBefore) working days; overdue for longest:"
      )
      let first = overdue.prefix(5).map { request, days in
        Wording(
          zh: "  \(request.id)  \(request.kind.name.chinese)  \(request.openedOn) 提出，逾期 \(days) 个工作日",
          en:
            "  \(request.id)  \(request.kind.name.english)  opened \(request.openedOn), \(days) working days overdue"
        )
      }
      return [sum] + first
    },
    reports: [("help-deadlines", ["html", "xlsx"])])
}
