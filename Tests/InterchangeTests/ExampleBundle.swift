import Civil
import Interchange
import Planning

/// A small sound bundle in memory, whose files a test replaces one by one.
struct ExampleBundle {
  var files: [String: [UInt8]]

  init() {
    files = ExampleBundle.tables.mapValues { Array($0.utf8) }
  }

  init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// The bundle with one file replaced, or added.
  func with(_ file: String, _ text: String) -> ExampleBundle { with(file, bytes: Array(text.utf8)) }

  func with(_ file: String, bytes: [UInt8]) -> ExampleBundle {
    var bundle = self
    bundle.files[file] = bytes
    return bundle
  }

  func without(_ file: String) -> ExampleBundle {
    var bundle = self
    bundle.files[file] = nil
    return bundle
  }

  /// The bundle with one line added to a file.
  func adding(_ line: String, to file: String) -> ExampleBundle {
    with(file, bytes: (files[file] ?? []) + Array((line + "\n").utf8))
  }

  func replacing(_ old: String, by new: String, in file: String) -> ExampleBundle {
    let text = String(decoding: files[file] ?? [], as: UTF8.self)
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    return with(file, parts.joined(separator: new))
  }

  func read(partial: Bool = false) -> BundleReading {
    let files = files
    return BundleReader(calendars: .lines).read(
      BundleFiles(names: Array(files.keys)) { name in
        guard let bytes = files[name] else { throw NoSuchFile() }
        return bytes
      }, partial: partial)
  }

  /// All problems as a user of that language reads them.
  func problems(_ language: Language = .english) -> [String] {
    read().problems.map { $0.text(in: language) }
  }

  /// Problems of one severity in English, without the files of which a test says nothing.
  func problems(_ severity: ImportProblem.Severity, of file: String) -> [String] {
    read().problems.filter { $0.severity == severity && $0.file == file }.map { $0.text(in: .english) }
  }

  struct NoSuchFile: Error {}

  private static let tables = [
    "centre.csv": """
    key,value
    name,Example centre
    plan_from,2026-03-02
    plan_to,2026-04-26
    calendars,holidays.ics
    """,
    "blocks.csv": "block,start,periods\nAM,08:30,4\nPM,14:00,4\nEVE,18:30,3\n",
    "sites.csv": "site,name,area\nS1,North,610113001\nS2,South,610113002\n",
    "travel.csv": "from,to,minutes\nS1,S2,20\n",
    "rooms.csv": "room,site,name,capacity,features\nR1,S1,Room 1,40,projector\nR2,S2,Consulting,4,consult\n",
    "courses.csv": "course,name,programme,max_class_size,min_lecturers\nGYB,Ideas,GYB,30,1\n",
    "modules.csv": """
    course,order,module,name,periods,session_periods,qualification,features,team,gap_days
    GYB,1,know,Know business,8,4,GYB,projector,1,0
    GYB,2,idea,Find an idea,6,4,GYB,,1,1

    """,
    "people.csv": """
    person,name,roles,qualifications,industries,site,max_periods_day,max_periods_week,open,calendar,email,phone
    P1,Example One,lecturer,GYB,A;P,S1,8,30,,busy-P1.ics,p1@example.org,19900000001
    P2,Example Two,lecturer;mentor,GYB;SYB,,S2,8,40,Mon-Fri,,,

    """,
    "cohorts.csv": """
    cohort,name,category,open,max_periods_day
    grads,Graduates,graduate,"Mon-Fri AM,PM",8

    """,
    "classes.csv": """
    class,course,cohort,site,size,earliest,latest,open,lecturers
    C1,GYB,grads,S1,,2026-03-09,2026-03-27,,

    """,
    "trainees.csv": """
    trainee,name,id_number,category,area,phone,registered_on,industry
    T1,Made up one,999999188003010016,graduate,610113,19900000011,2026-01-05,A0164
    T2,Made up two,,graduate,610113,,,

    """,
    "enrolments.csv": "class,trainee\nC1,T1\nC1,T2\n",
    "mentoring.csv": "trainee,mentor,meetings,periods,min_gap_days,mode\nT1,P2,2,2,7,office\n",
    "pins.csv": "class,module,part,date,block,first_period,room,lecturers\nC1,know,1,2026-03-09,AM,1,R1,P1\n",
    "holidays.ics": "2026-04-06 holiday\n",
    "busy-P1.ics": "2026-03-10\n",
  ]
}

extension CalendarReaders {
  /// Stand-ins for the readers of .ics files: a date a line; a line that is none fails.
  static let lines = CalendarReaders(
    workingCalendar: { (bytes, _) throws(CalendarFailure) in
      var calendar = WorkingCalendar()
      for (date, rest) in try dates(bytes) {
        calendar.add(
          WorkingCalendar.Mark(
            kind: rest.contains("work") ? .makeUpDay : .holiday, name: rest,
            isProvisional: rest.contains("provisional")), on: date)
      }
      return calendar
    },
    busyTime: { (bytes, _, window, _) throws(CalendarFailure) in
      let days = try dates(bytes).map(\.date).filter(window.contains)
      return (days.map { CivilMoment($0)..<CivilMoment($0 + 1) }, [])
    },
    sharedCalendar: { name in name == "shared.ics" ? Array("2026-04-06 holiday\n".utf8) : nil })

  private static func dates(_ bytes: [UInt8]) throws(CalendarFailure) -> [(date: CivilDate, rest: String)] {
    var dates: [(date: CivilDate, rest: String)] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      guard let date = CivilDate(line.prefix(10)) else {
        throw CalendarFailure(line: index + 1, problem: Wording(zh: "不是日期", en: "not a date"))
      }
      dates.append((date, String(line.dropFirst(10))))
    }
    return dates
  }
}
