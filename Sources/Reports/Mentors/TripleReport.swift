package import Civil
package import Mentors

extension Report {
  /// Trainees with mentor and project together: why, what would come next, and who is left.
  package static func triples(
    _ choice: TripleChoice, asOf date: CivilDate, trainees: FollowedNames, mentors: FollowedNames,
    projects: FollowedNames
  ) -> Report {
    let gap = choice.bound > 0 ? Double(choice.bound - choice.points) / Double(choice.bound) : 0
    return Report(
      "matching", title: Wording(zh: "学员、导师与项目匹配", en: "Matching of trainees, mentors and projects"),
      particulars: [
        Particular(Wording(zh: "日期", en: "Day"), .date(date)),
        Particular(Wording(zh: "匹配（组）", en: "Triples"), .count(choice.matches.count)),
        Particular(Wording(zh: "总分", en: "Points in total"), .count(choice.points)),
        Particular(
          Wording(zh: "检验", en: "Proof"),
          .words(
            choice.points == choice.bound
              ? Wording(zh: "已证明最优（上界与结果相等）", en: "proved best: the bound equals the result")
              : Wording(
                zh: "距上界不超过 \(Figures.decimal(100 * gap, places: 1))%",
                en: "at most \(Figures.decimal(100 * gap, places: 1))% below the bound"))),
      ],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "匹配结果", en: "Triples"),
            columns: [
              ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 12),
              ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 12),
              ReportTable.Column(Wording(zh: "项目", en: "Project"), width: 22),
              ReportTable.Column(Wording(zh: "得分", en: "Points"), width: 8),
              ReportTable.Column(Wording(zh: "其次", en: "Next best"), width: 26),
              ReportTable.Column(Wording(zh: "理由", en: "Because"), width: 60),
            ],
            rows: choice.matches.enumerated().map { place, match in
              let fit = match.fit.map {
                Wording(zh: "；与项目\($0.chinese)", en: "; with the project: \($0.english)")
              }
              let next = [match.nextMentor.map(mentors.person), match.nextProject.map(projects.person)]
                .compactMap(\.self).joined(separator: " / ")
              return [
                .count(place + 1), .text(trainees.person(match.trainee)),
                .text(mentors.person(match.mentor)), .text(projects.person(match.project)),
                .share(Double(match.points) / Double(max(1, choice.fullPoints)), places: 0),
                .text(next),
                .words(
                  Wording(
                    zh:
                      "导师：\(match.mentorReason.chinese)\(fit?.chinese ?? "")。项目：\(match.projectReason.chinese)",
                    en: "mentor: \(match.mentorReason.english)\(fit?.english ?? ""). Project: "
                      + match.projectReason.english)),
              ]
            },
            notes: [
              Wording(
                zh: "“其次”为该学员自己名单上得分次高的导师、项目，不论其名额。",
                en:
                  "Next best are the mentor and the project next on the trainee's own list, whatever their places."
              )
            ] + (choice.matches.isEmpty ? [Wording(zh: "无。", en: "None.")] : []))),
        .table(
          ReportTable(
            Wording(zh: "未匹配", en: "Without a match"),
            columns: [
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
              ReportTable.Column(Wording(zh: "原因", en: "Because"), width: 90),
            ],
            rows: choice.unmatched.map { [.text(trainees.person($0.trainee)), .words($0.why)] },
            notes: choice.unmatched.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])),
        .table(places(choice.mentors, Wording(zh: "导师", en: "Mentor"), mentors)),
        .table(places(choice.projects, Wording(zh: "项目", en: "Project"), projects)),
      ], isLandscape: true)
  }

  private static func places(
    _ loads: [String: (matches: Int, capacity: Int)], _ head: Wording, _ names: FollowedNames
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "\(head.chinese)名额", en: "Places: \(head.english)"),
      columns: [
        ReportTable.Column(head, width: 22),
        ReportTable.Column(Wording(zh: "名额", en: "Places"), width: 10),
        ReportTable.Column(Wording(zh: "已匹配", en: "Matched"), width: 10),
      ],
      rows: loads.filter { $0.value.matches > 0 }.sorted { $0.key < $1.key }.map { id, load in
        [.text(names.person(id)), .count(load.capacity), .count(load.matches)]
      })
  }
}
