package import Civil
package import Mentors

extension Report {
  /// Who is matched with whom and why, what would come next, and who is left with the reason.
  ///
  /// `helperNames` names those of the other side; nil: `names` does.
  package static func matching(
    _ matching: Matching, asOf date: CivilDate, seekers: Wording = Wording(zh: "学员", en: "Trainee"),
    helpers: Wording = Wording(zh: "导师", en: "Mentor"), names: FollowedNames,
    helperNames: FollowedNames? = nil
  ) -> Report {
    let theirs = helperNames ?? names
    return Report(
      "matching", title: Wording(zh: "\(seekers.chinese)与\(helpers.chinese)匹配", en: "Matching"),
      particulars: [
        Particular(Wording(zh: "日期", en: "Day"), .date(date)),
        Particular(Wording(zh: "方式", en: "Mode"), .words(matching.mode.name)),
        Particular(Wording(zh: "匹配（对）", en: "Matches"), .count(matching.matches.count)),
        Particular(Wording(zh: "总分", en: "Points in total"), .count(matching.worth.points)),
        Particular(Wording(zh: "检验", en: "Proof"), .words(matching.proof.sentence)),
      ],
      parts: [
        .table(matches(matching, seekers, helpers, names, theirs)),
        .table(unmatched(matching, seekers, names)), .table(loads(matching, helpers, theirs)),
      ], isLandscape: true)
  }

  private static func matches(
    _ matching: Matching, _ seekers: Wording, _ helpers: Wording, _ names: FollowedNames,
    _ theirs: FollowedNames
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "匹配结果", en: "Matches"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(seekers, width: 14), ReportTable.Column(helpers, width: 14),
        ReportTable.Column(Wording(zh: "得分", en: "Points"), width: 8),
        ReportTable.Column(Wording(zh: "其次", en: "Next best"), width: 32),
        ReportTable.Column(Wording(zh: "理由", en: "Because"), width: 50),
      ],
      rows: matching.matches.enumerated().map { place, match in
        [
          .count(place + 1), .text(names.person(match.seeker)), .text(theirs.person(match.helper)),
          .share(Double(match.points) / Double(max(1, matching.fullPoints)), places: 0),
          .words(match.alternative.map { $0.sentence(theirs, full: matching.fullPoints) }),
          .words(match.isFixed ? match.sentence.fixed : match.sentence),
        ]
      },
      notes: [
        matching.mode == .twoWay
          ? Wording(
            zh: "得分为满分的百分比。“其次”为本人名单上的下一个。",
            en: "Points are of full points. Next best is the next on one's own list.")
          : Wording(
            zh: "得分为满分的百分比。“其次”指该匹配不成立时的最好结果，其余各对随之调整；所失为全体总分之差。",
            en:
              "Points are of full points. Next best is what comes without this match, with all others rearranged; "
              + "the loss is of the total.")
      ] + (matching.matches.isEmpty ? [Wording(zh: "无。", en: "None.")] : []))
  }

  private static func unmatched(
    _ matching: Matching, _ seekers: Wording, _ names: FollowedNames
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "未匹配", en: "Without a match"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6), ReportTable.Column(seekers, width: 14),
        ReportTable.Column(Wording(zh: "尚缺", en: "Missing"), width: 8),
        ReportTable.Column(Wording(zh: "原因", en: "Because"), width: 90),
      ],
      rows: matching.unmatched.enumerated().map { place, left in
        [
          .count(place + 1), .text(names.person(left.seeker)), .count(left.missing), .words(left.sentence),
        ]
      },
      notes: (matching.unmatched.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
        + (matching.unknownFixed.isEmpty
          ? []
          : [
            Wording(
              zh: "以下固定匹配中有查无此人的，未采用：\(matching.unknownFixed.joined(separator: "、"))。",
              en: "Fixed pairs that name somebody who is not there: "
                + matching.unknownFixed.joined(separator: ", ") + ".")
          ]))
  }

  private static func loads(
    _ matching: Matching, _ helpers: Wording, _ names: FollowedNames
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "承接情况", en: "Places"),
      columns: [
        ReportTable.Column(helpers, width: 14),
        ReportTable.Column(Wording(zh: "名额", en: "Places"), width: 10),
        ReportTable.Column(Wording(zh: "已匹配", en: "Matched"), width: 10),
        ReportTable.Column(Wording(zh: "剩余", en: "Left"), width: 10),
      ],
      rows: matching.loads.keys.sorted().compactMap { id in
        matching.loads[id].map { load in
          [
            .text(names.person(id)), .count(load.capacity), .count(load.matches),
            .count(max(0, load.capacity - load.matches)),
          ]
        }
      })
  }
}

extension Wording {
  fileprivate var fixed: Wording { Wording(zh: "固定：\(chinese)", en: "fixed: \(english)") }
}

extension Match.Alternative {
  fileprivate func sentence(_ names: FollowedNames, full: Int) -> Wording {
    let other = helper.map(names.person)
    let first = Wording(zh: other ?? "不再匹配", en: other ?? "nobody")
    guard let loss else { return first }
    let points = Figures.decimal(100 * Double(loss.points) / Double(max(1, full)), places: 1)
    let lost =
      loss.minimums > 0
      ? Wording(zh: "少匹配 \(loss.minimums) 个", en: "\(loss.minimums) fewer served")
      : Wording(zh: "总分失 \(points) 个百分点", en: "\(points) points of a hundred lost")
    return Wording(zh: "\(first.chinese)（\(lost.chinese)）", en: "\(first.english) (\(lost.english))")
  }
}

extension Matching.Mode {
  package var name: Wording {
    switch self {
    case .everyoneFirst: Wording(zh: "先满足人数，再求总分最高", en: "everyone first, then most points")
    case .bestTotal: Wording(zh: "总分最高", en: "most points")
    case .twoWay: Wording(zh: "双向选择", en: "two-way choice")
    }
  }
}

extension Matching.Proof {
  fileprivate var sentence: Wording {
    switch self {
    case .bound(let bound, let value):
      holds
        ? Wording(zh: "已证明最优（对偶界与结果相等）", en: "proved best: the dual bound equals the result")
        : Wording(zh: "与上界相差 \(bound - value)", en: "\(bound - value) below the bound")
    case .blockingPairs(let count):
      holds
        ? Wording(zh: "稳定：没有任何一对更愿意互选", en: "stable: no two would rather have each other")
        : Wording(zh: "有 \(count) 对更愿意互选", en: "\(count) pairs would rather have each other")
    }
  }
}
