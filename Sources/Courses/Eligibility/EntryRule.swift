package import Civil

/// What somebody must have done before a course (入学条件), by programme.
package struct EntryRule: RegulationRule {
  /// One programme's condition.
  package struct Condition: Hashable, Sendable {
    package let programme: Course.Programme
    /// Programmes of which one must be completed before; empty: none.
    package let after: [Course.Programme]
    /// Whether a clear idea of a business, or a business, stands for the course before.
    package let ideaSuffices: Bool
    /// The least points of the self-test of the course before (GYB: 76 in one variant); nil: none asked.
    package let leastSelfTest: Int?

    package init(
      _ programme: Course.Programme, after: [Course.Programme] = [], ideaSuffices: Bool = false,
      leastSelfTest: Int? = nil
    ) {
      self.programme = programme
      self.after = after
      self.ideaSuffices = ideaSuffices
      self.leastSelfTest = leastSelfTest
    }
  }

  package let stamp: RuleStamp
  package let conditions: [Condition]

  package init(stamp: RuleStamp, conditions: [Condition]) {
    self.stamp = stamp
    self.conditions = conditions
  }

  package func condition(of programme: Course.Programme) -> Condition? {
    conditions.first { $0.programme == programme }
  }
}

/// What somebody has done before a course, as far as it is known.
package struct EntryFacts: Hashable, Sendable {
  package let completed: Set<Course.Programme>
  /// Points of the self-test; nil: not taken.
  package let selfTest: Int?
  /// Whether the person has a clear idea of a business, or a business.
  package let hasIdea: Bool

  package init(completed: Set<Course.Programme> = [], selfTest: Int? = nil, hasIdea: Bool = false) {
    self.completed = completed
    self.selfTest = selfTest
    self.hasIdea = hasIdea
  }
}

/// What is missing before a course.
package enum EntryFlaw: Hashable, Sendable {
  case courseBefore([Course.Programme])
  case selfTestMissing(least: Int)
  case selfTestTooLow(Int, least: Int)

  package var text: Wording {
    switch self {
    case .courseBefore(let programmes):
      let names = programmes.map(\.rawValue)
      return Wording(
        zh: "须先完成 \(names.joined(separator: " 或 "))", en: "\(names.joined(separator: " or ")) comes first")
    case .selfTestMissing(let least):
      return Wording(
        zh: "未做自我测评（须达 \(least) 分）", en: "the self-test was not taken (at least \(least) points)")
    case .selfTestTooLow(let points, let least):
      return Wording(
        zh: "自我测评 \(points) 分，未达 \(least) 分", en: "\(points) points in the self-test of \(least)")
    }
  }
}

extension EntryRule.Condition {
  /// What is missing before the course; empty: somebody may enter it.
  package func flaws(of facts: EntryFacts) -> [EntryFlaw] {
    var flaws: [EntryFlaw] = []
    let isPrepared = after.isEmpty || after.contains(where: facts.completed.contains)
    if !isPrepared, !(ideaSuffices && facts.hasIdea) { flaws.append(.courseBefore(after)) }
    if let leastSelfTest {
      if let points = facts.selfTest {
        if points < leastSelfTest { flaws.append(.selfTestTooLow(points, least: leastSelfTest)) }
      } else {
        flaws.append(.selfTestMissing(least: leastSelfTest))
      }
    }
    return flaws
  }
}
