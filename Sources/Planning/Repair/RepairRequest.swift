package import Civil
package import Scheduling

/// What has come between a published timetable and its classes, and what must stay.
package struct RepairRequest: Sendable {
  /// Who or what cannot be had, and when.
  package struct Absence: Hashable, Sendable {
    package let id: String
    package let dates: DateRanges

    package init(id: String, dates: DateRanges) {
      self.id = id
      self.dates = dates
    }
  }

  /// What stays of the sessions of a class, a person or whatever else is named.
  package struct Keep: Hashable, Sendable {
    package let kept: Set<Kept>
    /// Nil: of every session.
    package let subject: Name?

    package init(kept: Set<Kept>, subject: Name?) {
      self.kept = kept
      self.subject = subject
    }
  }

  /// Something named by its id; the kind is needed only where two things have the same id.
  package struct Name: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case session, `class`, trainee, person, room
    }
    package let kind: Kind?
    package let id: String

    package init(kind: Kind?, id: String) {
      self.kind = kind
      self.id = id
    }
  }

  /// People who are away, and rooms that are closed.
  package var absent: [Absence] = []
  package var closed: [Absence] = []
  package var keeps: [Keep] = []
  /// Sessions before this date stay, and nothing is placed before it.
  package var start: CivilDate?
  /// More sessions never move; nil: as many as it takes.
  package var maxMoves: Int?
  /// Places that the search may look at.
  package var effort: Int

  package init(effort: Int = Repair.usualEffort) { self.effort = effort }
}

/// Why a repair cannot be begun.
package enum RepairError: Error, Hashable, Sendable {
  case unknownPerson(String)
  case unknownRoom(String)
  /// None of the dates lies in the plan.
  case outsidePlan(id: String, dates: DateRanges, from: CivilDate, to: CivilDate)
  /// All of the dates lie before the start, where nothing moves.
  case beforeStart(id: String, dates: DateRanges, start: CivilDate)
  /// The plan is over when the repair is to start.
  case startAfterPlan(CivilDate, to: CivilDate)
  /// The bundle has not one of so many sessions.
  case noneKnown(sessions: Int)
  /// Nothing has the name.
  case unknownName(RepairRequest.Name)
  /// Several kinds of things have the name.
  case ambiguousName(String, kinds: [RepairRequest.Name.Kind])
}
