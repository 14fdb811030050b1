package import Civil

/// Which records are one person, by the pairs that somebody confirmed.
package struct PersonGroups: Sendable {
  /// A confirmed pair that could not be joined.
  package struct Contradiction: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
      /// The joined records would carry two identity numbers: one of each.
      case twoIdentities(RecordPair)
      /// Somebody judged these two of them to be different people.
      case judgedDifferent(RecordPair)
    }

    package let records: RecordPair
    package let cause: Cause

    package var text: Wording {
      switch cause {
      case .twoIdentities(let pair):
        Wording(
          zh: "未合并：\(pair.first) 与 \(pair.second) 的身份证号不同，请先更正其中一个",
          en:
            "not joined: \(pair.first) and \(pair.second) have different identity numbers; correct one first")
      case .judgedDifferent(let pair):
        Wording(
          zh: "未合并：\(pair.first) 与 \(pair.second) 已判定为不同的人，请先更正判定",
          en:
            "not joined: \(pair.first) and \(pair.second) were judged to be different people; decide anew first"
        )
      }
    }
  }

  /// Records of each person who has more than one, sorted.
  package let groups: [[String]]
  package let contradictions: [Contradiction]
  private let groupOf: [String: Int]

  /// Joins what was confirmed up to a day; of several decisions on a pair the latest rules.
  ///
  /// Pairs are joined by date, then by name, so that the same facts always give the same groups; a pair that would
  /// bring a contradiction into a group is left apart and told.
  package init(_ records: [PersonRecord], decisions: [SamePersonDecision], asKnownOn known: CivilDate) {
    var latest: [RecordPair: SamePersonDecision] = [:]
    for decision in decisions where decision.entry.on <= known {
      if let held = latest[decision.records], held.entry.on > decision.entry.on { continue }
      latest[decision.records] = decision
    }
    let index = Dictionary(records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var forest = Forest(records)
    let different = latest.values.filter { !$0.isSame }.map(\.records).sorted()
    var contradictions: [Contradiction] = []
    let same = latest.values.filter(\.isSame).sorted { ($0.entry.on, $0.records) < ($1.entry.on, $1.records) }
    for decision in same {
      guard let one = index[decision.records.first], let other = index[decision.records.second] else {
        continue
      }
      let (left, right) = (forest.root(of: one), forest.root(of: other))
      guard left != right else { continue }
      if let cause = forest.obstacle(left, right, different: different, index: index) {
        contradictions.append(Contradiction(records: decision.records, cause: cause))
      } else {
        forest.join(left, right)
      }
    }
    self.contradictions = contradictions
    groups = forest.members.filter { $0.count > 1 }.map { $0.map { records[$0].id }.sorted() }
      .sorted { ($0.first ?? "") < ($1.first ?? "") }
    var groupOf: [String: Int] = [:]
    for (number, group) in groups.enumerated() {
      for record in group { groupOf[record] = number }
    }
    self.groupOf = groupOf
  }

  /// All records of the person whose record this is.
  package func records(ofPersonWith record: String) -> [String] {
    groupOf[record].map { groups[$0] } ?? [record]
  }
}

/// Disjoint sets of records, each with its members and the record that brought its identity number.
private struct Forest {
  let records: [PersonRecord]
  private var parent: [Int]
  private(set) var members: [[Int]]

  init(_ records: [PersonRecord]) {
    self.records = records
    parent = Array(records.indices)
    members = records.indices.map { [$0] }
  }

  mutating func root(of index: Int) -> Int {
    var root = index
    while parent[root] != root {
      parent[root] = parent[parent[root]]
      root = parent[root]
    }
    return root
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (large, small) = members[left].count >= members[right].count ? (left, right) : (right, left)
    parent[small] = large
    members[large] += members[small]
    members[small] = []
  }

  mutating func obstacle(
    _ left: Int, _ right: Int, different: [RecordPair], index: [String: Int]
  ) -> PersonGroups.Contradiction.Cause? {
    let mine = members[left].first { records[$0].identityKey != nil }
    let theirs = members[right].first { records[$0].identityKey != nil }
    if let mine, let theirs, records[mine].identityKey != records[theirs].identityKey {
      return .twoIdentities(RecordPair(records[mine].id, records[theirs].id))
    }
    for pair in different {
      guard let one = index[pair.first], let other = index[pair.second] else { continue }
      if Set([root(of: one), root(of: other)]) == [left, right] { return .judgedDifferent(pair) }
    }
    return nil
  }
}
