/// What a figure names as the rule that made it.
package struct RuleStamp: Hashable, Sendable, CustomStringConvertible {
  package let name: Wording
  package let version: String
  /// The day from which the rule is in force.
  package let from: CivilDate
  /// The paper that says so.
  package let source: Wording

  package init(name: Wording, version: String, from: CivilDate, source: Wording) {
    self.name = name
    self.version = version
    self.from = from
    self.source = source
  }

  /// A rule of a paper whose title is quoted as it stands.
  package init(name: Wording, version: String, from: CivilDate, source: String) {
    self.init(name: name, version: version, from: from, source: Wording(zh: source, en: source))
  }

  /// As a report prints it.
  package var wording: Wording {
    Wording(
      zh: "\(name.chinese)（\(version) 版，\(from) 起施行；依据：\(source.chinese)）",
      en: "\(name.english) (version \(version), in force from \(from); source: \(source.english))")
  }

  package var description: String { wording.english }
}

/// A rule that a regulation (政策口径) sets, and that figures name.
package protocol RegulationRule: Hashable, Sendable {
  var stamp: RuleStamp { get }
}

/// The versions of a rule by area and date: which one is in force where and when.
package struct RuleBook<Rule: RegulationRule>: Hashable, Sendable {
  package struct Version: Hashable, Sendable {
    /// The code of the area it is for, with all areas below it; blank: everywhere.
    package let area: String
    /// The last day on which it is in force; nil: until a later version.
    package let to: CivilDate?
    package let rule: Rule

    package init(_ rule: Rule, area: String = "", to: CivilDate? = nil) {
      self.rule = rule
      self.area = area
      self.to = to
    }
  }

  package let versions: [Version]

  package init(_ versions: [Version]) {
    self.versions = versions
  }

  /// The rule in force in an area on a date: that of the nearest area above it, and of these the latest.
  package func rule(in area: String, on date: CivilDate) -> Rule? {
    let area = AreaCode.prefix(area)
    return versions.filter { version in
      area.hasPrefix(AreaCode.prefix(version.area)) && version.rule.stamp.from <= date
        && version.to.map { date <= $0 } ?? true
    }.max { left, right in
      (AreaCode.prefix(left.area).utf8.count, left.rule.stamp.from)
        < (AreaCode.prefix(right.area).utf8.count, right.rule.stamp.from)
    }?.rule
  }
}
