import Civil
import Cohorts
import Courses
import Indicators

extension ClassRule {
  var lines: [RuleLine] {
    lengths.enumerated().map { place, length in
      let names = length.programmes.map(\.rawValue).joined(separator: "+")
      return RuleLine(
        "classes.lengths", Wording(zh: "\(names) 课时", en: "\(names) length"), length.periods,
        RuleWords.periods)
    } + [
      RuleLine(
        "classes.periodMinutes", Wording(zh: "每课时", en: "a period"), periodMinutes,
        Wording(zh: "分钟", en: "minutes")),
      RuleLine(
        "classes.periodsPerHalfDay", Wording(zh: "半天", en: "a half day"), periodsPerHalfDay, RuleWords.periods
      ),
      RuleLine(
        "classes.periodsPerEvening", Wording(zh: "晚间", en: "an evening"), periodsPerEvening, RuleWords.periods
      ),
      RuleLine(
        "classes.mostTrainees", Wording(zh: "班额", en: "class size"),
        Wording(
          zh: "\(leastTrainees)—\(mostTrainees) 人，通常 \(usualTrainees) 人",
          en: "\(leastTrainees) to \(mostTrainees), usually \(usualTrainees)")),
      RuleLine(
        "classes.leastLecturers", Wording(zh: "每班讲师至少", en: "lecturers of a class at least"), leastLecturers,
        RuleWords.people),
    ]
  }
}

extension AdmissionRule {
  var lines: [RuleLine] {
    rules.map { rule in
      RuleLine("admission.rules", Wording(zh: "符合之一：\(rule.id)", en: "one of: \(rule.id)"), rule.sentence)
    } + [
      RuleLine(
        "admission.retirement", Wording(zh: "退休年龄依据", en: "retirement age by"),
        Wording(zh: retirement.source, en: retirement.source))
    ]
  }
}

extension EligibilityRule {
  /// All its conditions in one sentence.
  fileprivate var sentence: Wording {
    var parts = [RuleWords.list(programmes.map(\.rawValue).sorted())]
    if let categories {
      let names = categories.map { code in
        TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
      }
      parts.append(RuleWords.list(names))
      if needsEvidence { parts.append(Wording(zh: "须有证明材料", en: "with evidence")) }
    } else {
      parts.append(Wording(zh: "不限人员类别", en: "any group"))
    }
    if let youngestAge { parts.append(Wording(zh: "年满 \(youngestAge) 周岁", en: "\(youngestAge) or older")) }
    switch oldestAge {
    case .years(let years)?: parts.append(Wording(zh: "不超过 \(years) 周岁", en: "\(years) at most"))
    case .beforeRetirement(let women)?:
      parts.append(
        Wording(
          zh: "未达法定退休年龄（女性按\(women.name.chinese)）",
          en: "under the retirement age (women: \(women.name.english))"))
    case nil: break
    }
    if let residence {
      parts.append(Wording(zh: "户籍或常住地在 \(residence)", en: "lives or is registered in \(residence)"))
    }
    return parts.joined
  }
}

extension EntitlementLimits {
  var lines: [RuleLine] {
    rules.map { rule in
      let programmes = RuleWords.list(rule.programmes.map(\.rawValue).sorted())
      let period =
        switch rule.period {
        case .lifetime: Wording(zh: "每人终身", en: "a person, ever")
        case .calendarYear: Wording(zh: "每人每年", en: "a person and year")
        case .months(let months): Wording(zh: "每人 \(months) 个月内", en: "a person within \(months) months")
        }
      let counting =
        rule.counting == .together
        ? Wording(zh: "各项目合计", en: "all together") : Wording(zh: "同一项目", en: "the same programme")
      let effect =
        rule.blocks
        ? Wording(zh: "超过不予补贴", en: "more are refused") : Wording(zh: "超过只提示", en: "more are only warned of")
      return RuleLine(
        "entitlements", Wording(zh: rule.id, en: rule.id),
        Wording(
          zh:
            "\(period.chinese) \(rule.limit) 次（\(counting.chinese)：\(programmes.chinese)），\(effect.chinese)",
          en:
            "\(rule.limit == 1 ? "once" : "\(rule.limit) times") \(period.english) (\(counting.english): \(programmes.english)); \(effect.english)"
        ))
    }
  }
}

extension CompletionRule {
  var lines: [RuleLine] {
    let grade =
      lowestGrade.map { Wording(zh: "“\($0.name.chinese)”以上", en: "\($0.name.english) or better") }
      ?? Wording(zh: "不要求", en: "not asked for")
    return [
      RuleLine(
        "completion.leastAttendance", Wording(zh: "出勤课时至少", en: "attended periods at least"),
        RuleWords.percent(leastAttendance)),
      RuleLine("completion.lowestGrade", Wording(zh: "创业计划书", en: "business plan"), grade),
      RuleLine(
        "completion.gradedProgrammes", Wording(zh: "要求计划书的课程", en: "courses that ask for one"),
        gradedProgrammes.map { RuleWords.list($0.map(\.rawValue).sorted()) } ?? Wording(zh: "全部", en: "all")),
      RuleLine(
        "completion.certificateFormat", Wording(zh: "证书编号格式", en: "certificate numbers written as"),
        certificateFormat.map { Wording(zh: $0.mask, en: $0.mask) } ?? Wording(zh: "不限", en: "anything")),
    ]
  }
}

extension ClaimRule {
  var lines: [RuleLine] {
    let rates = Course.Programme.allCases.compactMap { programme -> RuleLine? in
      self.rates[programme].map { rate in
        RuleLine(
          "claim.rates", Wording(zh: "\(programme.rawValue) 标准", en: "rate of \(programme.rawValue)"),
          Wording(
            zh: "\(Figures.yuan(fen: rate.fen)) 元/人", en: "\(Figures.yuan(fen: rate.fen)) yuan a person"))
      }
    }
    let none = [
      RuleLine("claim.rates", Wording(zh: "补贴标准", en: "rates"), Wording(zh: "未规定", en: "not set"))
    ]
    let within =
      switch claimWithin {
      case .days(let days): Wording(zh: "\(days) 天内", en: "within \(days) days")
      case .workingDays(let days): Wording(zh: "\(days) 个工作日内", en: "within \(days) working days")
      case .months(let months): Wording(zh: "\(months) 个月内", en: "within \(months) months")
      }
    return (rates.isEmpty ? none : rates) + stages.map(\.line)
      + [
        RuleLine("claim.claimWithin", Wording(zh: "取得证书后申领", en: "claimed after the certificate"), within),
        monthlyDay.map { day in
          RuleLine(
            "claim.monthlyDay", Wording(zh: "当月受理截止", en: "decided in the month if handed in"),
            Wording(zh: "每月 \(day) 日", en: "by the \(day)th"))
        },
        RuleLine(
          "claim.noticeWorkingDays", Wording(zh: "公示", en: "public notice"), noticeWorkingDays,
          RuleWords.workingDays),
        RuleLine(
          "claim.needsApproval", Wording(zh: "开班前须经批准", en: "approved before it opens"),
          RuleWords.yes(needsApproval)),
        RuleLine("claim.papers", Wording(zh: "申领材料", en: "papers"), RuleWords.list(papers.map(\.name))),
      ].compactMap { $0 }
  }
}

extension ClaimRule.Stage {
  fileprivate var line: RuleLine {
    let amount =
      switch payment {
      case .share(let share): RuleWords.percent(share)
      case .amount(let money):
        Wording(zh: "\(Figures.yuan(fen: money.fen)) 元", en: "\(Figures.yuan(fen: money.fen)) yuan")
      }
    let rate = leastPassRate.map(RuleWords.percent)
    return RuleLine(
      "claim.stages",
      occasion == .completion
        ? Wording(zh: "结业后拨付", en: "paid on completion")
        : Wording(zh: "创业成功后拨付", en: "paid on a successful start"),
      Wording(
        zh: amount.chinese + (rate.map { "（班级合格率不低于 \($0.chinese)）" } ?? ""),
        en: amount.english + (rate.map { " (where \($0.english) of the class passed)" } ?? "")))
  }
}
