package import Civil

/// What stays on record of a class (班级档案) when the plan goes on: its course, its days, who taught and who attended.
package struct ClassRecord: Hashable, Sendable {
  package struct Teacher: Hashable, Sendable {
    package let person: String
    package let name: String

    package init(person: String, name: String) {
      self.person = person
      self.name = name
    }
  }

  /// Who attends, from when, and until when where the trainee left before the end.
  package struct Member: Hashable, Sendable {
    package let trainee: String
    package let joinedOn: CivilDate
    package let leftOn: CivilDate?

    package init(trainee: String, joinedOn: CivilDate, leftOn: CivilDate? = nil) {
      self.trainee = trainee
      self.joinedOn = joinedOn
      self.leftOn = leftOn
    }
  }

  package let id: String
  package let course: String
  package let courseName: String
  package let programme: Course.Programme
  package let cohort: String
  package let cohortName: String
  /// The site's name.
  package let site: String
  /// The code of the site's area.
  package let area: String
  package let days: ClosedRange<CivilDate>
  /// Periods (课时) taught in all.
  package let periods: Int
  package var teachers: [Teacher]
  /// In the order of the sheet: by date, then as the blocks of the day follow each other.
  package var halfDays: [HeldHalfDay]
  package var members: [Member]

  package init(
    id: String, course: String, courseName: String, programme: Course.Programme, cohort: String,
    cohortName: String, site: String, area: String, days: ClosedRange<CivilDate>, periods: Int,
    teachers: [Teacher] = [], halfDays: [HeldHalfDay] = [], members: [Member] = []
  ) {
    self.id = id
    self.course = course
    self.courseName = courseName
    self.programme = programme
    self.cohort = cohort
    self.cohortName = cohortName
    self.site = site
    self.area = area
    self.days = days
    self.periods = periods
    self.teachers = teachers
    self.halfDays = halfDays
    self.members = members
  }
}
