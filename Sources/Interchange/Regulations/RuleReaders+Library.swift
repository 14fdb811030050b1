import Civil
import Courses
import FollowUp
import Indicators
import ProjectLibrary

/// The rules of the project library, of entry into courses, and of bases and events.
extension RuleReaders {
  static func entry(_ head: RegulationHead) -> NodeReader<EntryRule> {
    NodeReader<[EntryRule.Condition]>.list(.object(entryCondition)).map {
      EntryRule(stamp: head.stamp(.entry), conditions: $0)
    }
  }

  private static func entryCondition(_ keys: KeyReader) -> EntryRule.Condition? {
    let programme = keys.required("programme", NodeReader<Course.Programme>.word)
    let after = keys.optional("after", .list(NodeReader<Course.Programme>.word)) ?? []
    let idea = keys.optional("ideaSuffices", .boolean) ?? false
    let test = keys.optional("leastSelfTest", .integer(0...100))
    return programme.map {
      EntryRule.Condition($0, after: after, ideaSuffices: idea, leastSelfTest: test)
    }
  }

  static func projects(_ keys: KeyReader, _ head: RegulationHead) -> LibraryRule? {
    let projects = keys.required("leastProjects", .integer(0...100_000))
    let industries = keys.required("leastIndustries", .integer(0...473))
    let counting = keys.required("counting", NodeReader<LibraryRule.Counting>.word)
    let ideas = keys.required("countsIdeas", .boolean)
    let reviewers = keys.required("leastReviewers", .integer(1...100))
    let priorities = keys.optional("priorities", .list(.object(priority))) ?? []
    let likeness = keys.required("likenessWarned", .decimal(0...1))
    let group = keys.required("leastGroup", .integer(1...100))
    let placed = keys.required("mostPlacedPerProject", .decimal(0...10_000))
    let invested = keys.required("leastInvestedPerPlace", .yuan)
    guard let projects, let industries, let counting, let ideas, let reviewers, let likeness, let group,
      let placed, let invested
    else { return nil }
    return LibraryRule(
      stamp: head.stamp(.projects), leastProjects: projects, leastIndustries: industries, counting: counting,
      countsIdeas: ideas, leastReviewers: reviewers, priorities: priorities, likenessWarned: likeness,
      leastGroup: group, mostPlacedPerProject: placed, leastInvestedPerPlace: invested)
  }

  private static func priority(_ keys: KeyReader) -> LibraryRule.Priority? {
    let industry = keys.required("industry", .industry)
    let points = keys.required("points", .integer(1...100))
    guard let industry, let points else { return nil }
    return LibraryRule.Priority(industry, points: points)
  }

  /// `{ "media": 3, "consultation": 5 }`.
  static func outreach(_ head: RegulationHead) -> NodeReader<OutreachQuota> {
    .object { keys in
      var least: [OutreachEvent.Kind: Int] = [:]
      for kind in OutreachEvent.Kind.allCases {
        least[kind] = keys.optional(kind.rawValue, .integer(0...10_000))
      }
      return OutreachQuota(stamp: head.stamp(.outreach), least: least)
    }
  }

  static func bases(_ keys: KeyReader, _ head: RegulationHead) -> BaseQuota? {
    let hosts = keys.required("leastHosts", .integer(0...100_000))
    let incubators = keys.required("leastIncubators", .integer(0...100_000))
    let squareMetres = keys.required("leastSquareMetres", .integer(0...100_000_000))
    guard let hosts, let incubators, let squareMetres else { return nil }
    return BaseQuota(
      stamp: head.stamp(.bases), leastHosts: hosts, leastIncubators: incubators,
      leastSquareMetres: squareMetres)
  }
}

extension NodeReader<Industry> {
  /// A division, group or class of GB/T 4754, with or without its letter.
  static var industry: NodeReader {
    NodeReader { node, path, problems in
      if case .string(let text) = node.value, let industry = Industry(text) { return industry }
      problems.wrong(
        node, path,
        Wording(
          zh: "应为 GB/T 4754 的代码，如 \"H62\"", en: "expected a code of GB/T 4754 such as \"H62\""))
      return nil
    }
  }
}
