/// Tracks that search one timetable together: each changes series of its own for a while, then they bring their
/// changes together and go on with other series.
///
/// So two tracks do in a time what one does in twice the time, on one way from hot to cold.
struct JointSearch {
  /// Into how many rounds a search is cut.
  static let rounds = 200
  /// How many classes a track needs to find something to do.
  static let fewest = 8

  private let space: SearchSpace
  private let tracks: [Search]
  private var random: RandomSource
  /// Whether the tracks work on one timetable already.
  private var isJoint = false

  /// Nil where the problem is too small to be shared, or the tracks are of another kind.
  init?(_ space: SearchSpace, _ tracks: [any Track], seed: UInt64) {
    let searches = tracks.compactMap { $0 as? Search }
    guard tracks.count > 1, searches.count == tracks.count,
      space.problem.series.indices.count(where: { space.isTaught[$0] }) >= Self.fewest * tracks.count
    else { return nil }
    self.space = space
    self.tracks = searches
    random = RandomSource(seed: seed)
  }

  /// The tracks, none of which is at work, bring together what they have done.
  ///
  /// As long as no track has a complete timetable, each goes on by itself.
  mutating func meet() {
    if isJoint {
      unite()
    } else {
      guard let first = tracks.filter({ $0.bestUnplaced == 0 }).min(by: { $0.bestCost < $1.bestCost }) else {
        return
      }
      let best = first.best
      tracks.forEach { $0.adopt(best) }
      isJoint = true
    }
    for (track, series) in zip(tracks, parts()) { track.begin(with: series) }
  }

  private func unite() {
    var changed: [Int] = []
    for track in tracks {
      let own = track.changed.list
      if !changed.isEmpty { tracks[0].take(own.map(track.placements(of:)), of: own) }
      changed += own
    }
    for track in tracks.dropFirst() { track.follow(tracks[0], in: changed) }
  }

  /// The series by part: neighbours in time, beginning anywhere, about as many classes in each part.
  private mutating func parts() -> [[Int]] {
    let keeper = tracks[0].keeper
    let days = space.problem.series.map { $0.sessions.lazy.map { Int(keeper.day[$0]) }.min() ?? 0 }
    let ordered = space.problem.series.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    let first = random.below(ordered.count)
    let classes = ordered.count { space.isTaught[$0] }
    var parts = Array(repeating: [Int](), count: tracks.count)
    var met = 0
    for series in ordered[first...] + ordered[..<first] {
      parts[min(tracks.count - 1, met * tracks.count / max(1, classes))].append(series)
      if space.isTaught[series] { met += 1 }
    }
    return parts
  }
}
