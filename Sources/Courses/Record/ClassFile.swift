package import Civil
package import Cohorts

/// All that is on record of one class, as it was known on a day, with what the rules make of it.
package struct ClassFile: Sendable {
  package let record: ClassRecord
  /// Those who did not leave, by name's place in the roster.
  package let members: [TraineeRecord]
  package let categories: CategoryLedger
  package let way: ClassWay
  package let book: AttendanceBook
  package let completionRule: CompletionRule?
  /// By trainee: the review recorded last.
  package let reviews: [String: PlanReview]
  package let certificates: [String: Certificate]
  package let claims: [TrainingClaim]
  /// The certificates and claims that were struck out, in the order of the corrections.
  package let struckOut: [StruckOut]
  /// The day up to which things are counted, and on which they were known.
  package let asOf: CivilDate

  /// Puts together what was recorded of a class up to a day.
  ///
  /// The records may hold those of other classes; `members` are told in the order given, and those who left the class
  /// by then are left out.
  package init(
    _ record: ClassRecord, members: [TraineeRecord], categories: CategoryLedger, steps: [ClassStep],
    attendance: [Attendance], reviews: [PlanReview], certificates: [Certificate], claims: [TrainingClaim],
    corrections: [Correction] = [], completionRule: CompletionRule?, asOf date: CivilDate
  ) {
    let present = Set(
      record.members.filter { $0.joinedOn <= date && $0.leftOn.map { date < $0 } ?? true }.map(\.trainee))
    let isHere = { (classID: String, recordedOn: CivilDate) in classID == record.id && recordedOn <= date }
    self.record = record
    self.members = members.filter { present.contains($0.id) }
    self.categories = categories
    self.completionRule = completionRule
    asOf = date
    way = ClassWay(classID: record.id, steps: steps, knownOn: date)
    book = AttendanceBook(classID: record.id, held: record.halfDays, records: attendance, knownOn: date)
    var standing: [String: PlanReview] = [:]
    for review in reviews where isHere(review.classID, review.recordedOn) {
      if let held = standing[review.trainee], held.recordedOn > review.recordedOn { continue }
      standing[review.trainee] = review
    }
    self.reviews = standing
    let corrected = Dictionary(
      corrections.filter { $0.entry.on <= date }.map { ($0.of, $0) }, uniquingKeysWith: { first, _ in first })
    let certified = certificates.filter { isHere($0.classID, $0.recordedOn) }
    let claimed = claims.filter { isHere($0.classID, $0.recordedOn) }
    self.certificates = Dictionary(
      certified.filter { corrected[$0.id] == nil }.map { ($0.trainee, $0) }
    ) { $0.recordedOn <= $1.recordedOn ? $1 : $0 }
    self.claims = claimed.filter { corrected[$0.id] == nil }
    struckOut =
      certified.compactMap { paper in corrected[paper.id].map { StruckOut(.certificate(paper), $0) } }
      + claimed.compactMap { claim in corrected[claim.id].map { StruckOut(.claim(claim), $0) } }
  }

  /// An entry of the class that was struck out, with the correction that did it.
  package struct StruckOut: Hashable, Sendable {
    package enum Entry: Hashable, Sendable {
      case certificate(Certificate)
      case claim(TrainingClaim)
    }

    package let entry: Entry
    package let correction: Correction

    init(_ entry: Entry, _ correction: Correction) {
      self.entry = entry
      self.correction = correction
    }

    package var trainee: String {
      switch entry {
      case .certificate(let paper): paper.trainee
      case .claim(let claim): claim.trainee
      }
    }

    /// What was struck out: the number of a certificate, or the stage and amount of a claim.
    package var text: Wording {
      switch entry {
      case .certificate(let paper):
        Wording(
          zh: "证书 \(paper.number)（\(paper.issuedOn) 发证）",
          en: "certificate \(paper.number) of \(paper.issuedOn)")
      case .claim(let claim):
        Wording(
          zh: "\(claim.claimedOn) 申领的\(claim.occasion.name.chinese)补贴",
          en: "claim of \(claim.claimedOn): \(claim.occasion.name.english)")
      }
    }
  }

  /// What a trainee attended so far.
  package func attendance(of trainee: String) -> AttendanceCount { book.count(of: trainee, through: asOf) }

  /// Whether a trainee has completed the class; nil without a rule.
  ///
  /// Before the last day of teaching nobody has completed it, but somebody may have failed: whoever could not reach the
  /// share any more by attending all that is left.
  package func completion(of trainee: String) -> Completion? {
    guard let completionRule else { return nil }
    let end = record.days.upperBound
    let judged = completionRule.judge(
      book.count(of: trainee, through: max(asOf, end)), grade: reviews[trainee]?.grade,
      programme: record.programme)
    guard asOf < end else { return judged }
    let against = judged.reasons.filter { !$0.isOpen }
    return Completion(
      verdict: against.isEmpty ? .open : .failed, reasons: against + [.stillTaught(until: end)])
  }

  /// The trainees of a verdict.
  package func members(_ verdict: Completion.Verdict) -> [TraineeRecord] {
    members.filter { completion(of: $0.id)?.verdict == verdict }
  }

  /// The categories of a trainee on the day the class began, as they are known now.
  package func memberships(of trainee: String) -> [CategoryMembership] {
    categories.memberships(of: trainee, on: record.days.lowerBound, asKnownOn: asOf)
  }

  /// What a claim must know of the class.
  package var claimedClass: ClaimedClass {
    ClaimedClass(
      classID: record.id, programme: record.programme, enrolled: members.count,
      completed: members(.completed).count, approvedOn: way.step(into: .approved)?.on,
      openedOn: way.step(into: .opened)?.on ?? record.days.lowerBound)
  }
}
