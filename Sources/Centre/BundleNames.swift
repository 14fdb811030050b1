import Civil
import Cohorts
import Courses
import Mentors
import Planning

/// The names and counts behind the ids of a timetable's rows.
struct BundleNames {
  /// Days on either side of a provisional holiday within which it may still move.
  private static let provisionalReach = 3

  let sites: [String: Site]
  let rooms: [String: Room]
  let people: [String: Person]
  let trainees: [String: Trainee]
  let classes: [String: TrainingClass]
  let courses: [String: Course]
  let roster: [String: Set<String>]
  private let modules: [ModuleKey: Module]
  private let mentoring: [String: [MentoringRequest]]
  private let provisional: Set<CivilDate>

  private struct ModuleKey: Hashable {
    let course: String
    let module: String
  }

  init(_ bundle: PlanningBundle) {
    sites = Self.index(bundle.sites, \.id)
    rooms = Self.index(bundle.rooms, \.id)
    people = Self.index(bundle.people, \.id)
    trainees = Self.index(bundle.trainees, \.id)
    classes = Self.index(bundle.classes, \.id)
    courses = Self.index(bundle.courses, \.id)
    modules = Dictionary(
      bundle.modules.map { (ModuleKey(course: $0.course, module: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    mentoring = Dictionary(grouping: bundle.mentoring, by: \.trainee)
    var roster = Dictionary(
      bundle.classes.map { ($0.id, Set<String>()) }, uniquingKeysWith: { first, _ in first })
    for enrolment in bundle.enrolments { roster[enrolment.classID, default: []].insert(enrolment.trainee) }
    self.roster = roster
    let reach = Self.provisionalReach
    provisional = bundle.calendar.marked.filter(\.mark.isProvisional).reduce(into: []) { days, marked in
      for day in -reach...reach { days.insert(marked.date + day) }
    }
  }

  /// Whether the date lies on, or within three days of, a day of which the official notice is not out yet.
  func isProvisional(_ date: CivilDate) -> Bool { provisional.contains(date) }

  func course(of row: TimetableRow) -> Course? { classes[row.classID].flatMap { courses[$0.course] } }

  /// What a session is about; for a meeting, how it is held.
  func title(of row: TimetableRow) -> String {
    switch row.kind {
    case .class: return module(of: row)?.name ?? row.module
    case .mentoring:
      switch request(of: row)?.mode {
      case .visit: return "上门辅导"
      case .online: return "线上辅导"
      case .office, nil: return "导师辅导"
      }
    }
  }

  /// How many sessions the module, or the trainee's mentoring, has.
  func parts(of row: TimetableRow) -> Int {
    switch row.kind {
    case .class: max(row.part, module(of: row)?.sessionLengths.count ?? 1)
    case .mentoring: request(of: row).map { $0.firstPart == 1 ? $0.meetings : 1 } ?? row.part
    }
  }

  /// Trainees in the session: the class's size where it is given, else its enrolments.
  func headCount(of row: TimetableRow) -> Int {
    row.kind == .mentoring ? 1 : classes[row.classID]?.size ?? roster[row.classID]?.count ?? 0
  }

  private func module(of row: TimetableRow) -> Module? {
    classes[row.classID].flatMap { modules[ModuleKey(course: $0.course, module: row.module)] }
  }

  /// The request that a meeting belongs to: a trainee's meetings are counted through all of them.
  private func request(of row: TimetableRow) -> MentoringRequest? {
    (mentoring[row.trainee] ?? []).first { $0.parts.contains(row.part) }
  }

  private static func index<Value>(_ values: [Value], _ id: (Value) -> String) -> [String: Value] {
    Dictionary(values.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
