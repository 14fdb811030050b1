extension SearchSpace {
  /// Whether two sessions of a person keep their distance whenever neighbours do.
  ///
  /// H6 looks at neighbours, the search at all sessions of a day. The two differ only where a session that fits
  /// between two others makes the way longer than the direct one may be; positions of the day seldom allow it.
  var isTravelTransitive: Bool {
    let held: [Range<Int>] = (0...grid.longest).flatMap { length -> [Range<Int>] in
      (0..<grid.count).filter { grid.mask(length: length, position: $0) != 0 }
        .map { minutes(length: length, position: $0) }
    }
    let longest = max(problem.defaultTravelMinutes, problem.travelMinutes.max() ?? 0)
    for first in held {
      for last in held where last.lowerBound >= first.upperBound {
        let direct = last.lowerBound - first.upperBound
        guard direct < longest else { continue }
        for between in held
        where between.lowerBound >= first.upperBound && between.upperBound <= last.lowerBound {
          if isShorter(
            before: between.lowerBound - first.upperBound, after: last.lowerBound - between.upperBound,
            than: direct)
          {
            return false
          }
        }
      }
    }
    return true
  }

  /// Whether some way fits into the minutes with a stop, and not into those without one.
  private func isShorter(before: Int, after: Int, than direct: Int) -> Bool {
    let stops: [(kind: Problem.Series.Kind, site: Int?)] =
      problem.sites.indices.map { (.taught, $0) } + [(.visit, nil)]
    return stops.contains { stop in
      let near = stops.filter { problem.minutes(from: $0, to: stop) <= before }
      let next = stops.filter { problem.minutes(from: stop, to: $0) <= after }
      return near.contains { from in next.contains { problem.minutes(from: from, to: $0) > direct } }
    }
  }
}
