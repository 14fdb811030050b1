package import Civil

/// Why a project cannot take a step.
package enum ProjectStepFlaw: Hashable, Sendable {
  case outOfOrder(from: ProjectState, to: ProjectState)
  case beforeLast(CivilDate, state: ProjectState)
  case inFuture(today: CivilDate)
  case incomplete([Project.Field], risks: [ProjectRisk.Kind])
  case tooFewReviewers(Int, needed: Int)
  /// One person gave two opinions.
  case reviewerTwice(String)
  /// The reviewer is of those who handed the project in.
  case partial(reviewer: String, unit: String)
  case notPassed(passes: Int, of: Int)
  case noTerm
  case termOver(CivilDate)
  case noReason(ProjectState)
  /// A high risk with nothing done about it is not to be recommended.
  case openRisk(ProjectRisk.Kind)

  /// One sentence: what is wrong and what to do.
  package var text: Wording {
    switch self {
    case .outOfOrder(let from, let to):
      Wording(
        zh: "项目现为“\(from.name.chinese)”，不能转为“\(to.name.chinese)”；可转为：\(names(from, .chinese, "、"))",
        en: "the project is \(from.name.english) and cannot become \(to.name.english); "
          + "it may become \(names(from, .english, ", "))")
    case .beforeLast(let date, let state):
      Wording(
        zh: "日期早于上一步“\(state.name.chinese)”的 \(date)，请改日期",
        en: "before its last step, \(state.name.english) on \(date): give a later day")
    case .inFuture(let today): Wording(zh: "日期在今天 \(today) 之后", en: "after today, \(today)")
    case .incomplete(let fields, let risks):
      Wording(
        zh: "资料不全，缺：\(fields.map(\.name.chinese).joined(separator: "、"))"
          + (risks.isEmpty ? "" : "（未评估：\(risks.map(\.name.chinese).joined(separator: "、"))）") + "；请补齐后送审",
        en: "not complete, without \(fields.map(\.name.english).joined(separator: ", "))"
          + (risks.isEmpty ? "" : " (not judged: \(risks.map(\.name.english).joined(separator: ", ")))")
          + ": complete it first")
    case .tooFewReviewers(let count, let needed):
      Wording(
        zh: "评审人 \(count) 名，至少应有 \(needed) 名", en: "\(count) reviewers, at least \(needed) are needed")
    case .reviewerTwice(let name):
      Wording(zh: "评审人“\(name)”重复", en: "\(name) stands twice among the reviewers")
    case .partial(let reviewer, let unit):
      Wording(
        zh: "评审人“\(reviewer)”属于申报单位“\(unit)”，应当回避",
        en: "\(reviewer) is of \(unit), which handed the project in, and may not review it")
    case .notPassed(let passes, let all):
      Wording(
        zh: "\(all) 名评审人中 \(passes) 名同意，未过半数；请退回修改或停用",
        en: "\(passes) of \(all) reviewers agree, not more than half: send it back or retire it")
    case .noTerm:
      Wording(zh: "没有有效期，请填写有效期至何日", en: "without a term: say until which day it holds")
    case .termOver(let date):
      Wording(zh: "有效期至 \(date)，已过期；请重新评审", en: "it held until \(date): review it anew")
    case .noReason(let state):
      Wording(
        zh: "转为“\(state.name.chinese)”须写明理由", en: "say why it becomes \(state.name.english)")
    case .openRisk(let kind):
      Wording(
        zh: "\(kind.name.chinese)风险为“高”而无应对措施，不宜推介；请补写应对措施",
        en: "a high \(kind.name.english) risk with no remedy is not to be promoted: write down the remedy")
    }
  }

  private func names(_ state: ProjectState, _ language: Language, _ comma: String) -> String {
    ProjectState.allCases.filter(state.next.contains).map { $0.name[language] }.joined(separator: comma)
  }
}

extension ProjectRecord {
  /// What is wrong with one more step from a day on; empty: it can be taken.
  package func flaws(
    of step: ProjectStep, on date: CivilDate, today: CivilDate, rule: LibraryRule
  ) -> [ProjectStepFlaw] {
    let last = steps.standing(knownOn: today).last
    let state = last?.fact?.state ?? .collected
    var flaws: [ProjectStepFlaw] = []
    if !state.next.contains(step.state) { flaws.append(.outOfOrder(from: state, to: step.state)) }
    if date < last?.from ?? project.collectedOn {
      flaws.append(.beforeLast(last?.from ?? project.collectedOn, state: state))
    }
    if date > today { flaws.append(.inFuture(today: today)) }
    switch step.state {
    case .review, .listed:
      if step.state == .listed, state == .review {
        flaws += reviewFlaws(step.opinions, rule)
        let term = step.validUntil ?? validUntil(on: date, knownOn: today)
        if let term { if term <= date { flaws.append(.termOver(term)) } } else { flaws.append(.noTerm) }
      }
      if step.state == .listed, state == .promoted, step.reason?.isEmpty ?? true {
        flaws.append(.noReason(.listed))
      }
      if !project.missing.isEmpty {
        let risks = project.kind == .project ? project.missingRisks : []
        flaws.append(.incomplete(project.missing, risks: risks))
      }
    case .promoted:
      if let term = validUntil(on: date, knownOn: today), term <= date { flaws.append(.termOver(term)) }
      flaws += project.risks.filter { $0.level == .high && $0.remedy?.isEmpty ?? true }
        .map { .openRisk($0.kind) }
    case .collected, .retired:
      if step.reason?.isEmpty ?? true { flaws.append(.noReason(step.state)) }
    }
    return flaws
  }

  private func reviewFlaws(_ opinions: [ProjectOpinion], _ rule: LibraryRule) -> [ProjectStepFlaw] {
    var flaws: [ProjectStepFlaw] = []
    var seen: Set<String> = []
    for opinion in opinions {
      if !seen.insert(opinion.reviewer).inserted { flaws.append(.reviewerTwice(opinion.reviewer)) }
      if opinion.unit == project.source || opinion.reviewer == project.source {
        flaws.append(.partial(reviewer: opinion.reviewer, unit: project.source))
      }
    }
    if seen.count < rule.leastReviewers {
      flaws.append(.tooFewReviewers(seen.count, needed: rule.leastReviewers))
    }
    let passes = opinions.count { $0.verdict == .pass }
    if !opinions.isEmpty, passes * 2 <= opinions.count {
      flaws.append(.notPassed(passes: passes, of: opinions.count))
    }
    return flaws
  }
}
