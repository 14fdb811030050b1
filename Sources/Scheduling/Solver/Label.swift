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

/// Labels in one growing table; the cheapest of a layer by slot is found at once.
struct LabelTable {
  private(set) var count = 0
  private let arena = Arena()
  private var labels: Table<Label>
  /// By slot: the label of the layer in hand.
  private let best: Table<Int32>

  init(slots: Int) {
    best = Table(arena, slots, -1)
    labels = Table(arena, 4096, Label())
  }

  subscript(index: Int) -> Label { labels[index] }

  mutating func removeAll() { count = 0 }

  mutating func append(_ label: Label) {
    if count == labels.count {
      let larger = Table<Label>(arena, count * 2, Label())
      larger.copy(from: labels)
      labels = larger
    }
    labels[count] = label
    count += 1
  }

  /// The label that ends in the slot and was added from `layer` on, if there is one.
  func rival(in slot: Int, layer: Int) -> Int? {
    let known = Int(best[slot])
    return known >= layer ? known : nil
  }

  mutating func put(_ label: Label, in slot: Int, instead rival: Int?) {
    if let rival {
      labels[rival] = label
    } else {
      best[slot] = Int32(count)
      append(label)
    }
  }

  func forget(_ slot: Int) { best[slot] = -1 }
}
