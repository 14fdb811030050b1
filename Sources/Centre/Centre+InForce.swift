package import Planning

extension Centre {
  /// The facts as they are, with the guidance that was arranged, and the timetable in force (or the newest draft).
  package func inForce(published: Bool = true) throws(CentreError) -> (
    bundle: PlanningBundle, rows: [TimetableRow]
  ) {
    let rows = try rows(published: published)
    return (try facts(with: rows), rows)
  }
}
