import Mentors
import Scheduling

/// Wanted meetings against what mentors, desks and trainees can bear, as a flow; its smallest cut is what is short.
///
/// From all that is wanted through the trainees, then, what is in the office, through the desks, to each link and way,
/// to the mentors who guide there, within what each can hold in that way and in all. By the theorem of Ford and Fulkerson
/// something is short exactly where the flow does not carry all that is wanted.
struct GuidanceBalance {
  let wants: [GuidanceHours.Want]
  /// By want: who guides in it.
  let guides: [Set<String>]
  let mentors: [String]
  let desks: Int
  let trainees: Int

  /// By mentor, and of all.
  struct Supply {
    let any: [Int]
    let office: [Int]
    let visits: [Int]
    let atDesks: Int
    let byTrainees: Int
  }

  /// What is short of so many meetings by want; empty: nothing.
  func shortages(wanted: [Int], supply: Supply) -> [GuidanceHours.Shortage] {
    var flow = MaxFlow(nodes: 4 + wants.count + 3 * mentors.count)
    let (source, sink, all, office) = (0, 1, 2, 3)
    func node(_ want: Int) -> Int { 4 + want }
    func node(_ mentor: Int, _ mode: MentoringRequest.Mode?) -> Int {
      4 + wants.count + 3 * mentor + (mode == .office ? 1 : mode == .visit ? 2 : 0)
    }
    let total = wanted.reduce(0, +)
    flow.addEdge(from: source, to: all, capacity: supply.byTrainees)
    flow.addEdge(from: all, to: office, capacity: supply.atDesks)
    for (index, want) in wants.enumerated() {
      flow.addEdge(from: want.mode == .office ? office : all, to: node(index), capacity: wanted[index])
      for mentor in mentors.indices where guides[index].contains(mentors[mentor]) {
        flow.addEdge(from: node(index), to: node(mentor, want.mode), capacity: MaxFlow.unlimited)
      }
    }
    for mentor in mentors.indices {
      flow.addEdge(from: node(mentor, .office), to: node(mentor, nil), capacity: supply.office[mentor])
      flow.addEdge(from: node(mentor, .visit), to: node(mentor, nil), capacity: supply.visits[mentor])
      flow.addEdge(from: node(mentor, nil), to: sink, capacity: supply.any[mentor])
    }
    guard flow.solve(from: source, to: sink) < total else { return [] }
    let isCut = flow.cut(from: source)
    // All that is wanted is more than the trainees have time for: the rest is short behind that.
    guard isCut[all] else {
      return [
        GuidanceHours.Shortage(
          kind: .trainees, links: [], modes: [], count: trainees, wanted: total, bearable: supply.byTrainees)
      ]
    }
    var shortages: [GuidanceHours.Shortage] = []
    let inOffice = wants.indices.filter { wants[$0].mode == .office }.reduce(0) { $0 + wanted[$1] }
    if !isCut[office], inOffice > supply.atDesks {
      shortages.append(
        GuidanceHours.Shortage(
          kind: .desks, links: [], modes: [.office], count: desks, wanted: inOffice, bearable: supply.atDesks)
      )
    }
    let short = wants.indices.filter { isCut[node($0)] }
    guard !short.isEmpty else { return shortages }
    let able = mentors.indices.filter { mentor in short.contains { guides[$0].contains(mentors[mentor]) } }
    let bearable = able.reduce(0) { sum, mentor in
      if isCut[node(mentor, nil)] { return sum + supply.any[mentor] }
      return sum + (isCut[node(mentor, .office)] ? supply.office[mentor] : 0)
        + (isCut[node(mentor, .visit)] ? supply.visits[mentor] : 0)
    }
    let modes = Set(short.compactMap { wants[$0].mode })
    let isAnyWay =
      short.contains { wants[$0].mode == nil } || modes.count == MentoringRequest.Mode.allCases.count
    shortages.append(
      GuidanceHours.Shortage(
        kind: .mentors, links: Set(short.map { wants[$0].link }).sorted(),
        modes: isAnyWay ? [] : MentoringRequest.Mode.allCases.filter(modes.contains), count: able.count,
        wanted: short.reduce(0) { $0 + wanted[$1] }, bearable: bearable))
    return shortages
  }
}
