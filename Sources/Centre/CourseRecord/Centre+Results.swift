package import Civil
package import Courses
package import Interchange
import Logging
import Store

/// What a file of results would put on record.
package struct ResultsIntake: Sendable {
  package let reviews: [PlanReview]
  package let certificates: [Certificate]
  /// What is on record already.
  package let known: Int
  /// What is on record otherwise, or cannot be: by line.
  package let refused: [(line: Int, text: Wording)]
  /// Grades that take the place of other grades, by line: entered only where that is asked for.
  package let changed: [(line: Int, review: PlanReview, text: Wording)]
  /// Certificates that take the place of others, by line: entered only where that is asked for.
  package let corrected: [(line: Int, certificate: Certificate, old: Certificate, text: Wording)]

  /// What takes the place of something, by line.
  package var replacements: [(line: Int, text: Wording)] {
    (changed.map { ($0.line, $0.text) } + corrected.map { ($0.line, $0.text) }).sorted { $0.0 < $1.0 }
  }
}

extension Centre {
  /// Reads plan grades and certificates of a class; all problems of the file are told.
  package func readResults(
    _ bytes: [UInt8], file: String, of classID: String
  ) throws(CentreError) -> FileReading<ResultRow> {
    let members = try members(of: classRecord(classID))
    return try inWorkbook(file) { () throws(WorkbookError) in
      try ResultsFile.read(bytes, file: file, members: members)
    }
  }

  /// What the rows of a file would change; certificates are judged with the grades that come with them.
  package func intake(
    of rows: [(line: Int, row: ResultRow)], in classID: String
  ) throws(CentreError) -> ResultsIntake {
    let file = try classFile(classID)
    let stamp = try recordStamp()
    var all = try stored { store throws(StoreError) in try store.certificates() }
    var (reviews, certificates): ([PlanReview], [Certificate]) = ([], [])
    var known = 0
    var refused: [(Int, Wording)] = []
    var changed: [(Int, PlanReview, Wording)] = []
    var corrected: [(Int, Certificate, Certificate, Wording)] = []
    for (line, row) in rows {
      if let grade = row.grade {
        let review = PlanReview(
          classID: classID, trainee: row.trainee, grade: grade, score: row.score, remarks: row.remarks,
          on: row.reviewedOn ?? stamp.on, recordedOn: stamp.on, recordedBy: stamp.by)
        switch file.reviews[row.trainee] {
        case nil: reviews.append(review)
        case let held? where held.grade == grade && (row.score == nil || held.score == row.score): known += 1
        case let held?: changed.append((line, review, Self.gradeChange(row.trainee, held, review)))
        }
      }
      guard let number = row.certificate, let issued = row.issuedOn else { continue }
      let held = file.certificates[row.trainee]
      if let held, held.number == number, held.issuedOn == issued {
        known += 1
        continue
      }
      all.removeAll { $0.id == held?.id }
      let certificate = Certificate(
        number: number, classID: classID, trainee: row.trainee, issuedOn: issued, recordedOn: stamp.on,
        recordedBy: stamp.by)
      let flaws = all.flaws(
        ofAdding: certificate, completion: verdict(of: row, in: file), end: file.record.days.upperBound,
        format: file.completionRule?.certificateFormat, today: stamp.on)
      refused += flaws.map { flaw in (line, Self.about(row.trainee, flaw.text)) }
      if flaws.isEmpty {
        if let held {
          corrected.append((line, certificate, held, Self.certificateChange(held, certificate)))
        } else {
          certificates.append(certificate)
        }
      }
      if let standing = flaws.isEmpty ? certificate : held { all.append(standing) }
    }
    return ResultsIntake(
      reviews: reviews, certificates: certificates, known: known, refused: refused, changed: changed,
      corrected: corrected)
  }

  /// Enters what was planned; changed grades and certificates only where they are to be replaced, and then the earlier
  /// certificates are struck out with the reason.
  package func enter(_ intake: ResultsIntake, replacing: Bool, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let reviews = intake.reviews + (replacing ? intake.changed.map(\.review) : [])
    let corrected = replacing ? intake.corrected : []
    try inOneStep { centre throws(CentreError) in
      try centre.stored { store throws(StoreError) in
        for one in corrected { try store.correct(entry: one.old.id, reason: reason, stamp: stamp) }
        try store.record(
          reviews, certificates: intake.certificates + corrected.map(\.certificate), stamp: stamp)
      }
    }
    log.notice(
      "results entered",
      metadata: [
        "reviews": "\(reviews.count)", "certificates": "\(intake.certificates.count)",
        "corrected": "\(corrected.count)",
      ])
  }

  /// With the grade of the same row; without a rule everybody whom the centre certifies has completed.
  private func verdict(of row: ResultRow, in file: ClassFile) -> Completion.Verdict {
    guard let rule = file.completionRule else { return .completed }
    guard file.asOf >= file.record.days.upperBound else { return .open }
    return rule.judge(
      file.attendance(of: row.trainee), grade: row.grade ?? file.reviews[row.trainee]?.grade,
      programme: file.record.programme
    ).verdict
  }

  private static func gradeChange(_ trainee: String, _ old: PlanReview, _ new: PlanReview) -> Wording {
    func shown(_ review: PlanReview, _ language: Language) -> String {
      review.grade.name[language] + (review.score.map { " \($0)" } ?? "")
    }
    return Wording(
      zh: "学员“\(trainee)”：档案为 \(shown(old, .chinese))（\(old.recordedOn) \(old.recordedBy)），"
        + "文件为 \(shown(new, .chinese))",
      en: "trainee \(trainee): on record \(shown(old, .english)) (\(old.recordedOn), \(old.recordedBy)), "
        + "the file has \(shown(new, .english))")
  }

  private static func certificateChange(_ old: Certificate, _ new: Certificate) -> Wording {
    Wording(
      zh: "学员“\(new.trainee)”：档案为证书 \(old.number)（\(old.issuedOn) 发证），文件为 \(new.number)（\(new.issuedOn)）",
      en: "trainee \(new.trainee): on record certificate \(old.number) of \(old.issuedOn), "
        + "the file has \(new.number) of \(new.issuedOn)")
  }

  private static func about(_ trainee: String, _ text: Wording) -> Wording {
    Wording(zh: "学员“\(trainee)”：\(text.chinese)", en: "trainee \(trainee): \(text.english)")
  }
}
