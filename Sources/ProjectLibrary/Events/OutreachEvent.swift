package import Civil

/// An outreach event (宣传活动): what was done for the public, by whom, and how many it reached.
package struct OutreachEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case media, consultation, contest, exhibition, lecture, jobFair, square, other

    package var name: Wording {
      switch self {
      case .media: Wording(zh: "媒体专题宣传", en: "media campaign")
      case .consultation: Wording(zh: "创业主题咨询", en: "consultation day")
      case .contest: Wording(zh: "创业先锋评选或创业大赛", en: "contest or awards")
      case .exhibition: Wording(zh: "创业项目展示推介会", en: "project exhibition")
      case .lecture: Wording(zh: "政策宣讲", en: "policy lecture")
      case .jobFair: Wording(zh: "招聘和岗位对接", en: "job fair")
      case .square: Wording(zh: "广场文化活动", en: "square event")
      case .other: Wording(zh: "其他活动", en: "other event")
      }
    }
  }

  package let id: String
  package var kind: Kind
  package var name: String
  package var days: ClosedRange<CivilDate>
  package var place: String
  package var area: AreaCode?
  /// The units that hold it together, the leading one first (活动共办、成果共享).
  package var hosts: [String]
  /// How many it has room for; nil: open.
  package var capacity: Int?
  package var reached: Int?
  /// Person-times of consultation (人次).
  package var consultations: Int?
  package var materials: Int?
  /// Projects that were shown, by id.
  package var projects: [String]
  /// What a contest gave, by project, best first.
  package var awards: [Award]
  /// Whether it stands in the public feed.
  package var isPublic: Bool
  /// When it is open on each of its days; nil: not told.
  package var hours: Hours?
  /// Why it is not held; nil: it is.
  package var cancelled: String?

  /// From when to when it is open on a day.
  package struct Hours: Hashable, Sendable {
    package let opens: ClockTime
    /// After it opens.
    package let closes: ClockTime

    /// Nil where it closes before it opens.
    package init?(_ opens: ClockTime, _ closes: ClockTime) {
      guard opens < closes else { return nil }
      self.opens = opens
      self.closes = closes
    }
  }

  /// A prize of a contest.
  package struct Award: Hashable, Sendable {
    package let project: String
    package let prize: String

    package init(project: String, prize: String) {
      self.project = project
      self.prize = prize
    }
  }

  package init(
    id: String, kind: Kind, name: String, days: ClosedRange<CivilDate>, place: String, area: AreaCode? = nil,
    hosts: [String], capacity: Int? = nil, reached: Int? = nil, consultations: Int? = nil,
    materials: Int? = nil, projects: [String] = [], awards: [Award] = [], isPublic: Bool = true,
    hours: Hours? = nil, cancelled: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.days = days
    self.place = place
    self.area = area
    self.hosts = hosts
    self.capacity = capacity
    self.reached = reached
    self.consultations = consultations
    self.materials = materials
    self.projects = projects
    self.awards = awards
    self.isPublic = isPublic
    self.hours = hours
    self.cancelled = cancelled
  }

  /// The same event under an id.
  package func named(_ id: String) -> OutreachEvent {
    OutreachEvent(
      id: id, kind: kind, name: name, days: days, place: place, area: area, hosts: hosts, capacity: capacity,
      reached: reached, consultations: consultations, materials: materials, projects: projects,
      awards: awards, isPublic: isPublic, hours: hours, cancelled: cancelled)
  }

  /// Whether anything is told of what it brought.
  package var hasResults: Bool {
    reached != nil || consultations != nil || materials != nil || !awards.isEmpty
  }

  /// The projects that were shown or won something, each once.
  package var allProjects: [String] { Set(projects + awards.map(\.project)).sorted() }
}
