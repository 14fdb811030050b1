package import Civil
package import Cohorts
package import Courses
package import Scheduling

/// Classes proposed from wishes, with the timetable that shows that they can be held.
package struct PlannedProposal: Sendable {
  /// What was found about the timetable.
  package enum Proof: Hashable, Sendable {
    /// All sessions of all classes proposed have a place.
    case planned(sessions: Int)
    /// It was not asked for.
    case notAsked
  }

  package let proposal: FormingProposal
  /// The bundle with the classes proposed.
  package let bundle: PlanningBundle
  package let proof: Proof
  /// The timetable found, with the bundle's own classes; sorted by date, start, class, trainee.
  package let rows: [TimetableRow]
  /// How often classes were formed and planned.
  package let rounds: Int
  /// Sessions of the bundle's own classes and mentoring without a place.
  package let ownUnplaced: Int
  /// Classes that lecturers and rooms could bear by counting alone, and the people in them.
  package let countedClasses: Int
  package let countedPeople: Int
}

/// Forms classes and plans them: as many as find a place for all their sessions.
package struct FormingPlanner: Sendable {
  package let bundle: PlanningBundle
  package let offers: [ClassOffer]
  package let months: [CivilDate]
  /// The people behind the wishes, by intent.
  package let trainees: [String: Trainee]
  /// The timetable in force.
  package let rows: [TimetableRow]

  /// How classes are formed: within limits, beside those that are decided on.
  package typealias Form = ([FormingLimit], FormingProposal.Progress) -> FormingProposal

  package init(
    _ bundle: PlanningBundle, offers: [ClassOffer], months: [CivilDate], trainees: [String: Trainee],
    rows: [TimetableRow]
  ) {
    self.bundle = bundle
    self.offers = offers
    self.months = months
    self.trainees = trainees
    self.rows = rows
  }

  /// The proposal as it is; nothing is said about its timetable.
  package func unproved(_ proposal: FormingProposal) -> PlannedProposal {
    PlannedProposal(
      proposal: proposal, bundle: bundle.adding(proposal.classes, trainees: trainees), proof: .notAsked,
      rows: [], rounds: 0, ownUnplaced: 0, countedClasses: proposal.classes.count,
      countedPeople: proposal.people)
  }

  /// Forms classes within the limits and plans them until nothing can be added, or time is over.
  ///
  /// Each round goes on from the timetable of the last. Where sessions are left out a class or more of that month are
  /// given up, and their people are placed anew: later, elsewhere or at other times. In the end classes without a
  /// complete timetable are given up. `search` limits the whole by seconds, or each round by steps; with steps alone the
  /// result is repeatable.
  package func plan(
    _ limits: [FormingLimit], _ search: SearchLimits, clock: @escaping @Sendable () -> Double,
    stop: @escaping @Sendable () -> Bool = { false }, form: Form
  ) -> PlannedProposal {
    var growth = FormingGrowth(self, limits, search, clock: clock, stop: stop)
    growth.run(form)
    let proposal = growth.final(form)
    return PlannedProposal(
      proposal: proposal, bundle: bundle.adding(proposal.classes, trainees: trainees),
      proof: .planned(sessions: growth.best.rows.count), rows: growth.best.rows, rounds: growth.rounds,
      ownUnplaced: growth.ownUnplaced, countedClasses: growth.counted.classes,
      countedPeople: growth.counted.people)
  }
}

extension FormingProposal {
  /// People in its classes.
  package var people: Int { classes.reduce(0) { $0 + $1.intents.count } }
}
