package import Civil
import Cohorts

/// Why somebody may not attend at public cost, or what must be known first.
package enum EligibilityReason: Hashable, Sendable {
  case noRegulation(area: AreaCode, date: CivilDate)
  case programmeNotCovered(Course.Programme)
  case noAdmittedCategory(admitted: [String])
  case categoryAtAnotherTime(category: String, from: CivilDate, through: CivilDate?)
  case evidenceMissing(category: String)
  case tooYoung(age: Int, least: Int)
  case tooOld(age: Int, most: Int)
  case retired(on: CivilDate)
  case birthDateUnknown
  case sexUnknown
  case livesElsewhere(required: AreaCode)
  case areaUnknown(required: AreaCode)
  case entitlementUsed(rule: EntitlementRule, last: SubsidisedTraining, times: Int)

  /// One sentence, with what to do where something can be done.
  package var text: Wording {
    switch self {
    case .noRegulation(let area, let date):
      Wording(zh: "\(area) 在 \(date) 没有生效的政策口径", en: "no regulation is in force in \(area) on \(date)")
    case .programmeNotCovered(let programme):
      Wording(
        zh: "政策口径不含 \(programme.rawValue) 课程", en: "the regulation does not cover \(programme.rawValue)")
    case .noAdmittedCategory(let admitted):
      Wording(
        zh: "不属于补贴对象：\(names(admitted, .chinese, "、"))",
        en: "in none of the admitted groups: \(names(admitted, .english, ", "))")
    case .categoryAtAnotherTime(let category, let from, let through):
      Wording(
        zh: "“\(name(category, .chinese))”身份有效期为 \(from) 至 \(through?.description ?? "今")，开班时不在有效期内",
        en:
          "\(name(category, .english)) only from \(from) to \(through?.description ?? "now"), not when the class starts"
      )
    case .evidenceMissing(let category):
      Wording(
        zh: "缺“\(name(category, .chinese))”的证明材料，请补交",
        en: "no evidence for \(name(category, .english)): ask for the paper")
    case .tooYoung(let age, let least):
      Wording(
        zh: "开班时 \(age) 周岁，未满 \(least) 周岁", en: "\(age) years old when the class starts, under \(least)")
    case .tooOld(let age, let most):
      Wording(zh: "开班时 \(age) 周岁，超过 \(most) 周岁", en: "\(age) years old when the class starts, over \(most)")
    case .retired(let day):
      Wording(zh: "\(day) 已达法定退休年龄", en: "reached the statutory retirement age on \(day)")
    case .birthDateUnknown:
      Wording(zh: "出生日期不详，请补身份证号", en: "the birth date is not known: ask for the identity number")
    case .sexUnknown: Wording(zh: "性别不详，无法判断退休年龄", en: "the sex is not known, nor then the retirement age")
    case .livesElsewhere(let required):
      Wording(zh: "户籍或常住地不在 \(required)", en: "neither lives nor is registered in \(required)")
    case .areaUnknown(let required):
      Wording(zh: "户籍或常住地不详，须在 \(required)", en: "the area is not known; it must be in \(required)")
    case .entitlementUsed(let rule, let last, let times):
      Wording(
        zh:
          "\(period(rule, .chinese))已享受补贴培训 \(times) 次 (最近：\(last.on) \(last.programme.rawValue)，班级 \(last.classID))，限 \(rule.limit) 次",
        en:
          "trained at public cost \(times == 1 ? "once" : "\(times) times") \(period(rule, .english)) (last: \(last.on), \(last.programme.rawValue), class \(last.classID)); the limit is \(rule.limit)"
      )
    }
  }

  private func name(_ code: String, _ language: Language) -> String {
    TraineeCategory.all.first { $0.code == code }?.name[language] ?? code
  }

  private func names(_ codes: [String], _ language: Language, _ comma: String) -> String {
    codes.map { name($0, language) }.joined(separator: comma)
  }

  private func period(_ rule: EntitlementRule, _ language: Language) -> String {
    switch rule.period {
    case .lifetime: Wording(zh: "此前", en: "so far")[language]
    case .calendarYear: Wording(zh: "本年度", en: "in the same year")[language]
    case .months(let months): Wording(zh: "\(months) 个月内", en: "within \(months) months")[language]
    }
  }
}
