package import Civil

/// A class (班级): one cohort's run through one course.
package struct TrainingClass: Hashable, Sendable {
  package let id: String
  package let course: String
  package let cohort: String
  /// Where it is held; nil: any one site.
  package let site: String?
  /// Seats needed; nil: as many as are enrolled.
  package let size: Int?
  package let earliest: CivilDate?
  package let latest: CivilDate?
  /// Overrides the cohort's pattern.
  package let open: WeeklyPattern?
  /// Only these may teach it; empty: anyone.
  package let lecturers: [String]

  package init(
    id: String, course: String, cohort: String, site: String? = nil, size: Int? = nil,
    earliest: CivilDate? = nil, latest: CivilDate? = nil, open: WeeklyPattern? = nil, lecturers: [String] = []
  ) {
    self.id = id
    self.course = course
    self.cohort = cohort
    self.site = site
    self.size = size
    self.earliest = earliest
    self.latest = latest
    self.open = open
    self.lecturers = lecturers
  }
}
