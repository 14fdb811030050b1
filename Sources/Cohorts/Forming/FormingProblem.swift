package import Civil

/// A wish to attend a course, as far as forming classes needs to know it.
package struct CourseWish: Hashable, Sendable {
  /// The id of the intent.
  package let id: String
  /// The offers that it can be met by, as places in `FormingProblem.offers`.
  package let offers: Set<Int>
  /// Since when the person waits: the day of the survey.
  package let since: CivilDate
  /// The first day on which the person can begin; nil: any.
  package let ready: CivilDate?

  package init(id: String, offers: Set<Int>, since: CivilDate, ready: CivilDate? = nil) {
    self.id = id
    self.offers = offers
    self.since = since
    self.ready = ready
  }
}

/// A kind of class that may be formed: which course, for which cohort (and so at which times of the week), where.
package struct ClassOffer: Hashable, Sendable {
  package let course: String
  package let cohort: String
  package let site: String
  /// The area whose people can come to the site.
  package let catchment: AreaCode
  /// Seats of one class.
  package let most: Int

  package init(course: String, cohort: String, site: String, catchment: AreaCode, most: Int) {
    self.course = course
    self.cohort = cohort
    self.site = site
    self.catchment = catchment
    self.most = most
  }
}

/// How many classes may begin in each month by what there is: rooms of a site, lecturers of a course.
package struct FormingLimit: Hashable, Sendable {
  package let name: Wording
  /// The offers that use it, as places in `FormingProblem.offers`.
  package let offers: Set<Int>
  /// By month, classes that may begin.
  package let most: [Int]

  package init(name: Wording, offers: Set<Int>, most: [Int]) {
    self.name = name
    self.offers = offers
    self.most = most
  }
}

/// Which classes to form of the wishes that wait.
///
/// A wish that is met waits from its survey to the first day of its class; one that is not waits at least to the day
/// after the horizon. The sum of all waiting days is to be least; of the ways of least waiting the one with the fewest
/// classes is taken, and in these the sum of the squares of the class sizes is to be least (classes are balanced).
package struct FormingProblem: Sendable {
  package let wishes: [CourseWish]
  package let offers: [ClassOffer]
  /// The first day of each month in which classes may begin, rising.
  package let months: [CivilDate]
  /// The first day after the last month: who is not placed waits at least until then.
  package let horizon: CivilDate
  package let limits: [FormingLimit]
  /// The least trainees of a class.
  package let least: Int

  package init(
    wishes: [CourseWish], offers: [ClassOffer], months: [CivilDate], horizon: CivilDate,
    limits: [FormingLimit], least: Int
  ) {
    self.wishes = wishes
    self.offers = offers
    self.months = months
    self.horizon = horizon
    self.limits = limits
    self.least = max(1, least)
  }

  /// The first month in which a wish can be met; nil: after the horizon.
  func firstMonth(of wish: CourseWish) -> Int? {
    guard let ready = wish.ready else { return months.isEmpty ? nil : 0 }
    return months.firstIndex { $0 >= ready }
  }
}

/// Classes to form, who attends them, and who is left over.
package struct FormedClasses: Sendable {
  /// One class to form.
  package struct Formed: Hashable, Sendable {
    /// The place of its offer.
    package let offer: Int
    package let month: Int
    /// Ids of the wishes that it meets, who waits longest first.
    package let wishes: [String]
  }

  /// Why a wish is not met.
  package enum LeftOver: Hashable, Sendable {
    /// No class of any kind fits the wish.
    case noOffer
    /// The person can begin only after the last month.
    case readyTooLate(CivilDate)
    /// So many wish it at most for any class that fits, and a class needs more.
    case tooFew(wishing: Int, least: Int)
    /// Enough wish it, but all that there is has been used; the limits that are used up.
    case noCapacity([Wording])
  }

  /// By month, then by offer.
  package let classes: [Formed]
  /// By id.
  package let leftOver: [String: LeftOver]
  /// Waiting days of all wishes, those left over counted up to the horizon.
  package let waitingDays: Int
  /// No way of forming classes lets them wait less than so many days.
  package let leastWaitingDays: Int

  /// Whether no better way exists.
  package var isOptimal: Bool { waitingDays == leastWaitingDays }
}
