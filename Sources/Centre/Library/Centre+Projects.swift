package import Civil
import Cohorts
import FollowUp
import Indicators
package import Interchange
import Logging
package import ProjectLibrary
import Store

extension Centre {
  /// The library's rule in force in an area today.
  ///
  /// Throws where no regulation sets one.
  package func libraryRule(area: String = "", on date: CivilDate) throws(CentreError) -> LibraryRule {
    try rule(\.projects, .projects, in: area, on: date)
  }

  /// Reads projects that were handed in; nothing is stored.
  ///
  /// What may stand in the library already is warned of.
  /// Throws where the file is a workbook that cannot be opened.
  package func readProjects(_ bytes: [UInt8], file: String) throws(CentreError) -> FileReading<Project> {
    let today = try today()
    let known = try projects(asOf: today).map(\.project)
    let rule = try? libraryRule(on: today)
    return try inWorkbook(file) { () throws(WorkbookError) in
      try ProjectFile.read(bytes, file: file, library: known, rule: rule, today: today)
    }
  }

  /// Enters projects: new ones, and new versions of those that have changed.
  package func enter(_ projects: [Project]) throws(CentreError) -> RecordedCounts {
    let stamp = try recordStamp()
    let counts = try stored { store throws(StoreError) in try store.record(projects, stamp: stamp) }
    log.notice("projects entered", metadata: ["new": "\(counts.new)", "changed": "\(counts.changed)"])
    return counts
  }

  /// Reads steps of projects through the library, each judged after those before it; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened, or no regulation sets the library's rule.
  package func readProjectSteps(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<ProjectStepRow> {
    let today = try today()
    let (library, rule) = (try projects(asOf: today), try libraryRule(on: today))
    return try inWorkbook(file) { () throws(WorkbookError) in
      try ProjectStepsFile.read(bytes, file: file, library: library, rule: rule, today: today)
    }
  }

  /// Records steps that were read.
  package func record(_ rows: [ProjectStepRow]) throws(CentreError) {
    let stamp = try recordStamp()
    let steps = rows.sorted { $0.on < $1.on }.map { (project: $0.project, on: $0.on, step: $0.step) }
    try stored { store throws(StoreError) in try store.record(steps, stamp: stamp) }
  }

  /// Takes one project a step further.
  ///
  /// Throws where it is unknown or cannot take the step: all reasons.
  package func review(
    _ code: String, _ step: ProjectStep, on date: CivilDate
  ) throws(CentreError) -> ProjectRecord {
    let today = try today()
    let record = try project(code, asOf: today)
    let flaws = record.flaws(of: step, on: date, today: today, rule: try libraryRule(on: today))
    guard flaws.isEmpty else {
      throw .refused(
        Wording(
          zh: "\(code)：" + flaws.map(\.text.chinese).joined(separator: "；"),
          en: "\(code): " + flaws.map(\.text.english).joined(separator: "; ")))
    }
    try self.record([ProjectStepRow(project: code, on: date, step: step)])
    return try project(code, asOf: today)
  }

  /// A project with its way through the library.
  ///
  /// Throws where there is none of the code.
  package func project(_ code: String, asOf day: CivilDate) throws(CentreError) -> ProjectRecord {
    guard let record = try projects(asOf: day).first(where: { $0.project.id == code }) else {
      throw .refused(
        Wording(
          zh: "项目库中没有 \(code)；可用 project list 查看",
          en: "there is no project \(code); 'project list' tells which there are"))
    }
    return record
  }

  /// The projects as known on a day, by code.
  package func projects(asOf day: CivilDate) throws(CentreError) -> [ProjectRecord] {
    try stored { store throws(StoreError) in try store.projects(knownOn: day) }
  }

  /// The library against its gates on a day.
  package func libraryStatus(area: String = "", asOf day: CivilDate) throws(CentreError) -> LibraryStatus {
    LibraryStatus(
      try projects(asOf: day), rule: try libraryRule(area: area, on: day), on: day, knownOn: day)
  }

  /// Records that a trainee chose a project, and the venture that was started with it.
  ///
  /// Throws where one of them is unknown, the day is to come, or the project is not in the library on it.
  package func choose(
    _ code: String, by trainee: String, on date: CivilDate, venture: String? = nil, event: String? = nil
  ) throws(CentreError) {
    let stamp = try recordStamp()
    let record = try project(code, asOf: stamp.on)
    let state = record.state(on: date, knownOn: stamp.on)
    guard date <= stamp.on, state.isReviewed else {
      throw .refused(
        date > stamp.on
          ? Wording(
            zh: "日期 \(date) 在将来；应不晚于今天 \(stamp.on)",
            en: "\(date) is in the future; give a day up to today, \(stamp.on)")
          : Wording(
            zh: "\(code) 在 \(date) 为“\(state.name.chinese)”，尚不能选用；请先评审入库",
            en: "\(code) was \(state.name.english) on \(date) and cannot be chosen yet: review it first"))
    }
    if try trainees(TraineeQuery(code: trainee)).isEmpty { throw .unknownSubject(.trainee(trainee)) }
    if let venture, try ventures(VentureQuery(code: venture)).isEmpty {
      throw .refused(
        Wording(zh: "没有创业实体 \(venture)", en: "there is no venture \(venture)"))
    }
    if let event { _ = try self.event(event, asOf: stamp.on) }
    let choice = ProjectChoice(
      id: "", project: code, person: trainee, on: date, venture: venture, event: event, recordedOn: stamp.on,
      recordedBy: stamp.by)
    try stored { store throws(StoreError) in try store.record([choice], stamp: stamp) }
  }

  /// Who chose which project, as known on a day.
  package func projectChoices(asOf day: CivilDate) throws(CentreError) -> [ProjectChoice] {
    try stored { store throws(StoreError) in try store.projectChoices(knownOn: day) }
  }

  /// The public catalogue: what is promoted and valid on a day, as one page.
  package func catalogue(
    title: Wording, contact: Wording? = nil, asOf day: CivilDate
  ) throws(CentreError) -> ProjectCatalogue {
    let promoted = Set(try libraryStatus(asOf: day).catalogue)
    return ProjectCatalogue(
      try projects(asOf: day).map(\.project).filter { promoted.contains($0.id) }, title: title,
      contact: contact, date: day)
  }
}
