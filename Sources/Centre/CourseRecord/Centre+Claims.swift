package import Civil
package import Cohorts
package import Courses
import FollowUp
import Indicators
import Logging
import Store

extension Centre {
  /// The rule of subsidies in force where and when a class began.
  func claimRule(of record: ClassRecord) -> ClaimRule? {
    environment.regulations.rule(\.claim, in: record.areaCode, on: record.days.lowerBound)
  }

  /// What comes of each stage of the subsidy of each trainee of a class, on a day; none without a rule.
  package func claims(
    of file: ClassFile, on day: CivilDate, _ calendar: WorkingCalendar
  ) throws(CentreError) -> [ClaimVerdict] {
    guard let rule = claimRule(of: file.record) else { return [] }
    let course = file.claimedClass
    var verdicts: [ClaimVerdict] = []
    for member in file.members {
      let candidate = ClaimCandidate(
        trainee: member.id, completion: file.completion(of: member.id)?.verdict ?? .open,
        certificate: file.certificates[member.id],
        eligibility: try eligibility(
          of: member, for: file.record.programme, in: file.record.areaCode, on: file.record.days.lowerBound,
          asKnownOn: file.asOf, classID: file.record.id),
        success: rule.stages.contains { $0.occasion == .success }
          ? try success(of: member.id, in: file.record, asOf: day) : .notYet,
        claims: file.claims)
      verdicts += rule.judge(candidate, in: course, on: day, calendar)
    }
    return verdicts
  }

  /// Enters what may be claimed of a class on a day, and that the trainees were trained at public cost.
  ///
  /// Returns what was entered.
  package func enterClaims(
    of classID: String, on day: CivilDate, _ calendar: WorkingCalendar
  ) throws(CentreError) -> [ClaimVerdict] {
    let file = try classFile(classID)
    let stamp = try recordStamp()
    guard day <= stamp.on else {
      throw .refused(
        Wording(
          zh: "申领日期 \(day) 晚于今天 \(stamp.on)：报送之后再登记",
          en: "the day of the claim, \(day), is after today, \(stamp.on): record it once it is handed in"))
    }
    let payable = try claims(of: file, on: day, calendar).filter { $0.ruling == .payable }
    let trained = payable.filter { $0.occasion == .completion }.map { verdict in
      SubsidisedTraining(
        id: "", person: verdict.trainee, programme: file.record.programme, classID: classID,
        on: file.record.days.lowerBound, area: file.record.areaCode,
        entry: Entry(on: stamp.on, by: stamp.by))
    }
    let entered = payable.map { verdict in
      TrainingClaim(
        id: "", classID: classID, trainee: verdict.trainee, occasion: verdict.occasion,
        amount: verdict.amount, claimedOn: day, recordedOn: stamp.on, recordedBy: stamp.by)
    }
    try stored { store throws(StoreError) in
      try store.record(entered, trainings: trained, stamp: stamp)
    }
    log.notice("claims entered", metadata: ["class": "\(classID)", "claims": "\(payable.count)"])
    return payable
  }

  /// Whether a trainee may attend a course at public cost, by the regulations in force in an area on a day, over all
  /// records that were confirmed to be the same person.
  package func eligibility(
    of member: TraineeRecord, for programme: Course.Programme, in area: AreaCode, on date: CivilDate,
    asKnownOn known: CivilDate, classID: String? = nil
  ) throws(CentreError) -> Eligibility {
    let person = try records(ofPersonWith: member, asKnownOn: known)
    let codes = person.sorted()
    let (categories, ledger) = try stored { store throws(StoreError) in
      (try store.categories(of: codes), try store.entitlements(of: codes))
    }
    let applicant = Applicant(
      person: person, birthDate: member.bornOn, sex: member.sex, area: member.area,
      memberships: codes.flatMap { categories.memberships(of: $0, asKnownOn: known) })
    return environment.regulations.eligibility(in: area, on: date).eligibility(
      of: applicant, for: programme, in: area, on: date,
      trained: ledger.trainings(of: person, asKnownOn: known), classID: classID)
  }

  /// All ids under which the person of a record stands, as far as somebody confirmed it.
  func records(ofPersonWith member: TraineeRecord, asKnownOn day: CivilDate) throws(CentreError) -> Set<
    String
  > {
    let decisions = try stored { store throws(StoreError) in try store.samePersonDecisions() }
    // Only what hangs together with this record: its pairs, theirs, and so on.
    var group: Set<String> = [member.id]
    var size = 0
    while size < group.count {
      size = group.count
      for decision in decisions
      where !group.isDisjoint(with: [decision.records.first, decision.records.second]) {
        group.formUnion([decision.records.first, decision.records.second])
      }
    }
    guard group.count > 1 else { return group }
    let codes = group.sorted()
    let people = try stored { store throws(StoreError) in try store.trainees(coded: codes) }
    return Set(
      PersonGroups(people.map(\.record), decisions: decisions, asKnownOn: day).records(
        ofPersonWith: member.id))
  }

  /// Whether a trainee has started by the success rule in force when the class began.
  private func success(
    of trainee: String, in record: ClassRecord, asOf day: CivilDate
  ) throws(CentreError) -> ClaimCandidate.Success {
    guard let rule = environment.regulations.successRule(in: record.areaCode, on: record.days.lowerBound)
    else {
      return .notYet
    }
    let ventures = try stored { store throws(StoreError) in
      try store.ventures(VentureQuery(founder: trainee))
    }
    var isOpen = ventures.isEmpty && day <= record.days.upperBound + rule.withinDays
    for venture in ventures {
      switch rule.verdict(on: venture.record, class: record.days, asOf: day, knownOn: day) {
      case .success(let on): return .yes(on: on)
      case .notYet: isOpen = true
      case .no: continue
      }
    }
    return isOpen ? .notYet : .no
  }
}
