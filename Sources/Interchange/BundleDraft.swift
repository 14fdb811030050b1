import Civil
import Cohorts
import Courses
import Mentors
import Planning

/// A bundle while it is being read: the tables with their problems, and what the checks need to look up.
struct BundleDraft {
  var centre = TableRows(Tables.centre)
  var blocks = TableRows(Tables.blocks)
  var sites = TableRows(Tables.sites)
  var travel = TableRows(Tables.travel)
  var rooms = TableRows(Tables.rooms)
  var courses = TableRows(Tables.courses)
  var modules = TableRows(Tables.modules)
  var people = TableRows(Tables.people)
  var cohorts = TableRows(Tables.cohorts)
  var classes = TableRows(Tables.classes)
  var trainees = TableRows(Tables.trainees)
  var enrolments = TableRows(Tables.enrolments)
  var mentoring = TableRows(Tables.mentoring)
  var pins = TableRows(Tables.pins)
  var calendar = WorkingCalendar()
  var busy: [String: [BusyTime]] = [:]
  /// Problems of files that are no tables: calendars, files that nobody knows.
  var fileProblems: [ImportProblem] = []

  /// The centre's settings, if they could be read.
  var settings: CentreSettings? { centre.sound.map(\.row).first }

  /// All problems, in the order of the tables and then by line.
  var problems: [ImportProblem] {
    (DraftTable.all.map { $0.problems(self) } + [fileProblems]).flatMap { problems in
      // Equal lines stay in the order in which their problems were found.
      problems.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
        .map(\.element)
    }
  }

  /// The ids that patterns may name, those of unsound blocks too; nil: the blocks could not be read.
  var knownBlocks: [String]? { blocks.isUsable ? blocks.keys + blocks.unsoundKeys : nil }

  /// The rows that are left, as a bundle; nil without a centre or without blocks.
  var bundle: PlanningBundle? {
    guard let settings, !blocks.rows.isEmpty else { return nil }
    var bundle = PlanningBundle(centre: settings)
    bundle.blocks = blocks.rows
    bundle.sites = sites.rows
    bundle.travel = travel.rows
    bundle.rooms = rooms.rows
    bundle.courses = courses.rows
    bundle.modules = modules.rows
    bundle.people = people.rows
    bundle.cohorts = cohorts.rows
    bundle.classes = classes.rows
    bundle.trainees = trainees.rows
    bundle.enrolments = enrolments.rows
    bundle.mentoring = mentoring.rows
    bundle.pins = pins.rows
    bundle.calendar = calendar
    let kept = Set(people.keys)
    bundle.busy = busy.filter { kept.contains($0.key) }
    return bundle
  }
}
