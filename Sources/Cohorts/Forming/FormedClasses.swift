package import Civil

/// Classes to form, who attends them, and who is left over.
package struct FormedClasses: Sendable {
  /// One class to form.
  package struct Formed: Hashable, Sendable {
    /// The place of its offer.
    package let offer: Int
    package let month: Int
    /// Ids of the wishes that it meets, who waits longest first.
    package let wishes: [String]
  }

  /// Why a wish is not met.
  package enum LeftOver: Hashable, Sendable {
    /// No class of any kind fits the wish.
    case noOffer
    /// The person can begin only after the last month.
    case readyTooLate(CivilDate)
    /// So many wish it at most for any class that fits, and a class needs more.
    ///
    /// `full` are the proved limits that are used up besides: with more people there would still be no class.
    case tooFew(wishing: Int, least: Int, full: [Limit])
    /// Enough wish it, but all that there is has been used; the limits that are used up.
    case noCapacity([Limit])
  }

  /// A limit that stands in the way.
  package struct Limit: Hashable, Sendable {
    package let name: Wording
    package let ground: FormingLimit.Ground

    package init(name: Wording, ground: FormingLimit.Ground) {
      self.name = name
      self.ground = ground
    }
  }

  /// What no way of forming classes within the limits can do better.
  package struct Bounds: Hashable, Sendable {
    /// Waiting days of all wishes, those left over counted up to the horizon.
    package let leastWaitingDays: Int
    /// Wishes that can be met.
    package let mostPlaced: Int

    package init(leastWaitingDays: Int, mostPlaced: Int) {
      self.leastWaitingDays = leastWaitingDays
      self.mostPlaced = mostPlaced
    }
  }

  /// The new classes by month, then by offer.
  package let classes: [Formed]
  /// The classes that were held already, in their order, with those who join them.
  package let held: [Formed]
  /// By id.
  package let leftOver: [String: LeftOver]
  /// Waiting days of all wishes, those left over counted up to the horizon.
  package let waitingDays: Int
  package let bounds: Bounds

  package var leastWaitingDays: Int { bounds.leastWaitingDays }

  /// Whether no better way exists.
  package var isOptimal: Bool { waitingDays == leastWaitingDays }
}
