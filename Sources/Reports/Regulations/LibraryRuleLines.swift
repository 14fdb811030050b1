package import Civil
package import Courses
import FollowUp
import ProjectLibrary

extension EntryRule {
  var lines: [RuleLine] {
    conditions.map { condition in
      RuleLine(
        "entry", Wording(zh: condition.programme.rawValue, en: condition.programme.rawValue),
        condition.sentence)
    }
  }
}

extension EntryRule.Condition {
  /// What must come before, in words.
  package var sentence: Wording {
    var parts: [Wording] = []
    if !after.isEmpty {
      let names = after.map(\.rawValue)
      parts.append(
        Wording(
          zh: "先完成 \(names.joined(separator: " 或 "))" + (ideaSuffices ? "，有明确创业项目的可免" : ""),
          en: "\(names.joined(separator: " or ")) comes first"
            + (ideaSuffices ? ", unless there is a clear idea" : "")))
    }
    if let leastSelfTest {
      parts.append(
        Wording(zh: "自我测评不低于 \(leastSelfTest) 分", en: "at least \(leastSelfTest) points in the self-test"))
    }
    return parts.isEmpty ? Wording(zh: "无", en: "none") : RuleWords.list(parts)
  }
}

extension LibraryRule {
  var lines: [RuleLine] {
    [
      RuleLine(
        "projects.leastProjects", Wording(zh: "项目库不少于", en: "library of at least"), leastProjects,
        Wording(zh: "个项目", en: "projects")),
      RuleLine(
        "projects.leastIndustries", Wording(zh: "指导目录覆盖不少于", en: "guide catalogue of at least"),
        leastIndustries, Wording(zh: "个行业（或项目）", en: "industries (or items)")),
      RuleLine("projects.counting", Wording(zh: "行业按", en: "industries counted by"), counting.name),
      RuleLine(
        "projects.countsIdeas", Wording(zh: "金点子计入项目数", en: "golden ideas count"), RuleWords.yes(countsIdeas)),
      RuleLine(
        "projects.leastReviewers", Wording(zh: "评审人不少于", en: "reviewers, at least"), leastReviewers,
        Wording(zh: "名", en: "people")),
      RuleLine(
        "projects.priorities", Wording(zh: "地方优先产业", en: "local priorities"),
        priorities.isEmpty
          ? Wording(zh: "未列", en: "none given")
          : RuleWords.list(
            priorities.map { priority in
              let industry = priority.industry
              let code = String(industry.section) + industry.code
              return Wording(
                zh: "\(code) \(industry.divisionName.chinese) \(priority.points) 分",
                en: "\(code) \(industry.divisionName.english) \(priority.points)")
            })),
      RuleLine(
        "projects.likenessWarned", Wording(zh: "疑似重复提示线", en: "near-duplicates warned of from"),
        RuleWords.percent(likenessWarned)),
      RuleLine(
        "projects.leastGroup", Wording(zh: "不足此数不计算比例", en: "no share of fewer than"), leastGroup,
        RuleWords.people),
      RuleLine(
        "projects.mostPlacedPerProject",
        Wording(zh: "每个项目安置人数存疑线", en: "placed by one project, doubted above"),
        Wording(
          zh: "\(Figures.decimal(mostPlacedPerProject, places: 1)) 人",
          en: "\(Figures.decimal(mostPlacedPerProject, places: 1)) people")),
      RuleLine(
        "projects.leastInvestedPerPlace",
        Wording(zh: "每安置一人投入存疑线", en: "invested for a place, doubted below"),
        Wording(
          zh: "\(Figures.yuan(fen: leastInvestedPerPlace.fen)) 元",
          en: "\(Figures.yuan(fen: leastInvestedPerPlace.fen)) yuan")),
    ]
  }
}

extension OutreachQuota {
  var lines: [RuleLine] {
    OutreachEvent.Kind.allCases.compactMap { kind in
      least[kind].map {
        RuleLine("outreach.\(kind.rawValue)", kind.name, $0, Wording(zh: "次以上", en: "or more"))
      }
    }
  }
}

extension BaseQuota {
  var lines: [RuleLine] {
    [
      RuleLine(
        "bases.leastHosts", Wording(zh: "创业见习基地不少于", en: "internship hosts, at least"), leastHosts,
        Wording(zh: "家", en: "")),
      RuleLine(
        "bases.leastIncubators", Wording(zh: "创业孵化基地不少于", en: "incubators, at least"), leastIncubators,
        Wording(zh: "个", en: "")),
      RuleLine(
        "bases.leastSquareMetres", Wording(zh: "孵化面积不少于", en: "incubator area, at least"), leastSquareMetres,
        Wording(zh: "平方米", en: "m²")),
    ]
  }
}
