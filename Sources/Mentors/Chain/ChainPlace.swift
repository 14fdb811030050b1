package import Civil

/// Where a trainee stands in the service chain on a day, and how he or she came there.
package struct ChainPlace: Hashable, Sendable {
  /// One link of a trainee's way.
  package struct Passage: Hashable, Sendable {
    package let link: ServiceLink
    /// The day of its first service.
    package let began: CivilDate
    /// The day on which it was through; nil: not yet.
    package let finished: CivilDate?
    package let services: Int
    package let lastService: CivilDate

    /// Days from the first service until it was through; nil: it goes on.
    package var days: Int? { finished.map { $0 - began } }
  }

  package enum Standing: Hashable, Sendable {
    /// Waiting for a link since the day on which the one before was through, or on which the way began.
    case waiting(ServiceLink, since: CivilDate)
    /// In a link since that day.
    case inLink(ServiceLink, since: CivilDate)
    /// The last link is through.
    case through(CivilDate)

    package var link: ServiceLink? {
      switch self {
      case .waiting(let link, _), .inLink(let link, _): link
      case .through: nil
      }
    }

    package var since: CivilDate {
      switch self {
      case .waiting(_, let day), .inLink(_, let day), .through(let day): day
      }
    }
  }

  package let trainee: String
  /// In the order of the chain; links without any service are missing.
  package let passages: [Passage]
  package let standing: Standing
  /// Services in links that the chain does not have: they are shown, and take nobody further.
  package let outside: [ChainService]

  package func passage(of link: ServiceLink) -> Passage? { passages.first { $0.link == link } }
}

extension ServiceChain {
  /// Where a trainee stands on a date.
  ///
  /// A link is through with a service that says so, or with the first service of a later link: who gets a loan is past
  /// the assessment of risks, whether or not somebody wrote that it was through. Links may be skipped.
  ///
  /// `start` is the day on which the way began, such as the end of the class; `services` are those of this trainee, in
  /// any order.
  package func place(
    of trainee: String, from start: CivilDate, services: [ChainService], asOf date: CivilDate
  ) -> ChainPlace {
    let known = services.filter { $0.on <= date }.sorted { ($0.on, $0.evidence) < ($1.on, $1.evidence) }
    let first = steps.map { step in known.first { $0.link == step.link }?.on }
    let passages = steps.indices.compactMap { index -> ChainPlace.Passage? in
      let own = known.filter { $0.link == steps[index].link }
      guard let began = own.first, let latest = own.last else { return nil }
      let later = first[(index + 1)...].compactMap(\.self).min().map { max($0, began.on) }
      let said = own.first(where: \.isLast)?.on
      let finished = [said, later].compactMap(\.self).min()
      return ChainPlace.Passage(
        link: steps[index].link, began: began.on, finished: finished, services: own.count,
        lastService: latest.on)
    }
    return ChainPlace(
      trainee: trainee, passages: passages, standing: standing(after: passages, from: start),
      outside: known.filter { place(of: $0.link) == nil })
  }

  private func standing(
    after passages: [ChainPlace.Passage], from start: CivilDate
  ) -> ChainPlace.Standing {
    guard let furthest = passages.last, let index = place(of: furthest.link) else {
      return .waiting(steps[0].link, since: start)
    }
    guard let finished = furthest.finished else { return .inLink(furthest.link, since: furthest.began) }
    return index + 1 < steps.count
      ? .waiting(steps[index + 1].link, since: finished) : .through(finished)
  }
}
