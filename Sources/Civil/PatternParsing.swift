/// Why a pattern cannot be read: the piece that was not understood.
package struct PatternError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case unknownDay, unknownBlock }
  package let kind: Kind
  package let found: String
}

extension WeeklyPattern {
  /// Reads `DAYS BLOCKS` items separated by `;`, in English or Chinese (FORMATS.md, Patterns).
  ///
  /// Days: `Mon` to `Sun`, ranges, commas, `Weekday`, `Weekend`, `Daily`; 周一 to 周日, 周一至周五, 周一三五, 工作日, 周末, 每天.
  /// Blocks: ids, commas; 上午, 下午, 晚上 for AM, PM, EVE, also without a blank before them (周六下午); left out: all.
  /// Blank text: always open.
  /// - Parameters:
  ///   - text: the cell of a spreadsheet.
  ///   - blocks: the ids of all blocks.
  /// - Throws: the first piece that names no day or no block.
  package init(_ text: String, blocks: [String]) throws(PatternError) {
    var open: [Set<String>] = Array(repeating: [], count: 7)
    var isBlank = true
    for item in text.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
      let words = item.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      isBlank = false
      // Blanks after commas ("Mon, Wed AM") belong to the list before them.
      var days: [Substring] = []
      var names: [Substring] = []
      for word in words.flatMap({ $0.split(whereSeparator: { ",，、".contains($0) }) }) {
        if names.isEmpty, Self.days(word) != nil {
          days.append(word)
        } else if names.isEmpty, let (day, block) = Self.parted(word, blocks) {
          days.append(day)
          names.append(block)
        } else {
          names.append(word)
        }
      }
      if days.isEmpty { throw PatternError(kind: .unknownDay, found: String(names.first ?? item)) }
      let chosen = try Self.blocks(names, among: blocks)
      for day in days.flatMap({ Self.days($0) ?? [] }) { open[day].formUnion(chosen) }
    }
    self = isBlank ? .always(blocks) : WeeklyPattern(open: open)
  }

  private static func blocks(_ names: [Substring], among blocks: [String]) throws(PatternError) -> [String] {
    if names.isEmpty { return blocks }
    var chosen: [String] = []
    for name in names {
      guard let id = block(name, among: blocks) else {
        throw PatternError(kind: .unknownBlock, found: String(name))
      }
      chosen.append(id)
    }
    return chosen
  }

  private static func block(_ name: Substring, among blocks: [String]) -> String? {
    [String(name), blockNames[String(name)]].compactMap(\.self).first(where: blocks.contains)
  }

  /// A word such as 周一至周五上午, which Chinese writes without a blank, as its days and its block.
  private static func parted(_ word: Substring, _ blocks: [String]) -> (Substring, Substring)? {
    for index in word.indices.dropFirst() {
      let (head, tail) = (word[..<index], word[index...])
      if days(head) != nil, block(tail, among: blocks) != nil { return (head, tail) }
    }
    return nil
  }

  private static let blockNames = ["上午": "AM", "下午": "PM", "晚上": "EVE", "晚间": "EVE"]

  /// The weekdays (0 to 6) that one word names, or nil; a range may run over the week's end.
  private static func days(_ word: Substring) -> [Int]? {
    switch word.lowercased() {
    case "weekday", "weekdays", "工作日", "平日": return Array(0..<5)
    case "weekend", "weekends", "周末", "双休日": return [5, 6]
    case "daily", "每天", "每日": return Array(0..<7)
    default: break
    }
    let ends = word.split(omittingEmptySubsequences: false) { "-–—－~～至到".contains($0) }
    if ends.count == 1 { return dayList(word) }
    let numbers = ends.map { day($0.lowercased()) }
    guard numbers.count == 2, let first = numbers[0], let last = numbers[1] else { return nil }
    return first <= last ? Array(first...last) : (first...(last + 7)).map { $0 % 7 }
  }

  /// One day, or several after one 周 (周一三五, 周六日).
  private static func dayList(_ word: Substring) -> [Int]? {
    if let only = day(word.lowercased()) { return [only] }
    guard let prefix = prefixes.first(where: word.hasPrefix) else { return nil }
    let numbers = word.dropFirst(prefix.count).map { dayNames[String($0)] }
    return numbers.isEmpty || numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }

  private static func day(_ name: String) -> Int? {
    if let index = dayNames[name] { return index }
    guard let prefix = prefixes.first(where: name.hasPrefix) else { return nil }
    return dayNames[String(name.dropFirst(prefix.count))]
  }

  private static let prefixes = ["周", "星期", "礼拜"]

  /// Names of the days, Monday 0.
  ///
  /// A Chinese numeral alone serves as the end of a range (周一至五).
  private static let dayNames = [
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
  ]
}
