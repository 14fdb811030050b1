import Civil
import FollowUp
import Indicators
import Mentors

/// The rules of the service chain, of help and of pledges.
extension RuleReaders {
  static func serviceChain(_ head: RegulationHead) -> NodeReader<ServiceChain> {
    NodeReader { node, path, problems in
      let steps = NodeReader<[ServiceChain.Step]>.list(least: 1, .object(chainStep))
      guard let read = steps.read(node, path, problems) else { return nil }
      guard let chain = ServiceChain(stamp: head.stamp(.serviceChain), steps: read) else {
        problems.wrong(
          node, path, Wording(zh: "每个环节只能出现一次", en: "each link may stand there once only"))
        return nil
      }
      return chain
    }
  }

  private static func chainStep(_ keys: KeyReader) -> ServiceChain.Step? {
    let link = keys.required("link", NodeReader<ServiceLink>.word)
    let days = keys.optional("days", .integer(1...3650))
    return link.map { ServiceChain.Step($0, days: days) }
  }

  /// `{ "warnBefore": 2, "workingDays": { "licences": 5 } }`.
  static func help(_ keys: KeyReader, _ head: RegulationHead) -> HelpRule? {
    let warn = keys.required("warnBefore", .integer(0...365))
    let days = keys.required("workingDays", workingDays(HelpRequest.Kind.self))
    guard let warn, let days else { return nil }
    return HelpRule(stamp: head.stamp(.help), workingDays: days, warnBefore: warn)
  }

  /// `{ "project": 60, "service": 20 }`.
  static func pledges(_ head: RegulationHead) -> NodeReader<PledgeRule> {
    workingDays(Pledge.Item.self).map { PledgeRule(stamp: head.stamp(.pledges), workingDays: $0) }
  }

  /// `{ "quota": 12, "departments": [{ "name": "税务" }], "shares": […], "warningDays": 90, "guidanceDays": 90,
  /// "agreedDays": 60 }`.
  static func team(_ keys: KeyReader, _ head: RegulationHead) -> TeamRule? {
    let quota = keys.required("quota", .integer(0...10_000))
    let departments = keys.required(
      "departments", NodeReader<[TeamRule.Department]>.list(.object(department)))
    let shares = keys.optional("shares", NodeReader<[TeamRule.Share]>.list(.object(share)))
    let links = keys.optional("links", NodeReader<[ServiceLink]>.list(least: 1, NodeReader<ServiceLink>.word))
    let fields = keys.optional("fields", NodeReader<[String]>.list(.string))
    let warning = keys.required("warningDays", .integer(0...3650))
    let guidance = keys.required("guidanceDays", .integer(0...3650))
    let agreed = keys.optional("agreedDays", .integer(0...3650))
    guard let quota, let departments, let warning, let guidance else { return nil }
    return TeamRule(
      stamp: head.stamp(.team), quota: quota, departments: departments, shares: shares ?? [], links: links,
      fields: fields ?? [], warningDays: warning, guidanceDays: guidance, agreedDays: agreed)
  }

  private static func department(_ keys: KeyReader) -> TeamRule.Department? {
    let name = keys.required("name", NodeReader<Wording>.quoted)
    let words = keys.optional("words", NodeReader<[String]>.list(.string))
    return name.map { TeamRule.Department($0, or: words ?? []) }
  }

  private static func share(_ keys: KeyReader) -> TeamRule.Share? {
    let name = keys.required("name", NodeReader<Wording>.wording)
    let kinds = keys.required(
      "kinds", NodeReader<[PoolMember.Kind]>.list(least: 1, NodeReader<PoolMember.Kind>.word))
    let least = keys.required("atLeast", .integer(1...10_000))
    guard let name, let kinds, let least else { return nil }
    return TeamRule.Share(name, Set(kinds), atLeast: least)
  }

  /// Working days by the words of an enumeration; those that are missing have none.
  private static func workingDays<Key>(_ keys: Key.Type) -> NodeReader<[Key: Int]>
  where Key: CaseIterable & RawRepresentable & Hashable, Key.RawValue == String {
    .object { reader in
      var days: [Key: Int] = [:]
      for key in Key.allCases { days[key] = reader.optional(key.rawValue, .integer(0...3650)) }
      return days
    }
  }
}
