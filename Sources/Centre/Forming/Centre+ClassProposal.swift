package import Civil
import Cohorts
package import Courses
import Indicators
import Logging
package import Planning
package import Scheduling
import Store

/// Which classes are asked for.
package struct ClassProposalRequest: Sendable {
  /// The register of wishes is read as known on this day.
  package var asOf: CivilDate
  /// The first day of the first month in which classes may begin.
  package var from: CivilDate
  /// How many months classes may begin in, at least 1.
  package var months: Int
  /// Only wishes for this programme; nil: all.
  package var programme: Course.Programme?
  /// Only wishes of an area, with those below it; nil: all.
  package var area: AreaCode?
  /// What the classes are formed over; nil: the centre's own facts and timetable.
  package var bundle: PlanningBundle?
  /// How long to look for a timetable of them; nil: not at all.
  package var search: SearchLimits?

  package init(
    asOf: CivilDate, from: CivilDate, months: Int, programme: Course.Programme? = nil, area: AreaCode? = nil,
    bundle: PlanningBundle? = nil, search: SearchLimits? = nil
  ) {
    self.asOf = asOf
    self.from = from
    self.months = months
    self.programme = programme
    self.area = area
    self.bundle = bundle
    self.search = search
  }

  /// The first days of the months.
  package var starts: [CivilDate] { (0..<max(1, months)).map { from.adding(months: $0) } }
  /// The day after the last of the months.
  package var horizon: CivilDate { from.adding(months: max(1, months)) }
}

/// The day from which classes are formed where nobody says another.
extension CivilDate {
  /// The first day of a month on it or after it.
  package var nextMonthStart: CivilDate {
    let (year, month, day) = parts
    let first = CivilDate(year: year, month: month, day: 1) ?? self
    return day == 1 ? self : first.adding(months: 1)
  }
}

extension Centre {
  /// Proposes classes for the open wishes: as little waiting as can be, within what rooms and lecturers leave, and
  /// planned where a search is asked for.
  ///
  /// Throws before the first import, and where no regulation sets sizes of classes.
  package func proposeClasses(
    _ request: ClassProposalRequest, stop: @escaping @Sendable () -> Bool = { false }
  ) throws(CentreError) -> PlannedProposal {
    let isOwn = request.bundle == nil
    let bundle = if let given = request.bundle { given } else { try facts() }
    let rows = if isOwn { try rowsInForce() } else { [TimetableRow]() }
    let area = request.area ?? bundle.home
    let sizes: ClassRule = try rule(\.classes, .classes, in: area.description, on: request.from)
    let open = try intents().open(asKnownOn: request.asOf).filter { intent in
      (request.programme.map { intent.programme == $0.rawValue } ?? true)
        && (request.area.map { home in intent.area?.isWithin(home) ?? false } ?? true)
    }
    let known = try WishedPeople(self, open, asOf: request.asOf)
    let offers = bundle.classOffers()
    let rules = FormingRules(
      offers: offers, courses: bundle.courses, cohorts: bundle.cohorts,
      eligibility: environment.regulations.eligibility(in: area, on: request.from),
      entry: environment.regulations.rule(\.entry, in: area, on: request.from), date: request.from, area: area
    )
    let (starts, horizon) = (request.starts, request.horizon)
    let limits = bundle.formingLimits(of: offers, months: starts, least: sizes.leastTrainees)
    let taken = Set(bundle.classes.map(\.id)).union(
      try stored { store throws(StoreError) in try store.classHeads() }.map(\.id))
    let form = { (limits: [FormingLimit], progress: FormingProposal.Progress) in
      FormingProposal(
        open, facts: known.facts, rules: rules, sizes: sizes, months: starts, horizon: horizon,
        limits: limits, taken: taken, progress: progress)
    }
    let planner = FormingPlanner(
      bundle, offers: offers, months: starts, trainees: known.trainees, rows: rows)
    let proposed =
      request.search.map {
        planner.plan(limits, $0, clock: environment.monotonic, stop: stop, form: form)
      } ?? planner.unproved(form(limits, FormingProposal.Progress()))
    log.info(
      "classes proposed",
      metadata: [
        "wishes": "\(open.count)", "classes": "\(proposed.proposal.classes.count)",
        "rounds": "\(proposed.rounds)",
      ])
    return proposed
  }
}

extension Centre {
  /// The rows of the timetable in force; none where nothing was published.
  private func rowsInForce() throws(CentreError) -> [TimetableRow] {
    guard let draft = try publishedDraft() else { return [] }
    return try rows(ofDraft: draft)
  }
}

extension PlanningBundle {
  /// The county of the first site that tells its area; the nation where none does.
  fileprivate var home: AreaCode {
    sites.lazy.compactMap { $0.area.flatMap { AreaCode($0) }?.ancestor(at: .county) }.first ?? .nation
  }
}

/// The people behind wishes: what is on record of them, and as whom they are enrolled.
private struct WishedPeople {
  /// By intent.
  private(set) var facts: [String: WishFacts] = [:]
  /// By intent; somebody with several wishes is one trainee.
  private(set) var trainees: [String: Trainee] = [:]

  init(_ centre: Centre, _ intents: [Intent], asOf day: CivilDate) throws(CentreError) {
    let decisions = try centre.stored { store throws(StoreError) in try store.samePersonDecisions() }
    let programmes = Dictionary(
      try centre.stored { store throws(StoreError) in try store.classHeads() }.map { ($0.id, $0.programme) }
    ) { first, _ in first }
    var newcomers: [String: Trainee] = [:]
    // The oldest of equal wishes goes first: they come in that order.
    var first: [String: String] = [:]
    for intent in intents {
      let onRecord = try Self.onRecord(intent, centre)
      let asked = [intent.identityKey ?? intent.id, intent.programme ?? ""].joined(separator: "\u{1F}")
      let earlier = first[asked]
      first[asked] = earlier ?? intent.id
      guard let onRecord else {
        let key = intent.identityKey ?? intent.id
        let person = newcomers[key] ?? Trainee(intent)
        newcomers[key] = person
        trainees[intent.id] = person
        facts[intent.id] = WishFacts(
          person: [intent.id], sex: intent.sex, entry: EntryFacts(intent, completed: []),
          earlier: earlier)
        continue
      }
      let person =
        decisions.isEmpty ? [onRecord.id] : try centre.records(ofPersonWith: onRecord, asKnownOn: day)
      let codes = person.sorted()
      trainees[intent.id] = onRecord.trainee
      facts[intent.id] = try centre.stored { store throws(StoreError) in
        let categories = try store.categories(of: codes)
        let ledger = try store.entitlements(of: codes)
        var completed: Set<Course.Programme> = []
        for code in codes {
          for certificate in try store.certificates(trainee: code) where certificate.recordedOn <= day {
            if let programme = programmes[certificate.classID] { completed.insert(programme) }
          }
        }
        return WishFacts(
          person: person, sex: onRecord.sex ?? intent.sex,
          memberships: codes.flatMap { categories.memberships(of: $0, asKnownOn: day) },
          trained: ledger.trainings(of: person, asKnownOn: day),
          entry: EntryFacts(intent, completed: completed), earlier: earlier)
      }
    }
  }

  /// The trainee on record with the identity number of a wish.
  private static func onRecord(_ intent: Intent, _ centre: Centre) throws(CentreError) -> TraineeRecord? {
    guard let number = intent.identityKey else { return nil }
    return try centre.trainees(TraineeQuery(idNumber: number)).first
  }
}

extension Trainee {
  /// Somebody who is not on record yet, under the id of the wish.
  fileprivate init(_ intent: Intent) {
    self.init(
      id: intent.id, name: intent.name, idNumber: intent.identityKey,
      category: intent.categories.first ?? "other", area: intent.area?.description, phone: intent.phone,
      registeredOn: intent.surveyedOn, industry: intent.industry)
  }
}

extension EntryFacts {
  /// An industry stands for a clear idea: it is filled in where the wish is clear.
  fileprivate init(_ intent: Intent, completed: Set<Course.Programme>) {
    self.init(completed: completed, selfTest: intent.selfTest, hasIdea: intent.industry != nil)
  }
}

extension Intent {
  /// As the identity number tells.
  fileprivate var sex: Sex? { identityKey.flatMap { try? ResidentID($0) }?.sex }
}

extension Centre {
  /// Writes a bundle into a folder of its own, as `BundleFolder.write` does.
  package func write(_ bundle: PlanningBundle, to folder: String, hasNumbers: Bool) throws(CentreError) {
    try BundleFolder.write(bundle, to: folder, hasNumbers: hasNumbers, revised: environment.now())
  }
}
