extension [Constraint] {
  /// The rules that every timetable is judged by, in the order in which they are reported (FORMATS.md).
  package static let standard: [Constraint] = [
    // Hard: a timetable that breaks one of these is not published.
    .order,
    .window,
    .classOpen,
    .room,
    .lecturer,
    .travel,
    .trainee,
    .variety,
    .mentoring,
    .pins,
    // Soft: a price per unit; the solver makes the sum small.
    .span,
    .gap,
    .lecturers,
    .rooms,
    .load,
    .rest,
    .sites,
    .moved,
    // Soft, for who wants them: free of cost unless weights say otherwise.
    .seats,
    .days,
    .compactness,
  ]

  package var hard: [Constraint] { filter(\.isHard) }
  package var soft: [Constraint] { filter { !$0.isHard } }
}
