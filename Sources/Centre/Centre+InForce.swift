package import Planning

extension Centre {
  /// The facts as they are, and the timetable in force (or the newest draft).
  package func inForce(published: Bool = true) throws(CentreError) -> (
    bundle: PlanningBundle, rows: [TimetableRow]
  ) {
    (try facts(), try rows(published: published))
  }
}
