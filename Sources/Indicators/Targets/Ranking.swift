package import Civil

/// A ranking (排名) of areas or units by one number, with ties, and how easily it would change.
package struct Ranking: Hashable, Sendable {
  /// One that is ranked: so many of so many.
  package struct Entry: Hashable, Sendable {
    package let id: String
    package let numerator: Int
    /// At least 1.
    package let denominator: Int

    /// Nil where the denominator is not positive: such a one cannot be ranked.
    package init?(id: String, _ numerator: Int, of denominator: Int) {
      guard denominator > 0 else { return nil }
      self.id = id
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  package struct Place: Hashable, Sendable {
    /// Equal numbers share a place, and the places after them are left out: 1, 2, 2, 4.
    package let rank: Int
    package let entry: Entry
    /// One more in its numerator would bring it level with or past the one before it.
    package let oneFromRising: Bool
  }

  /// By falling number; of equal ones by id.
  package let places: [Place]

  /// Shares are compared as whole numbers, so that equal ones tie exactly.
  package init(_ entries: [Entry]) {
    func precedes(_ left: Entry, _ right: Entry) -> Bool {
      let (l, r) = (left.numerator * right.denominator, right.numerator * left.denominator)
      return l == r ? left.id < right.id : l > r
    }
    let sorted = entries.sorted(by: precedes)
    var places: [Place] = []
    for (index, entry) in sorted.enumerated() {
      guard let previous = places.last else {
        places.append(Place(rank: 1, entry: entry, oneFromRising: false))
        continue
      }
      let other = previous.entry
      let isTie = entry.numerator * other.denominator == other.numerator * entry.denominator
      // Of those that share a place it is the next better number that matters.
      let rank = isTie ? previous.rank : index + 1
      let better = places.last { $0.rank < rank }?.entry
      let rises = better.map { (entry.numerator + 1) * $0.denominator >= $0.numerator * entry.denominator }
      places.append(Place(rank: rank, entry: entry, oneFromRising: rises ?? false))
    }
    self.places = places
  }

  /// Whether one more counted somewhere would change the order, and where; nil: it would not.
  ///
  /// `name`: what those who are ranked are called.
  package func sensitivity(_ name: (String) -> Wording = { Wording(zh: $0, en: $0) }) -> Wording? {
    let close = places.filter(\.oneFromRising).map { name($0.entry.id) }
    guard !close.isEmpty else { return nil }
    return Wording(
      zh: "名次不稳：\(close.map(\.chinese).joined(separator: "、")) 只差 1 个单位即可追平或超过前一名。",
      en:
        "The order is not firm: one more counted would bring \(close.map(\.english).joined(separator: ", ")) level with or past "
        + "the one before.")
  }
}
