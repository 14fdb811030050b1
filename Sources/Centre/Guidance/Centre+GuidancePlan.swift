package import Civil
import Logging
import Mentors
package import Planning
package import Scheduling
import Store

/// Guidance that was planned and kept as a draft, with what it rests on.
package struct GuidanceDraft: Sendable {
  package let draft: DraftSummary
  package let days: ClosedRange<CivilDate>
  package let plan: GuidancePlan
  package let list: GuidanceList
  /// The ids of the appointments, by session.
  package let appointments: [SessionKey: String]
}

extension Centre {
  /// Puts the open needs for guidance beside the classes and keeps the whole as a draft; nil: nobody needs any.
  ///
  /// By default the sessions of the timetable in force stay where they are. Throws where they break a rule by the
  /// present facts, as nothing can be put beside them then, and where the days lie outside the plan.
  package func planGuidance(
    _ order: GuidanceOrder, limits: SearchLimits, weights: Weights = .standard, calendar: WorkingCalendar,
    progress: (@Sendable (SearchProgress) -> Void)? = nil, stop: (@Sendable () -> Bool)? = nil
  ) throws(CentreError) -> (draft: GuidanceDraft?, list: GuidanceList) {
    let known = try timetable(for: order)
    var bundle = try facts(with: known)
    let days = try days(of: order, in: bundle.centre)
    var list = try guidanceNeeds(order, on: days, beside: known, calendar: calendar)
    list.appointed = try appointedGuides()
    guard !list.needs.isEmpty else { return (nil, list) }
    try name(list.needs.map(\.trainee), in: &bundle)
    bundle.addBusy(
      try standingOccurrences(within: bundle.centre.planFrom...bundle.centre.planTo, bundle),
      beside: order.withClasses ? [] : known)
    if !order.withClasses {
      let broken = Planner(bundle).judge(known).broken
      guard broken.isEmpty else { throw .refused(Self.unsound(broken)) }
    }
    let parts = try stored { store throws(StoreError) in try store.nextParts() }
    let first = Dictionary(
      list.needs.map { ($0.trainee, parts[$0.trainee] ?? GuidanceAppointment.firstPart) }
    ) { one, _ in one }
    let planner = GuidancePlanner(
      bundle, known: known, keepsKnown: !order.withClasses, days: days, slack: order.slack,
      experts: try experts(in: bundle), seated: Set(list.appointed.planned))
    let plan = planner.plan(
      list.needs, parts: first, limits: limits, weights: weights, clock: environment.monotonic,
      progress: progress, stop: stop)
    return (try keep(plan, list, days: days, seed: limits.seed), list)
  }

  /// Which sessions of the timetable break which rule, the first twenty of them.
  private static func unsound(_ broken: [Violation]) -> Wording {
    let told = broken.prefix(20)
    let more = broken.count - told.count
    func lines(_ language: Language) -> String {
      told.map { "\n  \($0.constraint) \($0.explanation[language])" }.joined()
    }
    return Wording(
      zh: "现有课表有 \(broken.count) 处已不符合数据，指导排不进去；请先用 timetable repair 调整或 timetable plan "
        + "重排并发布，或加 --with-classes："
        + lines(.chinese) + (more > 0 ? "\n  另有 \(more) 处" : ""),
      en:
        "the timetable breaks \(broken.count) rules by the present data, and nothing can be put beside it: repair it "
        + "('timetable repair') or plan it anew ('timetable plan') and publish it, or give --with-classes:"
        + lines(.english) + (more > 0 ? "\n  and \(more) more" : ""))
  }

  /// Keeps the draft with its appointments, in one step.
  private func keep(
    _ plan: GuidancePlan, _ list: GuidanceList, days: ClosedRange<CivilDate>, seed: UInt64
  ) throws(CentreError) -> GuidanceDraft {
    let stamp = try recordStamp()
    let at = self.stamp
    let wanted = plan.meetings.map { meeting in
      GuidanceAppointment(
        number: 1, trainee: meeting.need.trainee, part: meeting.row.part, link: meeting.need.link,
        mode: meeting.need.mode, wish: meeting.need.wish, earliest: meeting.need.earliest,
        latest: meeting.need.latest, reasons: meeting.need.reasons)
    }
    let (kept, recorded) = try inOneStep { centre throws(CentreError) in
      try centre.stored { store throws(StoreError) in
        let recorded = try store.record(wanted, stamp: stamp)
        let kept = try store.keep(
          rows: plan.rows, unplaced: plan.unplaced, cost: plan.judgement.cost, seed: seed, steps: plan.steps,
          stamp: at)
        return (kept, recorded)
      }
    }
    guard let kept else { throw .noBundle }
    log.notice(
      "guidance planned",
      metadata: [
        "draft": "\(kept.id)", "seed": "\(seed)", "steps": "\(plan.steps)",
        "meetings": "\(plan.meetings.count)", "waiting": "\(plan.waiting.count + list.waiting.count)",
      ])
    return GuidanceDraft(
      draft: kept, days: days, plan: plan, list: list,
      appointments: Dictionary(recorded.map { ($0.key, $0.id) }) { first, _ in first })
  }

  /// The rows to go by: of the draft asked for, or in force; none where nothing has been planned and all is to be.
  private func timetable(for order: GuidanceOrder) throws(CentreError) -> [TimetableRow] {
    if let draft = order.draft { return try rows(ofDraft: draft) }
    if let rows = try publishedRows() { return rows }
    let hasClasses = try !facts().classes.isEmpty
    guard order.withClasses || !hasClasses else { throw .nothingPublished }
    return []
  }

  /// From tomorrow, or the plan's first day, for four weeks, or to the plan's last day.
  private func days(
    of order: GuidanceOrder, in centre: CentreSettings
  ) throws(CentreError) -> ClosedRange<CivilDate> {
    let tomorrow = try today() + 1
    let first = order.from ?? max(tomorrow, centre.planFrom)
    let last = order.to ?? min(first + 27, centre.planTo)
    guard tomorrow <= first, centre.planFrom <= first, first <= last, last <= centre.planTo else {
      throw .refused(
        Wording(
          zh: "指导排期 \(first) 至 \(last)：应在明天（\(tomorrow)）以后、计划期 \(centre.planFrom) 至 \(centre.planTo) 之内；"
            + "可改 --from、--to，或改 centre 表的 plan_to 后重新导入",
          en:
            "guidance from \(first) to \(last): expected days from tomorrow, \(tomorrow), on and within the plan, "
            + "\(centre.planFrom) to \(centre.planTo); change --from or --to, or plan_to of the table centre")
      )
    }
    return first...last
  }
}

extension GuidanceAppointment {
  /// Who guides in which link among the people of a bundle: those whose qualifications name it.
  static func experts(among people: [(id: String, holds: Set<String>)]) -> [ServiceLink: Set<String>] {
    var experts: [ServiceLink: Set<String>] = [:]
    for link in ServiceLink.allCases {
      let words = Set(link.words)
      experts[link] = Set(people.filter { !$0.holds.isDisjoint(with: words) }.map(\.id))
    }
    return experts
  }
}

extension ServiceLink {
  /// The words by which a qualification names the link, or a field that it takes.
  fileprivate var words: [String] {
    let own = [rawValue, name.chinese, name.english]
    switch self {
    case .financing: return own + ["finance", "金融", "融资", "信贷", "财务"]
    case .openingGuidance: return own + ["law", "法律", "工商", "市场监管", "tax", "税务"]
    case .riskAssessment: return own + ["law", "法律", "finance", "风险"]
    case .policySupport: return own + ["policy", "政策", "tax", "税务"]
    case .planDesign, .projectDevelopment: return own + ["market", "营销", "marketing", "规划"]
    default: return own
    }
  }
}

extension Centre {
  /// Who guides in each link, of the bundle's mentors: members of the pool who serve and have the link, or, where none
  /// of them is, those whose qualifications name it.
  func experts(in bundle: PlanningBundle) throws(CentreError) -> [ServiceLink: Set<String>] {
    let mentors = bundle.people.filter { $0.roles.contains(.mentor) }
    var experts = GuidanceAppointment.experts(among: mentors.map { ($0.id, $0.qualifications) })
    let today = try today()
    let serving = try poolMembers(asOf: today).map(\.member).filter { $0.isServing(on: today) }
    for link in ServiceLink.allCases {
      let members = Set(mentors.map(\.id)).intersection(serving.filter { $0.links.contains(link) }.map(\.id))
      if !members.isEmpty { experts[link] = members }
    }
    return experts
  }
}
