package import Civil

/// Whether a trainee has completed a class, and why not.
package struct Completion: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable {
    case completed, failed
    /// Nothing speaks against it, but something is not known yet.
    case open

    package var name: Wording {
      switch self {
      case .completed: Wording(zh: "合格", en: "completed")
      case .failed: Wording(zh: "不合格", en: "not completed")
      case .open: Wording(zh: "待定", en: "open")
      }
    }
  }

  package let verdict: Verdict
  /// What speaks against it or is missing; empty for the completed.
  package let reasons: [CompletionReason]

  package init(verdict: Verdict, reasons: [CompletionReason]) {
    self.verdict = verdict
    self.reasons = reasons
  }
}

/// Why somebody has not completed a class, or what must be known first.
package enum CompletionReason: Hashable, Sendable {
  /// The class was taught in no half day so far.
  case nothingHeld
  case stillTaught(until: CivilDate)
  case attendanceShort(by: Int, attended: Int, needed: Int)
  /// So many periods are without a record, on which it depends.
  case attendanceUnrecorded(Int, missing: Int)
  case gradeMissing
  case gradeTooLow(PlanGrade, lowest: PlanGrade)

  /// Whether it can only be mended by a record that is not there yet.
  package var isOpen: Bool {
    switch self {
    case .nothingHeld, .stillTaught, .attendanceUnrecorded, .gradeMissing: true
    case .attendanceShort, .gradeTooLow: false
    }
  }

  /// One sentence, with what to do where something can be done.
  package var text: Wording {
    switch self {
    case .nothingHeld:
      Wording(zh: "尚无已授课时，请先发布课表", en: "no period was held yet: publish the timetable first")
    case .stillTaught(let day):
      Wording(zh: "\(day) 才授课完毕", en: "the class is taught until \(day)")
    case .attendanceShort(let by, let attended, let needed):
      Wording(
        zh: "出勤不足：缺 \(by) 课时（实到 \(attended)，至少 \(needed)）",
        en: "attended \(attended) periods of the \(needed) that are needed: \(by) short")
    case .attendanceUnrecorded(let periods, let missing):
      Wording(
        zh: "有 \(periods) 课时未登记考勤，尚缺 \(missing) 课时，请补登",
        en: "\(periods) periods are without a record and \(missing) are still needed: record the attendance")
    case .gradeMissing:
      Wording(zh: "创业计划书未评审", en: "the business plan is not graded yet")
    case .gradeTooLow(let grade, let lowest):
      Wording(
        zh: "创业计划书等级为“\(grade.name.chinese)”，至少应为“\(lowest.name.chinese)”，请修改后重新评审",
        en: "the business plan is graded \(grade.name.english), at least \(lowest.name.english) is needed: "
          + "have it revised and graded anew")
    }
  }
}

extension CompletionRule {
  /// The least number of periods that must be attended of so many held.
  package func periodsNeeded(of held: Int) -> Int {
    // 0.8 × 35 is a little more than 28 in binary: the tolerance keeps it 28.
    Int((leastAttendance * Double(held) - 1e-9).rounded(.up))
  }

  /// Whether the programme's trainees write a plan that is graded.
  package func needsGrade(_ programme: Course.Programme) -> Bool {
    lowestGrade != nil && (gradedProgrammes?.contains(programme) ?? true)
  }

  /// Judges what a trainee attended and the grade of the plan, as far as they are known.
  package func judge(
    _ attendance: AttendanceCount, grade: PlanGrade?, programme: Course.Programme
  ) -> Completion {
    var reasons: [CompletionReason] = []
    let needed = periodsNeeded(of: attendance.held)
    let missing = needed - attendance.attended
    if attendance.held == 0 {
      reasons.append(.nothingHeld)
    } else if missing > attendance.unrecorded {
      reasons.append(.attendanceShort(by: missing, attended: attendance.attended, needed: needed))
    } else if missing > 0 {
      reasons.append(.attendanceUnrecorded(attendance.unrecorded, missing: missing))
    }
    if let lowestGrade, needsGrade(programme) {
      if let grade {
        if grade < lowestGrade { reasons.append(.gradeTooLow(grade, lowest: lowestGrade)) }
      } else {
        reasons.append(.gradeMissing)
      }
    }
    let verdict: Completion.Verdict =
      reasons.isEmpty ? .completed : reasons.allSatisfy(\.isOpen) ? .open : .failed
    return Completion(verdict: verdict, reasons: reasons)
  }
}

extension PlanGrade: Comparable {
  private var rank: Int {
    switch self {
    case .fail: 0
    case .pass: 1
    case .excellent: 2
    }
  }

  package static func < (left: PlanGrade, right: PlanGrade) -> Bool { left.rank < right.rank }
}
