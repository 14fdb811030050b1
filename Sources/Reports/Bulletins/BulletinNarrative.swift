import Civil
import Indicators

/// The sentences of a bulletin, in the style of official ones, each written from figures.
extension BulletinFacts {
  /// 总体情况: the year so far, then the period with its comparisons.
  var overview: [Wording] {
    guard !counts.isEmpty else {
      return [Wording(zh: "本期没有可统计的记录。", en: "There is nothing on record to count.")]
    }
    let day = Self.day(period.upperBound)
    let year = counts.map { count in
      let text = count.sinceNewYear.text
      return Wording(
        zh: "\(count.name.chinese) \(text.chinese)", en: "\(count.name.english): \(text.english)")
    }
    let own = counts.map { count in
      let text = count.inPeriod.text
      let compared = comparison(of: count)
      return Wording(
        zh: "\(count.name.chinese) \(text.chinese)\(compared.chinese)",
        en: "\(count.name.english): \(text.english)\(compared.english)")
    }
    return [
      Wording(
        zh: "截至\(day.chinese)，\(areaName.asPlace.chinese)今年以来累计\(Self.joined(year, "、").chinese)。",
        en:
          "By \(day.english) the year's figures of \(areaName.asPlace.english) were: \(Self.joined(year, "、").english)."
      ),
      Wording(
        zh: "\(kind.thisOne.chinese)，\(Self.joined(own, "；").chinese)。",
        en: "In \(kind.thisOne.english.replacing("this ", with: "the ")), \(Self.joined(own, "；").english)."),
    ]
  }

  /// 环比 and 同比, only where the earlier period is on record and is not nothing.
  private func comparison(of count: Count) -> Wording {
    let items = [
      (count.previous, Wording(zh: "环比", en: "on \(kind.before.english)")),
      (count.yearBefore, Wording(zh: "同比", en: "on the year before")),
    ].compactMap { before, name -> Wording? in
      guard let before, before > 0 else { return nil }
      let change = count.inPeriod.amount - before
      if change == 0 { return Wording(zh: "\(name.chinese)持平", en: "level \(name.english)") }
      let share = Figures.decimal(abs(Double(change)) / Double(before) * 100, places: 1)
      return change > 0
        ? Wording(zh: "\(name.chinese)增长 \(share)%", en: "up \(share)% \(name.english)")
        : Wording(zh: "\(name.chinese)下降 \(share)%", en: "down \(share)% \(name.english)")
    }
    guard !items.isEmpty else { return Wording(zh: "", en: "") }
    return Wording(
      zh: "，" + items.map(\.chinese).joined(separator: "，"),
      en: " (" + items.map(\.english).joined(separator: ", ") + ")")
  }

  /// 目标任务完成情况: each target with its share and how it stands to the plan.
  var targetSentences: [Wording] {
    let known = targets.known
    guard !known.isEmpty else { return [Wording(zh: "没有下达可统计的目标。", en: "No target with a number is set.")] }
    let onCourse = known.count { $0.light == .green }
    let first = Wording(
      zh: "下达目标 \(targets.rows.count) 项，其中 \(onCourse) 项达到或超过时序进度。",
      en: "Of \(targets.rows.count) targets \(onCourse) are on course.")
    return [first]
      + known.map { progress in
        let (done, whole) = (progress.done.text, progress.target.quantity.text)
        let share = progress.share.map { Figures.decimal($0 * 100, places: 1) } ?? "–"
        let ahead = aheadOfPlan(progress)
        return Wording(
          zh:
            "\(targets.name(of: progress.target).chinese)累计完成 \(done.chinese)，占目标 \(whole.chinese)的 \(share)%，\(ahead.chinese)。",
          en:
            "\(targets.name(of: progress.target).english): \(done.english) of \(whole.english), \(share)%, \(ahead.english)."
        )
      }
  }

  private func aheadOfPlan(_ progress: Progress) -> Wording {
    let whole = Double(progress.target.quantity.amount)
    guard whole > 0 else { return Wording(zh: "已完成", en: "done") }
    let points = (Double(progress.done.amount) - progress.planned) / whole * 100
    let text = Figures.decimal(abs(points), places: 1)
    if text == "0.0" { return Wording(zh: "与时序进度持平", en: "as planned") }
    return points > 0
      ? Wording(zh: "超前时序进度 \(text) 个百分点", en: "\(text) points ahead of the plan")
      : Wording(zh: "落后时序进度 \(text) 个百分点", en: "\(text) points behind the plan")
  }

  /// 指标情况: the shares and ratios, each by itself.
  var indicatorSentence: Wording? {
    let told = indicators.flatMap { result in
      result.components.compactMap { component -> Wording? in
        guard let figure = component.figure else { return nil }
        switch figure.value {
        case .count, .money: return nil
        case .share, .oneTo:
          let isNamed = result.name.chinese.contains(component.name.chinese)
          let name =
            isNamed
            ? result.name
            : Wording(
              zh: "\(result.name.chinese)（\(component.name.chinese)）",
              en: "\(result.name.english) (\(component.name.english))")
          return Wording(
            zh: "\(name.chinese)为 \(figure.text.chinese)", en: "\(name.english): \(figure.text.english)")
        }
      }
    }
    guard !told.isEmpty else { return nil }
    return Wording(zh: Self.joined(told, "，").chinese + "。", en: Self.joined(told, "；").english + ".")
  }

  /// 跟踪服务: what was due of the follow-up, and what came of it.
  var followUpSentence: Wording? {
    guard let followUp else { return nil }
    let share =
      followUp.due > 0
      ? Figures.decimal(Double(followUp.done) / Double(followUp.due) * 100, places: 1) + "%" : "–"
    let warned =
      warnings.map { count in
        Wording(zh: "；经营预警 \(count) 个", en: "; \(count) ventures have an early warning")
      } ?? Wording(zh: "", en: "")
    return Wording(
      zh:
        "\(kind.thisOne.chinese)应回访 \(followUp.due) 人次，完成 \(followUp.done) 人次，完成率 \(share)；逾期 \(followUp.overdue) 人次，失联 \(followUp.lost) 人\(warned.chinese)。",
      en:
        "\(followUp.due) contacts were due, \(followUp.done) were made (\(share)); \(followUp.overdue) are overdue, "
        + "\(followUp.lost) people are lost\(warned.english).")
  }

  /// 存在的问题: what is behind, cannot be told, or is late; none is invented.
  var problems: [Wording] {
    var found: [Wording] = targets.known.filter { $0.light != .green }.map { progress in
      Wording(
        zh:
          "\(targets.name(of: progress.target).chinese)\(progress.light.name.chinese)，\(aheadOfPlan(progress).chinese)，责任单位：\(progress.target.owner)。",
        en:
          "\(targets.name(of: progress.target).english) is \(progress.light.name.english), \(aheadOfPlan(progress).english); "
          + "\(progress.target.owner) answers for it.")
    }
    found += targets.flaws.map(\.sentence)
    if let followUp, followUp.overdue > 0 {
      found.append(
        Wording(zh: "有 \(followUp.overdue) 人次回访逾期未完成。", en: "\(followUp.overdue) contacts are overdue."))
    }
    found += indicators.flatMap { result in
      result.components.compactMap { component -> Wording? in
        guard case .notComputable(let reason) = component.outcome else { return nil }
        let isNamed = component.name == result.name
        return Wording(
          zh: "\(result.name.chinese)\(isNamed ? "" : "（\(component.name.chinese)）")不可计算：\(reason.chinese)。",
          en: "\(result.name.english)\(isNamed ? "" : " (\(component.name.english))") cannot be computed: "
            + "\(reason.english).")
      }
    }
    let late = indicators.first?.lateEntries.count ?? 0
    if late > 0 {
      found.append(
        Wording(zh: "有 \(late) 条记录迟报，未计入本期。", en: "\(late) entries came late and are not counted."))
    }
    return found
  }

  /// 下一步工作: what is missing of each target, and how much a month that is to its end.
  var nextSteps: [Wording] {
    targets.known.filter { $0.missing.amount > 0 }.map { progress in
      let end = progress.target.period.upperBound
      let months = max(1, Self.months(from: period.upperBound, to: end))
      let each = Quantity((progress.missing.amount + months - 1) / months, progress.missing.unit).text
      let (missing, day) = (progress.missing.text, Self.day(end))
      guard end > period.upperBound else {
        return Wording(
          zh:
            "\(progress.target.owner)：\(targets.name(of: progress.target).chinese)已到期，尚缺 \(missing.chinese)。",
          en:
            "\(progress.target.owner): \(targets.name(of: progress.target).english) has come to its end and lacks \(missing.english)."
        )
      }
      return Wording(
        zh:
          "\(progress.target.owner)：\(targets.name(of: progress.target).chinese)至\(day.chinese)还需完成 \(missing.chinese)，平均每月不少于 \(each.chinese)。",
        en:
          "\(progress.target.owner): \(targets.name(of: progress.target).english) lacks \(missing.english) by \(day.english), at least "
          + "\(each.english) a month.")
    }
  }

  /// Calendar months after that of one date up to that of another.
  private static func months(from first: CivilDate, to last: CivilDate) -> Int {
    let (start, end) = (first.parts, last.parts)
    return (end.year - start.year) * 12 + end.month - start.month
  }

  /// `2026年9月30日`, `30 September 2026` as a date.
  private static func day(_ date: CivilDate) -> Wording {
    let (year, month, day) = date.parts
    return Wording(zh: "\(year)年\(month)月\(day)日", en: date.description)
  }

  private static func joined(_ items: [Wording], _ comma: String) -> Wording {
    Wording(
      zh: items.map(\.chinese).joined(separator: comma), en: items.map(\.english).joined(separator: "; "))
  }
}
