import Centre
import Civil
import Cohorts
import Courses
import Reports

/// A trainee's record for the terminal, numbers hidden.
enum TraineeReport {
  static func lines(
    _ page: TraineePage, _ rulings: [(Course.Programme, Eligibility)], in area: AreaCode, on date: CivilDate,
    _ language: Language, _ width: Int
  ) -> [String] {
    let zh = language == .chinese
    let (record, trainee) = (page.record, page.record.trainee)
    var facts: [(Wording, String?)] = [
      (Wording(zh: "证件", en: "paper"), record.profile.document.name[language]),
      (Wording(zh: "证件号码", en: "number"), Disclosure.masked.idNumber(trainee.idNumber).text(in: language)),
      (Wording(zh: "性别", en: "sex"), record.sex?.name[language]),
      // The birth date is what the hidden places of the number say: the age tells enough.
      (
        Wording(zh: "年龄", en: "age"),
        record.bornOn.map {
          Wording(zh: "\(date.fullYears(since: $0)) 周岁", en: "\(date.fullYears(since: $0))")[language]
        }
      ),
      (Wording(zh: "文化程度", en: "education"), record.profile.education?.name[language]),
      (Wording(zh: "户籍所在地", en: "area"), trainee.area),
      (Wording(zh: "户籍性质", en: "household"), record.profile.household?.name[language]),
      (Wording(zh: "联系电话", en: "phone"), Disclosure.masked.phone(trainee.phone).text(in: language)),
      (
        Wording(zh: "创业意向", en: "means to start"),
        record.profile.wish ?? trainee.industry.map { Industry.wording(of: $0)[language] }
      ),
      (
        Wording(zh: "语言", en: "languages"),
        trainee.languages.isEmpty
          ? nil
          : trainee.languages.sorted().joined(separator: Wording(zh: "、", en: ", ")[language])
      ),
      (
        Wording(zh: "自述享受过补贴", en: "says to have had a subsidy"),
        record.profile.hadSubsidy.map { answer($0)[language] }
      ),
      (
        Wording(zh: "个人信息授权", en: "consent"),
        record.profile.consentOn?.description ?? Wording(zh: "未登记", en: "not recorded")[language]
      ),
      (Wording(zh: "授权撤回前最后一天", en: "followed to"), record.followedTo?.description),
      (
        Wording(zh: "同一人的其他编号", en: "the same person as"),
        page.sameAs.isEmpty ? nil : page.sameAs.joined(separator: ", ")
      ),
    ]
    facts.removeAll { $0.1?.isEmpty ?? true }
    let name = Wording(zh: "学员 \(record.id)：\(trainee.name)", en: "trainee \(record.id): \(trainee.name)")
    var lines = [name[language]]
    lines += facts.map { "  " + $0.0[language] + (zh ? "：" : ": ") + ($0.1 ?? "") }
    lines += section(
      Wording(zh: "人员类别", en: "categories")[language], page.memberships.map { category($0, language) })
    lines += section(
      Wording(zh: "参加的班级", en: "classes")[language],
      page.classes.map { held in
        let certificate = page.certificates.first { $0.classID == held.id }
        let number = certificate.map {
          Wording(zh: "，证书 \($0.number)", en: ", certificate \($0.number)")[language]
        }
        return "\(held.id) \(held.courseName) \(held.days.lowerBound) – \(held.days.upperBound)"
          + (number ?? "")
      })
    lines += section(
      Wording(zh: "已更正或作废的证书", en: "certificates struck out")[language],
      page.struckOut.map { struck in
        let (paper, correction) = (struck.certificate, struck.correction)
        return Wording(
          zh: "\(paper.number)（\(paper.classID)，\(paper.issuedOn) 发证）：\(correction.reason)，"
            + "\(correction.entry.on) \(correction.entry.by)",
          en: "\(paper.number) (\(paper.classID), of \(paper.issuedOn)): \(correction.reason), "
            + "\(correction.entry.on) \(correction.entry.by)")[language]
      })
    lines += section(
      Wording(zh: "享受补贴的培训", en: "trainings at public cost")[language],
      page.trainings.map { "\($0.on) \($0.programme.rawValue) \($0.classID)" })
    if !page.history.isEmpty {
      lines += section(
        Wording(zh: "以前的登记", en: "on record before")[language],
        page.history.map { past in
          let changes = past.record.differences(from: record).map(\.text[language])
          let until = Wording(zh: "至 \(past.until)", en: "until \(past.until)")[language]
          let less = Wording(zh: "（补充资料前）", en: " (before more was known)")[language]
          return changes.isEmpty
            ? until + less : until + (zh ? "：" : ": ") + changes.joined(separator: zh ? "；" : "; ")
        })
    }
    let heading = Wording(
      zh: "补贴资格（按 \(area) 的口径，\(date) 开班）",
      en: "eligible at public cost (rules of \(area), a class from \(date))")
    return lines + section(heading[language], rulings.map { ruling($0.0, $0.1, language) }, width)
  }

  private static func section(_ title: String, _ items: [String], _ width: Int = 0) -> [String] {
    items.isEmpty ? [] : ["", title] + items.map { "  " + $0 }
  }

  private static func answer(_ yes: Bool) -> Wording {
    yes ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
  }

  private static func category(_ membership: CategoryMembership, _ language: Language) -> String {
    let name = TraineeCategory.all.first { $0.code == membership.category }?.name[language]
    let span = Wording(
      zh: "自 \(membership.from)" + (membership.through.map { " 至 \($0)" } ?? ""),
      en: "from \(membership.from)" + (membership.through.map { " to \($0)" } ?? ""))
    let papers = membership.evidence.map { evidence in
      evidence.kind + (evidence.reference.isEmpty ? "" : " " + MaskedIdentity.text(evidence.reference))
    }
    let proof =
      papers.isEmpty
      ? Wording(zh: "无证明材料", en: "no evidence")[language]
      : papers.joined(separator: language == .chinese ? "、" : ", ")
    return "\(name ?? membership.category) \(span[language])" + (language == .chinese ? "，" : ", ") + proof
  }

  private static func ruling(_ programme: Course.Programme, _ eligibility: Eligibility, _ language: Language)
    -> String
  {
    let word: Wording
    switch eligibility.ruling {
    case .eligible: word = Wording(zh: "可享受", en: "yes")
    case .ineligible: word = Wording(zh: "不可享受", en: "no")
    case .undecided: word = Wording(zh: "待核", en: "open")
    }
    let reasons = eligibility.reasons.map(\.text[language])
    let separator = language == .chinese ? "；" : "; "
    return DisplayWidth.fitted(programme.rawValue, to: 8) + word[language]
      + (reasons.isEmpty ? "" : (language == .chinese ? "：" : ": ") + reasons.joined(separator: separator))
  }
}
