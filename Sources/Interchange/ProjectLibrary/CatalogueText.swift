import Civil
import Cohorts
import ProjectLibrary
import Reports

/// What the catalogue says in one language.
struct CatalogueText {
  let language: Language

  private func text(zh: String, en: String) -> String { language == .chinese ? zh : en }

  static let otherIndustry = Wording(zh: "行业未定", en: "No industry given")

  func summary(_ projects: [Project], _ date: CivilDate) -> String {
    let divisions = Set(projects.compactMap { $0.industry?.division }).count
    return text(
      zh: "截至 \(date)，共 \(projects.count) 个项目，涵盖 \(divisions) 个行业大类。",
      en: "As of \(date): \(projects.count) projects in \(divisions) divisions of industry.")
  }

  var search: String { text(zh: "搜索", en: "Search") }
  var searchHint: String { text(zh: "名称、简介、技能", en: "name, summary, skill") }
  var industry: String { text(zh: "行业门类", en: "Industry") }
  var investment: String { text(zh: "可投入资金", en: "Money at hand") }
  var fit: String { text(zh: "适合人群", en: "Suits") }
  var highTech: String { text(zh: "高新技术", en: "High technology") }
  var all: String { text(zh: "不限", en: "any") }
  var reset: String { text(zh: "清除条件", en: "Clear") }
  var nothing: String {
    text(zh: "没有符合条件的项目，请放宽条件。", en: "No project fits: widen the search.")
  }
  /// The script puts the numbers in the place of # and @.
  var countPattern: String { text(zh: "显示 # 个，共 @ 个", en: "# of @ shown") }
  var advice: String {
    text(
      zh: "项目信息仅供参考，不构成收益承诺。决定前请做市场调查，并向创业指导专家咨询。",
      en:
        "For information only, with no promise of profit. Study the market and ask an adviser before you decide."
    )
  }

  /// Steps of money: what can be started with at most so many yuan.
  var moneySteps: [(value: String, name: String)] {
    [30_000, 50_000, 100_000, 200_000, 500_000].map { yuan in
      ("\(yuan)", text(zh: "\(yuan / 10_000) 万元以内可起步", en: "starts with up to ¥\(grouped(yuan))"))
    }
  }

  static func category(_ code: String) -> Wording {
    TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
  }

  /// What is told of a project below its summary; what is not known is left out.
  func particulars(of project: Project) -> [(name: String, value: String)] {
    var all: [(String, String)] = []
    if let industry = project.industry {
      all.append((text(zh: "行业", en: "Industry"), industry.divisionTitle[language]))
    }
    if let money = project.investment { all.append((text(zh: "投资额", en: "Investment"), range(money))) }
    if let staff = project.staff {
      let (low, high) = (staff.lowerBound, staff.upperBound)
      let people = low == high ? "\(low)" : "\(low)–\(high)"
      all.append((text(zh: "用工", en: "Staff"), text(zh: "\(people) 人", en: people)))
    }
    if let space = project.space {
      let metres = grouped(space)
      all.append((text(zh: "场地", en: "Space"), text(zh: "\(metres) 平方米", en: "\(metres) m²")))
    }
    if let months = project.paybackMonths {
      all.append((text(zh: "回收期", en: "Payback"), text(zh: "约 \(months) 个月", en: "about \(months) months")))
    }
    if !project.skills.isEmpty {
      all.append((text(zh: "技能", en: "Skills"), project.skills.joined(separator: text(zh: "、", en: ", "))))
    }
    let groups = project.fit.map { CatalogueText.category($0)[language] }
    all.append(
      (
        fit,
        groups.isEmpty ? text(zh: "不限", en: "anybody") : groups.joined(separator: text(zh: "、", en: ", "))
      ))
    let risks = project.risks.filter { $0.level > .low }.sorted { $1.level < $0.level }
    if !risks.isEmpty {
      let names = risks.map { risk in
        "\(risk.kind.name[language]) \(risk.level.name[language])"
          + (risk.remedy.map { text(zh: "（\($0)）", en: " (\($0))") } ?? "")
      }
      all.append((text(zh: "风险提示", en: "Risks"), names.joined(separator: text(zh: "；", en: "; "))))
    }
    all.append((text(zh: "责任部门", en: "Department"), project.owner))
    if let term = project.validUntil { all.append((text(zh: "有效期至", en: "Valid until"), "\(term)")) }
    all.append((text(zh: "编号", en: "No."), project.id))
    return all
  }

  /// `3万–8万元`, `¥30,000–80,000`.
  private func range(_ money: ClosedRange<Money>) -> String {
    let ends = Set([money.lowerBound, money.upperBound]).sorted()
    return text(
      zh: ends.map(tenThousands).joined(separator: "–") + "元",
      en: "¥" + ends.map { grouped($0.fen / 100) }.joined(separator: "–"))
  }

  private func tenThousands(_ money: Money) -> String {
    let yuan = money.fen / 100
    guard yuan >= 10_000, yuan % 1000 == 0 else { return grouped(yuan) }
    return yuan % 10_000 == 0 ? "\(yuan / 10_000)万" : decimal(scaled: yuan / 1000, decimals: 1) + "万"
  }

  private func grouped(_ number: Int) -> String { Figures.grouped(number) }
}
