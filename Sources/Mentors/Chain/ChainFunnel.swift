import Civil

/// How many trainees came how far in the service chain, and how long they took.
package struct ChainFunnel: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let link: ServiceLink
    /// Trainees served in it (人).
    package let begun: Int
    /// Services in it (人次).
    package let services: Int
    package let finished: Int
    /// Trainees who are in it now, and who wait for it.
    package let inLink: Int
    package let waiting: Int
    package let stuck: Int
    /// Days from the first service until it was through, of those through; nil: nobody is.
    package let medianDays: Double?
    package let longestDays: Int?
    /// Trainees who came to a later link without a service in this one.
    package let skipped: Int
  }

  /// Trainees whose way is counted.
  package let trainees: Int
  package let rows: [Row]
  /// Trainees who are through the last link.
  package let through: Int
  /// Services in links that the chain does not have, by link.
  package let outside: [ServiceLink: Int]

  /// Counts the places of all trainees, each once.
  package init(_ chain: ServiceChain, _ places: [ChainPlace], stuck: [StuckTrainee]) {
    trainees = places.count
    through = places.count { if case .through = $0.standing { true } else { false } }
    outside = places.flatMap(\.outside).reduce(into: [:]) { $0[$1.link, default: 0] += 1 }
    rows = chain.steps.enumerated().map { index, step in
      let passages = places.compactMap { $0.passage(of: step.link) }
      let days = passages.compactMap(\.days).sorted()
      let later = Set(chain.links[(index + 1)...])
      return Row(
        link: step.link, begun: passages.count, services: passages.reduce(0) { $0 + $1.services },
        finished: days.count,
        inLink: places.count { if case .inLink(step.link, _) = $0.standing { true } else { false } },
        waiting: places.count { if case .waiting(step.link, _) = $0.standing { true } else { false } },
        stuck: stuck.count { $0.link == step.link }, medianDays: days.median, longestDays: days.last,
        skipped: places.count { place in
          place.passage(of: step.link) == nil && place.passages.contains { later.contains($0.link) }
        })
    }
  }
}
