package import Civil
import Scheduling

/// What a bundle's classes and mentoring need, against what the centre has, before anything is planned.
package struct CapacityReport: Sendable {
  package let planFrom: CivilDate
  package let planTo: CivilDate
  /// Lecturers by qualification, mentors, rooms by seats and features, rooms by site.
  package let rows: [CapacityRow]
  /// Classes by how little of their own time is left, tightest first.
  package let classes: [ClassTime]
  /// What is proved to be missing; none is no promise that all can be planned.
  package let shortages: [CapacityShortage]
}

/// One kind of people or rooms: periods that are needed, and that there are.
package struct CapacityRow: Sendable {
  package enum Subject: Hashable, Sendable {
    /// Lecturers who hold the qualification; nil: any lecturer.
    case lecturers(String?)
    case mentors
    /// Rooms of at least so many seats, with the features.
    case rooms(seats: Int, features: [String])
    /// The rooms of a site, for the classes that are bound to it.
    case site(String)
  }

  package let subject: Subject
  /// Periods, each as often as the people that hold it.
  package let need: Int
  /// Periods that those who suit could give at times when a class or request that needs them can be held.
  package let supply: Int
  /// Periods more that could be given when all needs of all rows are met; below 0: what is missing of the needs
  /// that share these people or rooms.
  package let spare: Int
  /// Where need comes nearest to supply, or exceeds it; nil: nothing is needed.
  package let tightest: CapacityWeeks?
  /// By ISO week of the plan: what there is, and what cannot be held in any other week.
  package let weeks: [CapacityWeeks]
}

/// ISO weeks in a row: periods that must be held in them, and that there are.
package struct CapacityWeeks: Hashable, Sendable {
  package let from: ISOWeek
  package let to: ISOWeek
  package let need: Int
  package let supply: Int
}

/// A class's own time: its pattern and dates, holidays, make-up days and its periods a day.
package struct ClassTime: Sendable {
  package let classID: String
  package let need: Int
  /// Periods of its sessions that its days and blocks could hold, were there no order among them.
  package let open: Int
}

/// What is missing, with the cut that proves it: the needs, and all that there is for them.
package struct CapacityShortage: Sendable {
  package enum Kind: String, Sendable {
    /// A class's own days and blocks are too few.
    case classTime
    /// The order of a class's modules and their gaps leave no day for some of them.
    case order
    case people, rooms
    /// Fewer people hold a qualification than a session needs at once.
    case team
  }

  /// Periods that a person or room can give in the cut, and why not more.
  package struct Share: Hashable, Sendable {
    package let id: String
    package let periods: Int
    package let limits: [CapacityLimit]
  }

  package let kind: Kind
  package let subjects: [CapacityRow.Subject]
  /// Classes with the periods that they need.
  package let classes: [(id: String, periods: Int)]
  /// Trainees to be mentored, with the periods that they need.
  package let trainees: [(id: String, periods: Int)]
  /// The days between which the people or rooms of `shares` are asked for.
  package let from: CivilDate
  package let to: CivilDate
  package let need: Int
  /// The shares and `ownLimit` together.
  package let supply: Int
  package let shares: [Share]
  /// Periods of the need that the classes' own days and blocks let them have at other times.
  package let ownLimit: Int

  package var missing: Int { need - supply }
}

extension Planner {
  /// Counts what the bundle needs against what there is.
  package func capacity() -> CapacityReport { CapacityCount(CapacityNeeds(problem)).report }
}
