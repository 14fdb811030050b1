package import Civil
package import Cohorts
package import Courses
package import Mentors

/// All that a training centre hands to the planner (FORMATS.md): one array per table, in the rows' order.
///
/// A bundle that `Interchange` has read is sound: every reference is known, every id unique, every number possible.
package struct PlanningBundle: Sendable, Equatable {
  package var centre: CentreSettings
  package var blocks: [Block] = []
  package var sites: [Site] = []
  package var travel: [TravelTime] = []
  package var rooms: [Room] = []
  package var courses: [Course] = []
  package var modules: [Module] = []
  package var people: [Person] = []
  package var cohorts: [Cohort] = []
  package var classes: [TrainingClass] = []
  package var trainees: [Trainee] = []
  package var enrolments: [Enrolment] = []
  package var mentoring: [MentoringRequest] = []
  package var pins: [Pin] = []
  /// Holidays and make-up working days of all the calendars that the centre names.
  package var calendar = WorkingCalendar()
  /// Busy times by person id, from the people's own calendars; sorted by start.
  package var busy: [String: [BusyTime]] = [:]

  package init(centre: CentreSettings) {
    self.centre = centre
  }
}

/// The `centre` table.
package struct CentreSettings: Hashable, Sendable {
  package var name: String
  /// IANA name of the zone in which all dates and times are meant.
  package var timeZone: String
  package var planFrom: CivilDate
  package var planTo: CivilDate
  /// File names of the working calendars, as written.
  package var calendars: [String]
  package var defaultTravelMinutes: Int
  /// Where subsidies are paid to, as claims name it; nil: it is written in by hand.
  package var account: BankAccount?

  package init(
    name: String, timeZone: String = "Asia/Shanghai", planFrom: CivilDate, planTo: CivilDate,
    calendars: [String] = [], defaultTravelMinutes: Int = 30, account: BankAccount? = nil
  ) {
    self.name = name
    self.timeZone = timeZone
    self.planFrom = planFrom
    self.planTo = planTo
    self.calendars = calendars
    self.defaultTravelMinutes = defaultTravelMinutes
    self.account = account
  }
}

/// An institution's account at a bank (开户行、账号).
package struct BankAccount: Hashable, Sendable {
  /// Whose it is (户名); nil: the centre's, by its name.
  package let name: String?
  package let bank: String?
  package let number: String?

  /// Nil where neither bank nor number is known.
  package init?(name: String?, bank: String?, number: String?) {
    guard bank != nil || number != nil else { return nil }
    self.name = name
    self.bank = bank
    self.number = number
  }
}

/// A training site (培训点).
package struct Site: Hashable, Sendable {
  package let id: String
  package let name: String
  package let area: String?
  /// Degrees north and east (WGS 84); both or neither.
  package let latitude: Double?
  package let longitude: Double?

  package init(
    id: String, name: String, area: String? = nil, latitude: Double? = nil, longitude: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Minutes between two sites, in both directions.
package struct TravelTime: Hashable, Sendable {
  package let from: String
  package let to: String
  package let minutes: Int

  package init(from: String, to: String, minutes: Int) {
    self.from = from
    self.to = to
    self.minutes = minutes
  }
}

/// A room (教室) of a site.
package struct Room: Hashable, Sendable {
  package let id: String
  package let site: String
  package let name: String
  package let capacity: Int
  package let features: Set<String>
  package let open: WeeklyPattern

  package init(
    id: String, site: String, name: String, capacity: Int, features: Set<String> = [], open: WeeklyPattern
  ) {
    self.id = id
    self.site = site
    self.name = name
    self.capacity = capacity
    self.features = features
    self.open = open
  }
}

/// What must stay as it is (固定): what is given of a session's date, block, first period, room and lecturers.
package struct Pin: Hashable, Sendable {
  package let classID: String
  package let module: String
  package let part: Int
  package let date: CivilDate?
  package let block: String?
  package let firstPeriod: Int?
  package let room: String?
  /// Empty: not pinned.
  package let lecturers: [String]

  package init(
    classID: String, module: String, part: Int = 1, date: CivilDate? = nil, block: String? = nil,
    firstPeriod: Int? = nil, room: String? = nil, lecturers: [String] = []
  ) {
    self.classID = classID
    self.module = module
    self.part = part
    self.date = date
    self.block = block
    self.firstPeriod = firstPeriod
    self.room = room
    self.lecturers = lecturers
  }
}
