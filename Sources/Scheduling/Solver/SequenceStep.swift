/// One session of a series in the order in which it is planned, in the terms of one pool.
struct SequenceStep: BitwiseCopyable {
  var index = 0
  var session = 0
  var length = 0
  /// Days after the last session of a lower order.
  var gap = 0
  /// Whether sessions of a lower order end before it.
  var startsLevel = false
  // Pool people that may hold it, and pool rooms that suit it, as bits; and where its teams stand in the list.
  var eligible: UInt16 = 0
  var rooms: UInt8 = 0
  var firstTeam = 0
  var teamCount = 0
  var teamSize = 0
  /// What pins leave of a day's positions, and the day, -1 for any.
  var positions = UInt64.max
  var pinnedDay = -1
  var isImpossible = false
  // The published placement: day (-1 where there is none to have again), position, room, and team in the pool's
  // terms (0 where it is not of the pool).
  var isPublished = false
  var previousDay = -1
  var previousPosition = -1
  var previousRoom = -1
  var previousTeam: UInt16 = 0
  /// People that this session and those after it take.
  var slotsLeft = 0

  func isMoved(day: Int, position: Int, room: Int, team: UInt16) -> Bool {
    isPublished
      && (previousDay != day || previousPosition != position || previousRoom != room || previousTeam != team)
  }
}

/// The steps of the series in hand, with the teams of its pool and the lecturers still to come.
struct StepList {
  private let space: SearchSpace
  private let prices: SoftPrices
  private let arena = Arena()
  private(set) var count = 0
  let steps: Table<SequenceStep>
  private var teams: [UInt16] = []
  /// By step and set of people met: what more lecturers the later sessions must cost.
  private let outlooks: Table<Double>
  private var hasOutlook = false

  /// Beyond so many pool people the outlook would cost more than it saves.
  private static let outlookPeople = 7
  private static let outlookRow = 1 << outlookPeople

  init(_ space: SearchSpace, _ prices: SoftPrices) {
    self.space = space
    self.prices = prices
    let longest = space.problem.series.map(\.sessions.count).max() ?? 0
    steps = Table(arena, longest, SequenceStep())
    outlooks = Table(arena, (longest + 1) * Self.outlookRow, 0)
  }

  subscript(index: Int) -> SequenceStep { steps[index] }

  func team(_ index: Int) -> UInt16 { teams[index] }

  /// What more lecturers the sessions after a step must cost, given those met up to it.
  func outlook(after step: Int, _ met: UInt16) -> Double {
    hasOutlook ? outlooks[(step + 1) * Self.outlookRow + Int(met)] : 0
  }

  /// Lists the sequence for the frame; false where one of its sessions can be held by nobody of the pool.
  mutating func fill(_ sequence: [Int], _ frame: PlanFrame) -> Bool {
    count = sequence.count
    teams.removeAll(keepingCapacity: true)
    hasOutlook = frame.isTaught && frame.peopleCount <= Self.outlookPeople
    var slots = 0
    var isPossible = true
    var needs: [(eligible: UInt16, team: Int)] = []
    fillOutlook(needs, at: count, frame)
    for index in sequence.indices.reversed() {
      var step = step(sequence[index], index, before: index == 0 ? nil : sequence[index - 1], frame)
      slots += step.teamSize
      step.slotsLeft = slots
      if step.isImpossible || step.length > space.grid.longest { isPossible = false }
      steps[index] = step
      let need = (step.eligible, step.teamSize)
      if needs.contains(where: { $0 == need }) {
        for met in 0..<Self.outlookRow where hasOutlook {
          outlooks[index * Self.outlookRow + met] = outlooks[(index + 1) * Self.outlookRow + met]
        }
      } else {
        needs.append(need)
        fillOutlook(needs, at: index, frame)
      }
    }
    return isPossible
  }

  private mutating func step(_ session: Int, _ index: Int, before: Int?, _ frame: PlanFrame) -> SequenceStep {
    let one = space.problem.sessions[session]
    let kind = space.kinds[Int(space.kindOf[session])]
    let pin = space.pins[session]
    var step = SequenceStep()
    step.index = index
    step.session = session
    step.length = one.periods
    step.gap = one.gapDays
    step.startsLevel = before.map { space.problem.sessions[$0].order < one.order } ?? false
    for (index, person) in frame.pool.people.enumerated() where kind.isEligible[person] {
      step.eligible |= 1 << UInt16(index)
    }
    for (index, room) in frame.pool.rooms.enumerated()
    where kind.isSuitable[room] && (pin?.room ?? room) == room {
      step.rooms |= 1 << UInt8(index)
    }
    step.teamSize = kind.team
    step.firstTeam = teams.count
    if let people = pin?.people {
      let bits = frame.pool.bits(of: people) ?? 0
      step.eligible &= bits
      if people.count == kind.team, step.eligible == bits, bits != 0 { teams.append(bits) }
    } else {
      addSubsets(of: step.eligible, count: kind.team, with: 0)
    }
    step.teamCount = teams.count - step.firstTeam
    step.positions = pin?.positions ?? UInt64.max
    step.pinnedDay = pin?.day ?? -1
    step.isImpossible = step.teamCount == 0 || pin?.isImpossible == true || frame.needsRoom && step.rooms == 0
    if let old = space.previous[session] {
      step.isPublished = true
      step.previousDay = old.position >= 0 ? old.day : -1
      step.previousPosition = old.position
      step.previousRoom = old.room
      step.previousTeam = frame.pool.bits(of: old.people) ?? 0
    }
    return step
  }

  /// Adds all subsets with that many members, as long as the list is short.
  private mutating func addSubsets(of bits: UInt16, count: Int, with members: UInt16) {
    var left = bits
    while left != 0, left.nonzeroBitCount >= count, teams.count < 4000 {
      let lowest = left & (~left &+ 1)
      left &= ~lowest
      if count == 1 {
        teams.append(members | lowest)
      } else {
        addSubsets(of: left, count: count - 1, with: members | lowest)
      }
    }
  }

  private func fillOutlook(_ needs: [(eligible: UInt16, team: Int)], at index: Int, _ frame: PlanFrame) {
    guard hasOutlook else { return }
    let row = index * Self.outlookRow
    let people = frame.peopleCount
    // First how many more people it takes, from the full set down.
    for met in stride(from: (1 << people) - 1, through: 0, by: -1) {
      var more = 0.0
      if !needs.allSatisfy({ (UInt16(met) & $0.eligible).nonzeroBitCount >= $0.team }) {
        var fewest = Double.infinity
        for person in 0..<people where met & (1 << person) == 0 {
          fewest = min(fewest, outlooks[row + (met | 1 << person)])
        }
        more = 1 + (fewest.isFinite ? fewest : 0)
      }
      outlooks[row + met] = more
    }
    for met in 0..<(1 << people) {
      let count = met.nonzeroBitCount
      let more = Int(outlooks[row + met])
      outlooks[row + met] = prices.lecturers * Double(max(0, count + more - max(frame.freeLecturers, count)))
    }
  }
}
