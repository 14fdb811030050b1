import Civil
package import Indicators

/// Reads a regulation from its JSON file, strictly: an unknown key is an error that lists the known ones.
package enum RegulationReader {
  /// The regulation of a file, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - file: its name, for the problems.
  /// - Returns: the regulation, nil where there is any problem, and all problems.
  package static func read(_ bytes: [UInt8], file: String) -> (
    regulation: Regulation?, problems: [ImportProblem]
  ) {
    let problems = FileProblems(file: file)
    do throws(JSONFlaw) {
      let node = try JSONNode(parsing: bytes)
      let regulation = NodeReader.object(regulation).read(node, "", problems)
      if let regulation { checkUnconfirmed(regulation, node, problems) }
      return (problems.all.isEmpty ? regulation : nil, problems.all)
    } catch {
      problems.add(
        "JSON", error.line, found: error.found ?? "EOF",
        Wording(zh: "不是有效的 JSON", en: "not valid JSON"),
        Wording(zh: "应为 \(error.expected)", en: "expected \(error.expected)"))
      return (nil, problems.all)
    }
  }

  private static func regulation(_ keys: KeyReader) -> Regulation? {
    let id = keys.required("id", .identifier)
    let name = keys.required("name", .wording)
    let version = keys.required("version", .string)
    let area = keys.required("area", .area)
    let from = keys.required("from", .date)
    let to = keys.optional("to", .date)
    let source = keys.required("source", .quoted)
    let unconfirmed = keys.optional("unconfirmed", .list(.string)) ?? []
    let notes = keys.optional("notes", .list(.wording)) ?? []
    // A rule is read even where the head is wrong, so that all problems come at once.
    let head = RegulationHead(
      name: name ?? Wording(zh: "", en: ""), version: version ?? "",
      source: source ?? Wording(zh: "", en: ""),
      from: from ?? CivilDate(daysSinceEpoch: 0))
    let rules = keys.required("rules", .object { RuleReaders.rules($0, head) })
    if let from, let to, to < from {
      keys.problems.add(
        keys.inner("to"), keys.line, found: to.description,
        Wording(zh: "早于开始日期 \(from)", en: "before the first day, \(from)"),
        Wording(zh: "请改正其一", en: "correct one of them"))
    }
    guard let id, let name, let version, let area, let from, let source, let rules else { return nil }
    return Regulation(
      id: id, name: name, version: version, area: area, from: from, to: to, source: source,
      unconfirmed: unconfirmed, notes: notes, rules: rules)
  }

  /// What is marked as not confirmed must stand in the file.
  private static func checkUnconfirmed(_ regulation: Regulation, _ node: JSONNode, _ problems: FileProblems) {
    for path in regulation.unconfirmed {
      let keys = path.split(separator: ".").map(String.init)
      guard node.member(at: ["rules"] + keys) == nil else { continue }
      problems.add(
        "unconfirmed", node.line, found: path,
        Wording(zh: "rules 中没有此项", en: "there is no such key in rules"),
        Wording(
          zh: "应为 rules 中的键，如 followUp.daysEarly", en: "expected a key of rules such as followUp.daysEarly"))
    }
  }
}

/// What the stamps of a regulation's rules are made of.
struct RegulationHead {
  let name: Wording
  let version: String
  let source: Wording
  let from: CivilDate

  /// The stamp of a rule: it names the regulation and the kind of rule.
  func stamp(_ kind: RuleKind, _ name: Wording? = nil) -> RuleStamp {
    let rule = name ?? kind.name
    return RuleStamp(
      name: Wording(
        zh: "\(self.name.chinese)·\(rule.chinese)", en: "\(self.name.english): \(rule.english)"),
      version: version, from: from, source: source)
  }
}

extension JSONNode {
  fileprivate func member(at path: some Collection<String>) -> JSONNode? {
    guard let first = path.first else { return self }
    guard case .object(let members) = value, let member = members.first(where: { $0.key == first }) else {
      return nil
    }
    return member.value.member(at: path.dropFirst())
  }
}
