import Civil

/// The positions of a day at which a session can start, and the stretches of it that sessions occupy, as bits.
///
/// A day is cut at every start and end of a period of any block; each stretch between two cuts is one bit. Two
/// sessions overlap exactly when they share a bit. A day has at most 64 stretches: what lies beyond the 64th
/// shares the last bit, so that sessions there exclude each other.
struct DayGrid {
  struct Position {
    let block: Int
    /// Counted from 1.
    let first: Int
    let start: Int
  }

  /// In the order of their start; positions of blocks that overlap interleave.
  let positions: [Position]
  let longest: Int
  /// Half-open minutes of the stretches.
  private let stretches: [Range<Int>]
  private let arena = Arena()
  /// By length and position: the stretches occupied, 0 where the session does not fit its block.
  private let masks: Table<UInt64>
  /// By length and position: the minute at which a session there ends.
  private let ends: Table<Int32>
  /// By length and position: the positions that start when such a session has ended.
  private let after: Table<UInt64>
  /// By length: the positions at which such a session fits its block.
  private let fittings: Table<UInt64>
  /// By length and stretch: the positions at which such a session occupies the stretch.
  private let touchings: Table<UInt64>
  /// By block: its positions.
  let blockBits: [UInt64]
  // By position: its block, its first period, its start.
  let blocks: Table<Int32>
  let firsts: Table<Int32>
  let starts: Table<Int32>
  let count: Int
  /// Whether no day has more positions or stretches than fit: what the bits say then holds exactly.
  let isExact: Bool

  init(_ blocks: [Block]) {
    let positions = blocks.indices.flatMap { block in
      (1...max(1, blocks[block].periods)).map {
        Position(block: block, first: $0, start: blocks[block].minutes(first: $0, count: 1).lowerBound)
      }
    }.sorted { ($0.start, $0.block) < ($1.start, $1.block) }.prefix(64)
    self.positions = Array(positions)
    longest = blocks.map(\.periods).max() ?? 0
    let cuts = Set(
      positions.flatMap { position in
        let minutes = blocks[position.block].minutes(first: position.first, count: 1)
        return [minutes.lowerBound, minutes.upperBound]
      }
    ).sorted()
    let held = blocks.map { $0.minutes(first: 1, count: $0.periods) }
    let stretches = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
      .filter { stretch in held.contains { $0.overlaps(stretch) } }
    self.stretches = stretches
    var masks: [UInt64] = []
    var ends: [Int] = []
    var after: [UInt64] = []
    for length in 0...longest {
      for position in positions {
        let block = blocks[position.block]
        let minutes = block.minutes(first: position.first, count: max(1, length))
        let fits = length > 0 && position.first + length - 1 <= block.periods
        masks.append(fits ? Self.mask(of: minutes, stretches) : 0)
        ends.append(minutes.upperBound)
        after.append(Self.bits(of: positions) { $0.start >= minutes.upperBound })
      }
    }
    let lengths = 0...longest
    let count = positions.count
    fittings = Table(
      arena,
      lengths.map { length in Self.bits(count) { masks[length * count + $0] != 0 } })
    touchings = Table(
      arena,
      lengths.flatMap { length in
        (0..<64).map { stretch in Self.bits(count) { masks[length * count + $0] & 1 << UInt64(stretch) != 0 }
        }
      })
    self.masks = Table(arena, masks)
    self.ends = Table(arena, ends.map(Int32.init))
    self.after = Table(arena, after)
    self.blocks = Table(arena, positions.map { Int32($0.block) })
    firsts = Table(arena, positions.map { Int32($0.first) })
    starts = Table(arena, positions.map { Int32($0.start) })
    self.count = count
    isExact = stretches.count <= 64 && blocks.reduce(0) { $0 + max(1, $1.periods) } <= 64
    blockBits = blocks.indices.map { block in Self.bits(of: positions) { $0.block == block } }
  }

  func mask(length: Int, position: Int) -> UInt64 { masks[length * count + position] }
  func end(length: Int, position: Int) -> Int { Int(ends[length * count + position]) }
  func positionsAfter(length: Int, position: Int) -> UInt64 { after[length * count + position] }

  /// The positions at which a session of this length fits its block.
  func fitting(length: Int) -> UInt64 { fittings[length] }
  /// The positions at which a session of this length meets none of these stretches.
  func clear(of taken: UInt64, length: Int) -> UInt64 {
    var bits = fittings[length]
    var taken = taken
    while taken != 0, bits != 0 {
      bits &= ~touchings[length * 64 + taken.trailingZeroBitCount]
      taken &= taken &- 1
    }
    return bits
  }

  /// The stretches that minutes of the day touch.
  func mask(of minutes: Range<Int>) -> UInt64 { Self.mask(of: minutes, stretches) }

  /// The stretches of a whole block.
  func mask(of block: Block) -> UInt64 { mask(of: block.minutes(first: 1, count: block.periods)) }

  func position(block: Int, first: Int) -> Int? {
    positions.firstIndex { $0.block == block && $0.first == first }
  }

  private static func mask(of minutes: Range<Int>, _ stretches: [Range<Int>]) -> UInt64 {
    var mask: UInt64 = 0
    for (index, stretch) in stretches.enumerated() where stretch.overlaps(minutes) {
      mask |= 1 << UInt64(min(index, 63))
    }
    return mask
  }

  private static func bits(_ count: Int, where holds: (Int) -> Bool) -> UInt64 {
    (0..<count).reduce(0) { holds($1) ? $0 | 1 << UInt64($1) : $0 }
  }

  private static func bits(of positions: some Collection<Position>, where holds: (Position) -> Bool) -> UInt64
  {
    var bits: UInt64 = 0
    for (index, position) in positions.enumerated() where holds(position) { bits |= 1 << UInt64(index) }
    return bits
  }
}
