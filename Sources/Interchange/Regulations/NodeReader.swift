import Civil

/// What reads one value of a JSON file; nil after a problem that it reports.
struct NodeReader<Value> {
  /// The value, its path in the file (`rules.claim.rates`), and where problems go.
  let read: (JSONNode, String, FileProblems) -> Value?

  init(_ read: @escaping (JSONNode, String, FileProblems) -> Value?) { self.read = read }

  /// Reads with `take`, which gives nil for what is not as `expected` says.
  private init(_ expected: Wording, take: @escaping (JSONNode.Value) -> Value?) {
    self.init { node, path, problems in
      if let value = take(node.value) { return value }
      problems.wrong(node, path, expected)
      return nil
    }
  }

  /// The value, as something else.
  func map<Other>(_ change: @escaping (Value) -> Other) -> NodeReader<Other> {
    NodeReader<Other> { node, path, problems in read(node, path, problems).map(change) }
  }

  /// One of some words.
  static func word(_ words: [(String, Value)]) -> NodeReader {
    let names = words.map(\.0)
    let expected = Wording(
      zh: "应为其中之一：\(names.joined(separator: "、"))", en: "expected one of \(names.joined(separator: ", "))")
    return NodeReader(expected) { value in
      guard case .string(let text) = value else { return nil }
      return words.first { $0.0 == text }?.1
    }
  }

  /// An object whose keys are read by `body`; the keys that it does not ask for are unknown.
  static func object(_ body: @escaping (KeyReader) -> Value?) -> NodeReader {
    NodeReader { node, path, problems in
      guard let keys = KeyReader(node, path: path, problems) else { return nil }
      let value = body(keys)
      keys.finish()
      return value
    }
  }

  /// A list, each item read alike; nil where an item is wrong.
  static func list<Item>(least: Int = 0, _ item: NodeReader<Item>) -> NodeReader where Value == [Item] {
    NodeReader { node, path, problems in
      guard case .array(let nodes) = node.value, nodes.count >= least else {
        problems.wrong(
          node, path,
          Wording(zh: "应为列表 […]，至少 \(least) 项", en: "expected a list […] of at least \(least)"))
        return nil
      }
      let values = nodes.enumerated().compactMap { item.read($1, "\(path)[\($0)]", problems) }
      return values.count == nodes.count ? values : nil
    }
  }

  /// An object whose keys are names of the file's own choosing.
  static func named<Item>(_ item: NodeReader<Item>) -> NodeReader where Value == [String: Item] {
    NodeReader { node, path, problems in
      guard KeyReader(node, path: path, problems) != nil, case .object(let members) = node.value else {
        return nil
      }
      var values: [String: Item] = [:]
      for member in members {
        values[member.key] = item.read(member.value, "\(path).\(member.key)", problems)
      }
      return values.count == members.count ? values : nil
    }
  }
}

extension NodeReader where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the raw values of an enumeration.
  static var word: NodeReader { word(Value.allCases.map { ($0.rawValue, $0) }) }
}

extension NodeReader<String> {
  static var string: NodeReader {
    NodeReader(Wording(zh: "应为非空文字", en: "expected a text that is not empty")) { value in
      if case .string(let text) = value, !text.isEmpty { text } else { nil }
    }
  }

  /// Small letters, digits and hyphens.
  static var identifier: NodeReader {
    let expected = Wording(
      zh: "应为小写字母、数字和连字符，如 qingdao-2014", en: "expected small letters, digits and hyphens, as qingdao-2014")
    return NodeReader(expected) { value in
      guard case .string(let text) = value, !text.isEmpty,
        text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
      else { return nil }
      return text
    }
  }
}

extension NodeReader<Bool> {
  static var boolean: NodeReader {
    NodeReader(Wording(zh: "应为 true 或 false", en: "expected true or false")) { value in
      if case .boolean(let boolean) = value { boolean } else { nil }
    }
  }
}

extension NodeReader<Int> {
  static func integer(_ range: ClosedRange<Int>) -> NodeReader {
    let (low, high) = (range.lowerBound, range.upperBound)
    return NodeReader(
      Wording(zh: "应为 \(low) 至 \(high) 的整数", en: "expected a whole number from \(low) to \(high)")
    ) { value in
      guard case .number(let text) = value, let number = Int(text), range.contains(number) else { return nil }
      return number
    }
  }
}

extension NodeReader<Double> {
  static func decimal(_ range: ClosedRange<Double>) -> NodeReader {
    let (low, high) = (range.lowerBound, range.upperBound)
    return NodeReader(Wording(zh: "应为 \(low) 至 \(high) 的数", en: "expected a number from \(low) to \(high)")) {
      value in
      guard case .number(let text) = value, let number = Double(text), range.contains(number) else {
        return nil
      }
      return number
    }
  }
}

extension NodeReader<Money> {
  /// A whole number of yuan.
  static var yuan: NodeReader { NodeReader<Int>.integer(0...100_000_000).map { Money(yuan: $0) } }
}

extension NodeReader<CivilDate> {
  static var date: NodeReader {
    NodeReader(Wording(zh: "应为日期，如 2026-03-02", en: "expected a date such as 2026-03-02")) { value in
      if case .string(let text) = value { CivilDate(text) } else { nil }
    }
  }
}

extension NodeReader<AreaCode> {
  static var area: NodeReader {
    let expected = Wording(
      zh: "应为 2、4、6、9 或 12 位区划代码，如 \"370200\"；\"0\" 表示全国",
      en: "expected a code of 2, 4, 6, 9 or 12 digits such as \"370200\"; \"0\" is the whole country")
    return NodeReader(expected) { value in
      guard case .string(let text) = value else { return nil }
      return text == "0" ? .nation : AreaCode(text)
    }
  }
}

extension NodeReader<Wording> {
  /// `{ "zh": "…", "en": "…" }`.
  static var wording: NodeReader {
    .object { keys in
      let (chinese, english) = (keys.required("zh", .string), keys.required("en", .string))
      guard let chinese, let english else { return nil }
      return Wording(zh: chinese, en: english)
    }
  }

  /// The title of a paper, quoted as it stands, or said in both languages.
  static var quoted: NodeReader {
    NodeReader<Wording> { node, path, problems in
      if case .object = node.value { return NodeReader<Wording>.wording.read(node, path, problems) }
      return NodeReader<String>.string.read(node, path, problems).map { Wording(zh: $0, en: $0) }
    }
  }
}
