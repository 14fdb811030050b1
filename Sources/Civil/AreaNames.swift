/// What areas are called, by their codes: as GB/T 2260 and the statistical codes below it name them.
package struct AreaNames: Hashable, Sendable {
  /// The name of one area, without the areas above it: 长延堡街道.
  package struct Entry: Hashable, Sendable {
    package let area: AreaCode
    package let name: Wording

    package init(_ area: AreaCode, _ name: Wording) {
      self.area = area
      self.name = name
    }
  }

  private let names: [AreaCode: Wording]
  /// Names that several areas have: such an area is told with the one above it.
  private let shared: Set<String>

  /// Of one area the last name holds.
  package init(_ entries: [Entry] = []) {
    names = Dictionary(entries.map { ($0.area, $0.name) }) { $1 }
    var counts: [String: Int] = [:]
    for name in names.values { counts[name.chinese, default: 0] += 1 }
    shared = Set(counts.filter { $0.value > 1 }.keys)
  }

  package var isEmpty: Bool { names.isEmpty }

  /// An area's own name; nil: not known.
  package func name(of code: String) -> Wording? { AreaCode(code).flatMap { names[$0] } }

  /// What stands in place of a code: the name where it is known, else the code; in English a name that is only known in
  /// Chinese stands with the code.
  ///
  /// A name that several areas have is told with the nearest area above it that has another.
  package func shown(_ code: String) -> Wording {
    guard let area = AreaCode(code), let name = names[area] else { return Wording(zh: code, en: code) }
    guard shared.contains(name.chinese) else {
      // Who does not read Chinese is helped by the code.
      return name.english == name.chinese ? Wording(zh: name.chinese, en: "\(name.english) (\(area))") : name
    }
    var above = area.parent
    while let holder = above, holder.level != .nation {
      if let place = names[holder], place != name {
        return Wording(zh: place.chinese + name.chinese, en: "\(name.english), \(place.english)")
      }
      above = holder.parent
    }
    return Wording(zh: "\(name.chinese)（\(area)）", en: "\(name.english) (\(area))")
  }

  /// The name with the code beside it, for the head of a report; nil: not known.
  package func titled(_ area: AreaCode) -> Wording? {
    names[area].map { Wording(zh: "\($0.chinese)（\(area)）", en: "\($0.english) (\(area))") }
  }
}
