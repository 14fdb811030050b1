/// A set of facts that cannot hold together.
package struct Conflict: Sendable {
  /// In the order in which a planner would read them.
  package let facts: [Fact]
  /// Whether a placement was found without each single fact, so that every one is needed.
  package let isMinimal: Bool
  /// Changes of one cell that were shown to repair it, cheapest first.
  package let relaxations: [Relaxation]
  /// Periods asked for and offered, where counting them alone shows that it cannot hold.
  package let shortage: PeriodShortage?

  /// The ids of the rules that the facts stand for, in order.
  package func rules(in problem: Problem) -> [String] {
    Set(facts.flatMap { $0.rules(in: problem) }).sorted {
      (Int($0.dropFirst()) ?? 0) < (Int($1.dropFirst()) ?? 0)
    }
  }

  /// The series that it is about.
  package var series: [Int] {
    facts.compactMap { fact in
      if case .held(let series) = fact { return series }
      return nil
    }
  }
}

/// Periods that are asked for and those that can be held at most.
package struct PeriodShortage: Hashable, Sendable {
  /// Whose periods are counted.
  package enum Kind: Hashable, CaseIterable, Sendable {
    case ownDays, trainee, people, rooms
    /// People of whom several are needed at once; the periods are those of sessions.
    case teams

    var isOfPeople: Bool { self == .people || self == .teams }
  }
  package let kind: Kind
  package let needed: Int
  package let offered: Int
}

/// What came of looking for reasons.
package struct Explanation: Sendable {
  package let conflicts: [Conflict]
  /// Sessions without a place for which no reason was proved.
  package let unexplained: [Int]
  /// Whether a timetable with every session was found.
  package let isComplete: Bool
}

extension Fact {
  func rules(in problem: Problem) -> [String] {
    switch self {
    case .held(let series): problem.series[series].kind.isMentoring ? ["H9"] : []
    case .module: []
    case .order, .gapDays: ["H1"]
    case .earliest, .latest, .planStart, .planEnd, .holiday: ["H2"]
    case .open, .dayLimit: ["H3"]
    case .site, .seats, .features, .roomOpen, .capacity, .equipped: ["H4"]
    case .people(let series): problem.series[series].kind.isMentoring ? ["H9"] : ["H5"]
    case .qualification, .team, .personOpen, .personDay, .personWeek, .busy, .holders, .lecturers: ["H5"]
    case .travel, .defaultTravel: ["H6"]
    case .attends: ["H7"]
    case .variety: ["H8"]
    case .meetingGap, .mode, .mentors: ["H9"]
    case .pin(_, _, let part):
      switch part {
      case .room: ["H4", "H10"]
      case .people: ["H5", "H10"]
      default: ["H10"]
      }
    }
  }
}
