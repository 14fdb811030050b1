package import Civil

extension TargetAnswer {
  /// What was asked, and with which classes it is answered.
  package var task: Wording {
    Wording(
      zh: "目标：除现有班级外，\(question.by) 前再有 \(question.trainees) 人完成 \(question.course)"
        + "（学员群体 \(question.cohort)，每班至多 \(classSize) 人，需 \(classesNeeded) 个班；不含新学员的辅导）",
      en:
        "Target: \(question.trainees) trainees more to complete \(question.course) by \(question.by), on top of the "
        + "classes there are (cohort \(question.cohort), classes of \(classSize) at most: \(classesNeeded) classes; "
        + "mentoring of the new trainees not counted)")
  }

  /// The answer in a sentence.
  package var conclusion: Wording {
    if classSize == 0 {
      return Wording(
        zh: "达不到：没有一个培训点具备该课程要求的全部教室。",
        en: "Out of reach: no site has all the rooms that the course wants.")
    }
    switch verdict {
    case .planned:
      return Wording(
        zh: "可以达到：现有班级、辅导和下列新班已一起排成完整课表。",
        en:
          "Within reach: a complete timetable of the classes there are, the mentoring and these classes was found."
      )
    case .excluded:
      return Wording(
        zh: "达不到，已证明：至多再开 \(classesAtMost ?? 0) 个班；再多就短缺：",
        en: "Out of reach, proved: \(classesAtMost ?? 0) classes more at most; with more there is a shortage:"
      )
    case .open:
      return unplaced > 0
        ? Wording(
          zh: "未能判定：现有班级和辅导就有 \(unplaced) 个课次在时限内没有排入，请先用“seedbed timetable solve”排好。",
          en:
            "Left open: \(unplaced) sessions of the classes and mentoring there are found no place in the time "
            + "allowed; plan them first with 'seedbed timetable solve'.")
        : Wording(
          zh: "未能判定：时限内只排成 \(classesPlanned) 个班，但没有证明更多就排不下；可加大 --seconds 再试。",
          en:
            "Left open: \(classesPlanned) classes were planned in the time allowed, and nothing proves that more "
            + "cannot be; try more --seconds.")
    }
  }

  /// The most trainees, as proved and as planned.
  package var most: Wording {
    let bound = Wording(
      zh: traineesAtMost.map { "至多 \($0) 人（\($0 / max(1, classSize)) 个班，上界已证明）" } ?? "没有查出上限",
      en: traineesAtMost.map { "at most \($0) trainees (\($0 / max(1, classSize)) classes) by the bound" }
        ?? "no bound found")
    return Wording(
      zh: "最多能培训多少：\(bound.chinese)；已排成 \(traineesPlanned) 人（\(classesPlanned) 个班）。",
      en: "The most there can be: \(bound.english); \(traineesPlanned) planned (\(classesPlanned) classes).")
  }
}
