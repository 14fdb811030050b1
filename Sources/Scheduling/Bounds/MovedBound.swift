import Civil

extension Bound {
  /// What was published and can no longer be held so.
  ///
  /// A placement that breaks a hard rule when nothing else is placed breaks it in every timetable.
  static let moved = Bound(
    "moved", name: .init(zh: "变动", en: "Perturbation"),
    .init(
      zh: "这些课次的原安排即使没有其他课次也违反硬规则，必须变动。",
      en: "Where these sessions were published, each breaks a hard rule even if nothing else is planned.")
  ) { setting in
    let space = setting.space
    guard space.grid.isExact else { return .sessions([]) }
    let nothing = ScoreKeeper(space)
    return .sessions(
      space.previous.sorted { $0.key < $1.key }.filter { session, old in
        nothing.obstacle(
          session, day: old.day, position: old.position, room: old.room, people: old.people.sorted()) != nil
      }.map(\.key))
  }
}
