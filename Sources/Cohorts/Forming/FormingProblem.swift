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
  /// Classes that there will be in any case.
  package let held: [Held]

  /// A class that is decided on: where and when it is stays, and who is in it; others may join.
  package struct Held: Hashable, Sendable {
    /// The place of its offer.
    package let offer: Int
    package let month: Int
    /// Ids of the wishes that it meets.
    package let wishes: [String]
    /// People whom it can have.
    package let seats: Int

    package init(offer: Int, month: Int, wishes: [String], seats: Int) {
      self.offer = offer
      self.month = month
      self.wishes = wishes
      self.seats = seats
    }
  }

  package init(
    wishes: [CourseWish], offers: [ClassOffer], months: [CivilDate], horizon: CivilDate,
    limits: [FormingLimit], least: Int, held: [Held] = []
  ) {
    self.wishes = wishes
    self.offers = offers
    self.months = months
    self.horizon = horizon
    self.limits = limits
    self.least = max(1, least)
    self.held = held
  }

  /// The first month in which a wish can be met; nil: after the horizon.
  func firstMonth(of wish: CourseWish) -> Int? {
    guard let ready = wish.ready else { return months.isEmpty ? nil : 0 }
    return months.firstIndex { $0 >= ready }
  }
}
