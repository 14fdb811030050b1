package import Civil

/// A cohort (学员群体): people of one kind, who can come at the same times.
package struct Cohort: Hashable, Sendable {
  package let id: String
  package let name: String
  /// The category code of its people (`graduate`, `returning_migrant`, `laid_off` …).
  package let category: String
  package let open: WeeklyPattern
  /// Periods that its people can take in one day.
  package let maxPeriodsDay: Int

  package init(id: String, name: String, category: String, open: WeeklyPattern, maxPeriodsDay: Int = 8) {
    self.id = id
    self.name = name
    self.category = category
    self.open = open
    self.maxPeriodsDay = maxPeriodsDay
  }
}

/// A trainee (学员).
package struct Trainee: Hashable, Sendable {
  package let id: String
  package let name: String
  /// The resident identity number (GB 11643) as written, sealed at rest and never logged.
  package let idNumber: String?
  package let category: String
  /// The code of the area (GB/T 2260 and the statistical codes below it).
  package let area: String?
  package let phone: String?
  package let registeredOn: CivilDate?
  /// The industry the trainee means to start in (GB/T 4754).
  package let industry: String?
  /// Languages and dialects spoken; empty: not told.
  package let languages: Set<String>

  package init(
    id: String, name: String, idNumber: String? = nil, category: String, area: String? = nil,
    phone: String? = nil, registeredOn: CivilDate? = nil, industry: String? = nil,
    languages: Set<String> = []
  ) {
    self.id = id
    self.name = name
    self.idNumber = idNumber
    self.category = category
    self.area = area
    self.phone = phone
    self.registeredOn = registeredOn
    self.industry = industry
    self.languages = languages
  }
}

/// That a trainee attends a class (报名).
package struct Enrolment: Hashable, Sendable {
  package let classID: String
  package let trainee: String

  package init(classID: String, trainee: String) {
    self.classID = classID
    self.trainee = trainee
  }
}
