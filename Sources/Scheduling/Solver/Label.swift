/// A way to hold the first sessions of a series: the last of them, and what of its people's and rooms' limits is used.
struct Label: BitwiseCopyable {
  var cost = 0.0
  /// Random terms, which make labels differ in rank and not in cost.
  var bias = 0.0
  var previous: Int32 = -1
  /// Day and position of the last session held, -1 before the first.
  var day: Int32 = -1
  var position: Int32 = -1
  /// The step that this label adds, -1 where it leaves one out.
  var step: Int32 = -1
  /// Day of the last session of a lower order, -1 if none.
  var lowerDay: Int32 = -1
  var room: Int8 = -1
  var usedRooms: UInt8 = 0
  var team: UInt16 = 0
  var usedPeople: UInt16 = 0
  /// Periods of the last session held.
  var length: UInt8 = 0
  // Periods of the series on its last day; of each pool person on that day, in that week, and in all.
  var seriesPeriods: UInt8 = 0
  var dayPeriods = SIMD16<UInt8>.zero
  var weekPeriods = SIMD16<UInt8>.zero
  var allPeriods = SIMD16<UInt8>.zero
}

/// The labels of one plan; the best of a layer by slot is found at once.
struct LabelTable {
  private let arena = Arena()
  private let labels: Table<Label>
  /// By slot: the label of the layer in hand.
  private let best: Table<Int32>
  private let counter: Table<Int>

  /// - Parameters:
  ///   - slots: how many labels a layer can have.
  ///   - layers: how many layers a plan can have. Memory for labels is taken only where they are written.
  init(slots: Int, layers: Int) {
    best = Table(arena, slots, -1)
    labels = Table(arena, uninitialized: slots * (layers + 1))
    counter = Table(arena, 1, 0)
  }

  var count: Int { counter[0] }

  subscript(index: Int) -> Label { labels[index] }

  func removeAll() { counter[0] = 0 }

  func append(_ label: Label) {
    labels[counter[0]] = label
    counter[0] += 1
  }

  /// The label that ends in the slot and was added from `layer` on, if there is one.
  func rival(in slot: Int, layer: Int) -> Int? {
    let known = Int(best[slot])
    return known >= layer ? known : nil
  }

  func put(_ label: Label, in slot: Int, instead rival: Int?) {
    if let rival {
      labels[rival] = label
    } else {
      best[slot] = Int32(truncatingIfNeeded: count)
      append(label)
    }
  }

  func forget(_ slot: Int) { best[slot] = -1 }
}
