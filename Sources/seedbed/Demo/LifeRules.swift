import Civil
import FollowUp

/// How made-up trainees fare after the course: shares and days, chosen so that rates and survival come out as the
/// field reports them (a fifth to a third start, four fifths of the ventures live for a year).
struct LifeRules: Sendable {
  /// The share who ever start, by category code; others start at `otherStarts`.
  var starts: [String: Double] = [
    "graduate": 0.24, "returning_migrant": 0.36, "laid_off": 0.25, "registered_unemployed": 0.25,
    "veteran": 0.33, "disabled": 0.2, "hard_to_employ": 0.19, "women": 0.28, "owner": 0.42,
  ]
  var otherStarts = 0.26
  /// Who starts does so within these days after the class, at these shares; evenly within each span.
  var startDays: [(ClosedRange<Int>, Double)] = [
    (1...30, 0.12), (31...90, 0.34), (91...180, 0.3), (181...365, 0.17), (366...540, 0.07),
  ]
  /// Of those who start: with the next trainee of the class; already before the class.
  var withPartner = 0.08
  var beforeClass = 0.03
  /// Of ventures: licensed; of these after they began to operate; of the others exempt.
  var licensed = 0.84
  var licensedLate = 0.08
  var exempt = 0.25
  /// Prepared or registered and never operated.
  var neverOperates = 0.05
  /// The share of operating ventures that stop within the first, the second and every later year of operation.
  var stops = [0.25, 0.17, 0.13]
  /// Of those that stop: suspended first, else closed at once; of the suspended: resume.
  var suspendedFirst = 0.6
  var resumes = 0.3
  /// Of those whose venture ended: start once more.
  var secondStarts = 0.15
  var loanApplied = 0.14
  var loanApproved = 0.68
  var loanPaid = 0.75
  /// The one-off start-up subsidy: kind code, yuan, and the share of licensed ventures that get it after half a year.
  var subsidyKind = "start_up"
  var subsidyYuan = 5_000
  var subsidised = 0.45
  /// Contacts: a task is done at all; somebody answers; of trainees, hard to reach.
  var taskDone = 0.94
  var answers = 0.8
  var hardToReach = 0.07
  /// Trainees who are asked in a survey, and of these the silent and the satisfied.
  var surveyed = 0.2
  var surveySilent = 0.14
  var satisfied = 0.9
  /// Codes of the key groups that employees are counted by.
  var keyGroups = ["graduate", "returning_migrant", "hard_to_employ"]

  static let industries: [(String, Double)] = [
    ("H6210", 14), ("H6220", 9), ("H6241", 3), ("F5292", 13), ("F5212", 10), ("A0141", 8), ("A0164", 3),
    ("A0143", 2), ("O8010", 6), ("O8040", 7), ("O8111", 4), ("C1351", 3), ("C1819", 3), ("G5430", 4),
    ("I6513", 5), ("L7244", 3), ("M7491", 2), ("P8391", 4), ("R8810", 2), ("E5011", 3),
  ]

  /// The form of a licensed venture.
  static let forms: [(LegalForm, Double)] = [
    (.individualBusiness, 64), (.limitedCompany, 13), (.onePersonCompany, 10), (.soleProprietorship, 4),
    (.partnership, 2), (.farmersCooperative, 6), (.privateNonEnterprise, 1),
  ]

  static let names: (first: [String], second: [String]) = (
    ["云", "禾", "青", "丰", "乐", "和", "安", "嘉", "瑞", "新", "明", "春", "秋", "山", "泉", "石"],
    ["禾", "源", "田", "客", "味", "语", "川", "林", "舟", "桥", "匠", "艺", "居", "里", "果", "果香"]
  )

  /// What a venture of a section is called by its trade.
  static func trade(_ section: Character) -> String {
    switch section {
    case "A": "种植"
    case "C": "加工"
    case "E": "装饰"
    case "F": "商贸"
    case "G": "货运"
    case "H": "餐饮"
    case "I": "网络"
    case "L": "商务"
    case "M": "设计"
    case "O": "家政"
    case "P": "教育"
    default: "文化"
    }
  }

  static let said: (good: [String], bad: [String], notStarted: [String]) = (
    ["生意平稳", "客源稳定", "准备增加人手", "正在办理食品许可", "线上订单增加"],
    ["房租压力大", "客源减少", "缺流动资金", "同行竞争激烈", "考虑转行"],
    ["正在选址", "暂时打工", "缺启动资金", "在家照顾家人", "还没有合适项目"]
  )
}
