/// One thing that is looked for in the whole bundle, once the cells and the references have been read.
struct BundleCheck: Sendable {
  let run: @Sendable (inout BundleDraft) -> Void

  init(_ run: @escaping @Sendable (inout BundleDraft) -> Void) {
    self.run = run
  }

  /// All checks; their order is that of the problems on one line.
  static let all: [BundleCheck] = [
    .planWindow,
    .someBlock, .blocksWithinTheDay, .blocksApart, .dayOfFewStretches,
    .completePlaces, .travelPairs,
    .coursesWithModules, .modulesFitBlocks, .modulesHaveLecturers, .modulesHaveRooms,
    .classLecturers, .classWindows, .classSizes,
    .identityNumbers, .identityNumbersOnce,
    .mentors, .mentoringWindows, .mentoringRooms,
    .pinnedModules, .pinnedTimes, .pinnedRooms, .pinnedLecturers, .pinsAgree,
  ]
}
