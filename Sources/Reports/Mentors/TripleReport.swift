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
              return [
                .count(place + 1), .text(trainees.person(match.trainee)),
                .text(mentors.person(match.mentor)), .text(projects.person(match.project)),
                .share(Double(match.points) / Double(max(1, choice.fullPoints)), places: 0),
                .words(match.next.sentence(mentors, projects, full: choice.fullPoints)),
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
                zh: "得分为满分的百分比。“其次”指这一组不成立时的安排，其余各组随之调整；所失为全体总分之差，写成“x 至 y”的，"
                  + "y 为已找到的安排所失，x 为任何安排至少所失。",
                en:
                  "Points are of full points. Next best is what comes without this triple, with all others rearranged; "
                  + "the loss is of the total. Of 'x to y' lost, y is what this one loses, and no other loses less than x."
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

extension TripleMatch.Alternative {
  fileprivate func sentence(_ mentors: FollowedNames, _ projects: FollowedNames, full: Int) -> Wording {
    let both = [mentor.map(mentors.person), project.map(projects.person)].compactMap(\.self)
      .joined(separator: " / ")
    func points(_ loss: Int) -> String {
      Figures.decimal(100 * Double(loss) / Double(max(1, full)), places: 1)
    }
    let least = points(loss.lowerBound)
    let most = points(loss.upperBound)
    let lost =
      loss.lowerBound == loss.upperBound
      ? Wording(zh: "总分失 \(most) 个百分点", en: "\(most) points of a hundred lost")
      : Wording(zh: "总分失 \(least) 至 \(most) 个百分点", en: "\(least) to \(most) points of a hundred lost")
    return both.isEmpty
      ? Wording(zh: "不再匹配（\(lost.chinese)）", en: "nobody (\(lost.english))")
      : Wording(zh: "\(both)（\(lost.chinese)）", en: "\(both) (\(lost.english))")
  }
}
