import Civil
import ProjectLibrary

extension CellReader<ClosedRange<Money>> {
  /// A range of money: `3万-8万`, `3-8万元`, `30000~80000`, `5万` (exactly), `5万以内`.
  static var moneyRange: Self {
    CellReader { (text, notes) throws(CellFault) in
      let fault = CellFault(
        problem: Wording(zh: "不是投资额范围", en: "not a range of money"),
        expected: Wording(zh: "应为 3万-8万、30000-80000 这样的写法", en: "expected one such as 3万-8万 or 30000-80000"))
      guard let (low, high, isUpTo) = RangeText.halves(text, units: ["元", "人民币", "¥", "￥"]) else {
        throw fault
      }
      // 3-8万 means ten thousands in both halves, 8000-2万 does not.
      let ends = (Double(low), high.dropping(suffix: "万").flatMap(Double.init))
      let unit = if case (let first?, let last?) = ends, first <= last { "万" } else { "" }
      guard let last = FollowUpWords.money(high),
        let first = isUpTo ? .zero : FollowUpWords.money(low + unit), first <= last
      else { throw fault }
      return first...last
    }
  }
}

extension CellReader<ClosedRange<Int>> {
  /// A range of people: `3-6`, `3至6人`, `4`, `5人以内`.
  static var peopleRange: Self {
    CellReader { (text, _) throws(CellFault) in
      guard let (low, high, isUpTo) = RangeText.halves(text, units: ["人", "名"]), let last = Int(high),
        let first = isUpTo ? 1 : Int(low), first >= 0, first <= last, last <= 100_000
      else {
        throw CellFault(
          problem: Wording(zh: "不是人数范围", en: "not a range of people"),
          expected: Wording(zh: "应为 3-6 或 4 这样的写法", en: "expected one such as 3-6 or 4"))
      }
      return first...last
    }
  }
}

/// Reads the two ends of a range as people write it.
private enum RangeText {
  /// The two ends, equal where there is one, and whether only the upper one is given (以内、以下).
  static func halves(_ text: String, units: [String]) -> (low: String, high: String, isUpTo: Bool)? {
    var plain = text.folded.withoutTextMark.filter { !$0.isWhitespace && $0 != "," }
    for unit in units { plain = plain.split(separator: unit).joined() }
    var isUpTo = false
    for word in ["以内", "以下", "内"] {
      if let rest = plain.dropping(suffix: word) {
        (plain, isUpTo) = (rest, true)
        break
      }
    }
    let halves = plain.split(omittingEmptySubsequences: false) { "-–—~～至到".contains($0) }.map(String.init)
    guard (1...2).contains(halves.count), let low = halves.first, let high = halves.last, !high.isEmpty,
      !low.isEmpty, !isUpTo || halves.count == 1
    else { return nil }
    return (low, high, isUpTo)
  }
}

extension CellReader<[ProjectRisk]> {
  /// The risk checklist: `市场:中；资金:高（先申请贷款）`.
  static var risks: Self {
    CellReader { (text, notes) throws(CellFault) in
      var risks: [ProjectRisk] = []
      for item in text.split(whereSeparator: { ";；\n".contains($0) }) {
        let plain = String(item).folded
        guard !plain.isEmpty else { continue }
        let halves = plain.split(maxSplits: 1, whereSeparator: { ":：".contains($0) }).map(String.init)
        let answer =
          halves.count == 2 ? halves[1].split(maxSplits: 1, whereSeparator: { "(（".contains($0) }) : []
        guard let kind = halves.first.flatMap({ Words.risks[$0] }),
          let level = answer.first.flatMap({ Words.riskLevels[String($0)] })
        else {
          let kinds = ProjectRisk.Kind.allCases
          throw CellFault(
            problem: Wording(
              zh: "“\(Masking.shown(plain))”不是风险项",
              en: "'\(Masking.shown(plain))' is no line of the checklist"),
            expected: Wording(
              zh: "应为 市场:中 这样的写法，风险种类："
                + kinds.map(\.name.chinese).joined(separator: "、") + "；等级：低、中、高",
              en: "expected one such as market:medium; kinds: "
                + kinds.map(\.rawValue).joined(separator: ", ") + "; levels: low, medium, high"))
        }
        guard !risks.contains(where: { $0.kind == kind }) else {
          throw CellFault(
            problem: Wording(
              zh: "“\(kind.name.chinese)”风险重复", en: "the \(kind.name.english) risk stands twice"),
            expected: Wording(zh: "每种风险写一次", en: "expected each kind once"))
        }
        let remedy = answer.count > 1 ? String(answer[1]).filter { !")）".contains($0) } : ""
        risks.append(ProjectRisk(kind, level, remedy: remedy.isEmpty ? nil : remedy))
      }
      return risks
    }
  }
}

extension CellReader<[ProjectOpinion]> {
  /// What reviewers said: `示例甲（区财政局）：同意入库；示例乙（示例学院）：修改后再审`.
  static var opinions: Self {
    CellReader { (text, _) throws(CellFault) in
      var opinions: [ProjectOpinion] = []
      for item in text.split(whereSeparator: { ";；\n".contains($0) }) {
        let plain = String(item).folded
        guard !plain.isEmpty else { continue }
        let halves = plain.split(maxSplits: 1, whereSeparator: { ":：".contains($0) }).map(String.init)
        let person = (halves.first ?? "").split(maxSplits: 1, whereSeparator: { "(（".contains($0) })
        let verdict = (halves.count == 2 ? halves[1] : "").split(maxSplits: 1) { ",，".contains($0) }
        guard person.count == 2, let answer = verdict.first.flatMap({ Words.opinionVerdicts[String($0)] })
        else {
          throw CellFault(
            problem: Wording(
              zh: "“\(Masking.shown(plain))”不是评审意见", en: "'\(Masking.shown(plain))' is no opinion"),
            expected: Wording(
              zh: "应为 姓名（单位）：同意入库 这样的写法，结论：同意入库、修改后再审、不同意",
              en: "expected one such as Name (unit): pass, with pass, revise or reject"))
        }
        opinions.append(
          ProjectOpinion(
            reviewer: String(person[0]).folded, unit: String(person[1]).filter { !")）".contains($0) }.folded,
            verdict: answer, remark: verdict.count > 1 ? String(verdict[1]).folded : nil))
      }
      return opinions
    }
  }
}

extension Words {
  static let projectKinds = Vocabulary<Project.Kind>([
    (.project, ["project", "创业项目", "项目"]), (.idea, ["idea", "金点子", "创业金点子", "点子", "创意"]),
  ])

  static let risks = Vocabulary<ProjectRisk.Kind>([
    (.market, ["market", "市场", "市场风险"]), (.technology, ["technology", "技术", "技术风险"]),
    (.funding, ["funding", "资金", "资金风险", "财务"]),
    (.permits, ["permits", "政策许可", "政策", "许可", "政策风险", "审批"]),
    (.supply, ["supply", "供应", "供应风险", "原料"]), (.staff, ["staff", "用工", "人员", "用工风险"]),
    (.safety, ["safety", "安全环保", "安全", "环保", "安全风险"]),
  ])

  static let riskLevels = Vocabulary<ProjectRisk.Level>([
    (.low, ["low", "低", "小", "低风险"]), (.medium, ["medium", "中", "一般", "中风险"]),
    (.high, ["high", "高", "大", "高风险"]),
  ])

  static let projectStates = Vocabulary<ProjectState>([
    (.collected, ["collected", "征集", "退回"]), (.review, ["review", "评审", "送审", "复审"]),
    (.listed, ["listed", "入库"]), (.promoted, ["promoted", "推介", "推荐", "入目录"]),
    (.retired, ["retired", "停用", "退出", "下架"]),
  ])

  static let opinionVerdicts = Vocabulary<ProjectOpinion.Verdict>([
    (.pass, ["pass", "同意入库", "同意", "通过"]), (.revise, ["revise", "修改后再审", "修改"]),
    (.reject, ["reject", "不同意", "否决", "不通过"]),
  ])
}
