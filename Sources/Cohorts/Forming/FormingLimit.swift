package import Civil

/// What classes may take together of something that there is: rooms of a site, lecturers of a qualification.
package struct FormingLimit: Hashable, Sendable {
  /// How it is known that no more can be taken.
  package enum Ground: Hashable, Sendable {
    /// By counting: no timetable holds more.
    case proved
    /// A search found no timetable with more in its time; there may be one.
    case notFound
  }

  package let name: Wording
  package let ground: Ground
  /// What one class of an offer takes, by the place of the offer in `FormingProblem.offers`: 1 or more.
  package let needs: [Int: Int]
  /// The months whose classes are counted, as places in `FormingProblem.months`.
  package let months: Range<Int>
  /// What all these classes may take together.
  package let most: Int

  package init(name: Wording, ground: Ground, needs: [Int: Int], months: Range<Int>, most: Int) {
    self.name = name
    self.ground = ground
    self.needs = needs.filter { $0.value > 0 }
    self.months = months
    self.most = max(0, most)
  }

  /// At most so many classes of the offers may begin in the month.
  package init(name: Wording, ground: Ground, offers: Set<Int>, month: Int, most: Int) {
    self.init(
      name: name, ground: ground, needs: Dictionary(uniqueKeysWithValues: offers.map { ($0, 1) }),
      months: month..<month + 1, most: most)
  }
}
