import Civil

extension Constraint {
  /// One mentor for all the meetings of a request, far enough apart, in a room that fits the mode.
  package static let mentoring = Constraint(
    "H9", .hard, name: .init(zh: "导师辅导", en: "Mentoring"),
    .init(
      zh: "一项辅导的各次见面由同一位导师负责，间隔不少于规定天数，在起止日期之内；面谈在咨询室，上门和线上不占教室。",
      en:
        "One mentor for all the meetings of a request, at least its days apart and within its dates; office "
        + "meetings in a room for consulting, visits and on-line meetings in none.")
  ) { timetable in
    timetable.placed.filter { $0.series.kind.isMentoring }.flatMap { meeting($0, in: timetable.problem) }
      + timetable.bySeries.filter { timetable.problem.series[$0.series].kind.isMentoring }.flatMap {
        together($0.placed)
      }
  }

  private static func meeting(_ one: Timetable.Placed, in problem: Problem) -> [Finding] {
    var findings: [Finding] = []
    if !one.series.allows(one.date) {
      findings.append(Finding(zh: "\(one.label)：在起止日期之外", en: "\(one.label): outside the meeting's dates"))
    }
    if let room = one.placement.room {
      if !one.series.kind.needsRoom {
        findings.append(Finding(zh: "\(one.label)：不应占用教室", en: "\(one.label): takes no room"))
      } else if !one.session.features.isSubset(of: problem.rooms[room].features) {
        findings.append(Finding(zh: "\(one.label)：不是咨询室", en: "\(one.label): the room is not for consulting"))
      }
    }
    let people = one.placement.people
    if people.count != 1 || !problem.people[people[0]].isMentor {
      findings.append(Finding(zh: "\(one.label)：需要一位导师", en: "\(one.label): wants one mentor"))
    } else if !one.series.people.isEmpty, !one.series.people.contains(people[0]) {
      findings.append(Finding(zh: "\(one.label)：不是指定的导师", en: "\(one.label): not the mentor asked for"))
    }
    return findings
  }

  private static func together(_ placed: [Timetable.Placed]) -> [Finding] {
    var findings: [Finding] = []
    guard let series = placed.first?.series else { return findings }
    if Set(placed.flatMap(\.placement.people)).count > 1 {
      findings.append(Finding(zh: "\(series.id)：有几位导师", en: "\(series.id): has several mentors"))
    }
    let byDate = placed.inTime
    for (earlier, later) in zip(byDate, byDate.dropFirst())
    where later.date - earlier.date < series.minGapDays {
      findings.append(
        Finding(
          zh: "\(later.label)：与 \(earlier.label) 间隔不足 \(series.minGapDays) 天",
          en: "\(later.label): less than \(series.minGapDays) days after \(earlier.label)"))
    }
    return findings
  }
}
