import Civil
import Cohorts
import Courses
import FollowUp
import Mentors
import Planning
package import Reports
import Store

extension Centre {
  /// The papers of a class, with what may be claimed on the day of the request.
  package func papers(_ request: ReportRequest) throws(CentreError) -> ClassPapers {
    let file = try classFile(request.classID ?? "", asOf: request.asOf)
    return ClassPapers(
      file, institution: try institution(), disclosure: request.disclosure, layouts: environment.layouts,
      claimRule: claimRule(of: file.record),
      claims: try claims(of: file, on: request.asOf, request.calendar), areaNames: try areaNames())
  }

  /// The papers of a claim of a class: of the filing that is asked for, as it was filed; else of what may be claimed
  /// now, and where nothing may be, of the last filing.
  ///
  /// Throws where nothing was filed on the day asked for.
  package func claimPapers(_ request: ReportRequest) throws(CentreError) -> ClassPapers {
    let present = try papers(request)
    let filings = present.filings
    let filing: ClaimFiling
    if let day = request.filed {
      guard let asked = filings.last(where: { $0.claimedOn == day }) else {
        let days = filings.map(\.claimedOn.description)
        throw .refused(
          Wording(
            zh: "班级“\(present.file.record.id)”在 \(day) 没有申领登记；"
              + (days.isEmpty ? "尚未登记过申领" : "申领日期：" + days.joined(separator: "、")),
            en: "class \(present.file.record.id): no claim was filed on \(day); "
              + (days.isEmpty ? "none was filed yet" : "filed on " + days.joined(separator: ", "))))
      }
      filing = asked
    } else {
      guard !present.claims.contains(where: { $0.ruling == .payable }), let last = filings.last else {
        return present
      }
      filing = last
    }
    var then = request
    then.asOf = max(filing.claimedOn, filing.recordedOn)
    return try papers(then).filed(filing)
  }

  /// The sessions of a class by the timetable in force; none where the plan has gone on without it.
  func sessions(ofClass id: String) throws(CentreError) -> [ClassSession] {
    guard try publishedDraft() != nil,
      let bundle = try stored({ store throws(StoreError) in try store.facts() })
    else { return [] }
    let names = BundleNames(bundle)
    let modules = Dictionary(
      bundle.modules.map { ($0.course + "\u{1F}" + $0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let course = bundle.classes.first { $0.id == id }?.course ?? ""
    return try rows().filter { $0.kind == .class && $0.classID == id }
      .sorted { ($0.date, $0.start, $0.session) < ($1.date, $1.start, $1.session) }.map { row in
        ClassSession(
          date: row.date, start: row.start, end: row.end,
          module: modules[course + "\u{1F}" + row.module] ?? row.module, periods: row.periods,
          room: names.rooms[row.room]?.name ?? row.room,
          people: row.people.map { names.people[$0]?.name ?? $0 })
      }
  }

  /// What became of the trainees of a class of whom anything is on record, by trainee.
  func outcomes(of file: ClassFile) throws(CentreError) -> [String: StartUpOutcome] {
    var outcomes: [String: StartUpOutcome] = [:]
    let codes = file.members.map(\.id)
    let contacts = try contacts(with: codes)
    for code in codes {
      let ventures = try stored { store throws(StoreError) in try store.ventures(VentureQuery(founder: code))
      }
      let last = contacts[code]?.filter { $0.recordedOn <= file.asOf }.max { ($0.on, $0.id) < ($1.on, $1.id) }
      guard !ventures.isEmpty || last != nil else { continue }
      // Of several ventures the one that began last.
      let venture = ventures.filter { $0.recordedOn <= file.asOf }.max { left, right in
        (left.record.states.entries.first?.from ?? left.recordedOn, left.record.venture.id)
          < (right.record.states.entries.first?.from ?? right.recordedOn, right.record.venture.id)
      }
      outcomes[code] = outcome(venture, contacts: last, asOf: file.asOf)
    }
    return outcomes
  }

  /// How far the follow-up of a class is; nil where none was planned and nobody has a venture.
  func followUp(of file: ClassFile, _ calendar: WorkingCalendar) throws(CentreError) -> ClassFollowUp? {
    let codes = file.members.map(\.id)
    let cases = try stored { store throws(StoreError) in try store.followUpCases(of: codes) }
      .filter { $0.classID == file.record.id }
    let outcomes = try outcomes(of: file)
    guard !cases.isEmpty || outcomes.values.contains(where: { $0.venture != nil }) else { return nil }
    let contacts = try contacts(with: codes)
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: file.asOf)
    var tasks: [FollowUpTask] = []
    for followed in cases {
      let known = (contacts[followed.subject] ?? []).filter { $0.recordedOn <= file.asOf }
      tasks += try planner.tasks(of: followed, known)
    }
    let lists = FollowUpLists(tasks)
    return ClassFollowUp(
      done: tasks.count { if case .done = $0.status { true } else { false } }, due: lists.due.count,
      overdue: lists.overdue.count, lost: lists.lost.count,
      started: outcomes.values.count(where: \.hasStarted),
      alive: outcomes.values.count { $0.state == VentureState.operating.name })
  }

  private func outcome(_ file: VentureFile?, contacts last: Contact?, asOf day: CivilDate) -> StartUpOutcome {
    guard let file else {
      return StartUpOutcome(
        hasStarted: false, contactedOn: last?.on, contactedBy: last?.officer,
        contactMethod: last?.method.name,
        need: last?.said)
    }
    let venture = file.record.venture
    let jobs = file.record.jobs.fact(on: day, knownOn: day)
    let loan = file.loans.compactMap { loan in
      loan.steps.standing(knownOn: day).last { $0.fact?.state == .disbursed }?.fact?.amount
    }
    return StartUpOutcome(
      hasStarted: file.record.operatingSince(knownOn: day) != nil, venture: venture.name,
      licence: venture.registration.licence?.text, licensedOn: venture.licensedOn,
      form: venture.legalForm.name, industry: venture.industry.map { "\($0.section)\($0.code)" },
      address: file.whereabouts.address,
      state: file.record.states.fact(on: day, knownOn: day)?.name,
      jobs: jobs.map { $0.founders + $0.employees }, keyGroupJobs: jobs?.keyGroups.values.reduce(0, +),
      loan: loan.isEmpty ? nil : loan.reduce(.zero) { $0 + $1 }, contactedOn: last?.on,
      contactedBy: last?.officer, contactMethod: last?.method.name, need: last?.said)
  }
}
