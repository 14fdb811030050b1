import Civil

/// The problems of a file, as its readers find them.
final class FileProblems {
  let file: String
  private(set) var all: [ImportProblem] = []

  init(file: String) { self.file = file }

  func add(_ path: String, _ line: Int, found: String? = nil, _ problem: Wording, _ expected: Wording) {
    all.append(
      ImportProblem(
        .error, file: file, line: line, column: path, found: found, problem: problem, expected: expected))
  }

  /// The value is not of the kind that is expected there.
  func wrong(_ node: JSONNode, _ path: String, _ expected: Wording) {
    add(path, node.line, found: node.shown, Wording(zh: "值不对", en: "not such a value"), expected)
  }
}

/// Reads the keys of one object and says which are missing, wrong or unknown; nothing is taken silently.
final class KeyReader {
  let path: String
  let line: Int
  let problems: FileProblems
  private var members: [String: JSONNode] = [:]
  private var asked: [String] = []

  /// Nil, with a problem, where the value is no object.
  init?(_ node: JSONNode, path: String, _ problems: FileProblems) {
    self.path = path
    line = node.line
    self.problems = problems
    guard case .object(let list) = node.value else {
      problems.wrong(node, path, Wording(zh: "应为对象 {…}", en: "expected an object {…}"))
      return nil
    }
    for member in list where members.updateValue(member.value, forKey: member.key) != nil {
      problems.add(
        inner(member.key), member.line, Wording(zh: "键重复", en: "the key is repeated"),
        Wording(zh: "请只保留一个", en: "keep one of them"))
    }
  }

  func inner(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key that must be there, read by `reader`; nil after a problem.
  func required<Value>(_ key: String, _ reader: NodeReader<Value>) -> Value? {
    asked.append(key)
    guard let node = members[key] else {
      problems.add(
        inner(key), line, Wording(zh: "缺少此项", en: "missing"),
        Wording(zh: "请补上", en: "give it a value"))
      return nil
    }
    return reader.read(node, inner(key), problems)
  }

  /// The value of a key that may be left out or null; nil there, and after a problem.
  func optional<Value>(_ key: String, _ reader: NodeReader<Value>) -> Value? {
    asked.append(key)
    guard let node = members[key], node.value != .null else { return nil }
    return reader.read(node, inner(key), problems)
  }

  /// To be called when all keys have been asked for: the others are unknown.
  func finish() {
    for (key, node) in members.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) })
    where !asked.contains(key) {
      problems.add(
        inner(key), node.line, Wording(zh: "没有此项", en: "unknown key"),
        Wording(
          zh: "此处可用：\(asked.joined(separator: "、"))", en: "the keys here are \(asked.joined(separator: ", "))"
        ))
    }
  }
}
