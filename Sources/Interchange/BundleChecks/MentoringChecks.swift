import Civil
import Mentors
import Planning

extension BundleCheck {
  /// Who is asked for as a mentor is one.
  static let mentors = BundleCheck { draft in
    let roles = Dictionary(draft.people.rows.map { ($0.id, $0.roles) }) { first, _ in first }
    let hasMentor = roles.values.contains { $0.contains(.mentor) }
    var isLackTold = !draft.people.isWhole
    for (number, request) in Array(draft.mentoring.sound) {
      if let mentor = request.mentor, let roles = roles[mentor], !roles.contains(.mentor) {
        draft.mentoring.report(
          .infeasible, row: number, "mentor", found: mentor,
          problem: Wording(zh: "此人的角色中没有导师", en: "the person has not the role of mentor"),
          expected: Wording(zh: "应为角色含导师 (mentor) 的人员", en: "expected somebody whose roles hold mentor"))
      } else if request.mentor == nil, !hasMentor, !isLackTold {
        isLackTold = true
        draft.mentoring.report(
          .warning, row: number, "mentor", problem: Wording(zh: "没有任何导师", en: "there is no mentor at all"),
          expected: Wording(zh: "应有角色含导师 (mentor) 的人员", en: "expected people whose roles hold mentor"))
      }
    }
  }

  /// A request's meetings fit between its dates, and each into a block.
  static let mentoringWindows = BundleCheck { draft in
    guard let settings = draft.settings else { return }
    let longest = draft.blocks.isWhole ? draft.blocks.rows.map(\.periods).max() ?? .max : .max
    for (number, request) in Array(draft.mentoring.sound) {
      let from = max(request.earliest ?? settings.planFrom, settings.planFrom)
      let days = min(request.latest ?? settings.planTo, settings.planTo) - from + 1
      let needed = (request.meetings - 1) * request.minGapDays + 1
      if days < needed {
        draft.mentoring.report(
          .infeasible, row: number, "latest", found: request.latest.map { "\($0)" },
          problem: Wording(
            zh: "\(request.meetings) 次辅导需 \(needed) 天，只有 \(max(days, 0)) 天",
            en: "\(request.meetings) meetings need \(needed) days, and there are \(max(days, 0))"),
          expected: Wording(zh: "应放宽日期或缩小间隔", en: "expected more days or a smaller gap"))
      }
      if request.periods > longest {
        draft.mentoring.report(
          .infeasible, row: number, "periods", found: "\(request.periods)",
          problem: Wording(zh: "没有时段容得下", en: "it fits no block"),
          expected: Wording(
            zh: "应不超过最长时段的 \(longest) 课时", en: "expected at most \(longest), as the longest block has"))
      }
    }
  }

  /// Meetings in the office need a room with the feature `consult`.
  static let mentoringRooms = BundleCheck { draft in
    guard draft.rooms.isWhole, !draft.rooms.rows.contains(where: { $0.features.contains("consult") }),
      let first = draft.mentoring.sound.first(where: { $0.row.mode == .office })?.number
    else { return }
    draft.mentoring.report(
      .warning, row: first, "mode", found: "office",
      problem: Wording(zh: "没有教室具备咨询 (consult) 设施", en: "no room has the feature consult"),
      expected: Wording(zh: "坐班辅导应在有 consult 的教室进行", en: "meetings in the office need such a room"))
  }
}
