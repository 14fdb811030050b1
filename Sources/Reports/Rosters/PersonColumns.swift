import Civil
import Cohorts
import Courses

extension [RosterColumn] {
  /// Who somebody is: the opening roster (开班花名册) is made of them.
  static let person = [
    RosterColumn("number", "序号", "No.", width: 5) { .count($0.number) },
    RosterColumn("trainee", "学员编号", "Trainee", width: 10) { .text($0.member.id) },
    RosterColumn("name", "姓名", "Name", width: 12) { .text($0.member.trainee.name) },
    RosterColumn("sex", "性别", "Sex", width: 5) { $0.member.sex.map { .words($0.name) } ?? .blank },
    RosterColumn("id_number", "身份证号码", "Identity number", width: 24) {
      $0.disclosure.idNumber($0.member.trainee.idNumber)
    },
    RosterColumn("age", "年龄", "Age", width: 5) { entry in
      entry.member.bornOn.map { .count(entry.file.record.days.lowerBound.fullYears(since: $0)) } ?? .blank
    },
    RosterColumn("education", "文化程度", "Education", width: 10) {
      $0.member.profile.education.map { .words($0.name) } ?? .blank
    },
    RosterColumn("area", "户籍所在地", "Registered in", width: 12) { entry in
      .words(entry.member.trainee.area.map(entry.areaNames.shown))
    },
    RosterColumn("household", "户籍性质", "Household", width: 8) {
      $0.member.profile.household.map { .words($0.name) } ?? .blank
    },
    RosterColumn("category", "人员类别", "Category", width: 16) { categories(of: $0) },
    RosterColumn("papers", "证件名称及编号", "Papers", width: 22) { papers(of: $0) },
    RosterColumn("phone", "联系电话", "Phone", width: 15) { $0.disclosure.phone($0.member.trainee.phone) },
    RosterColumn("wish", "创业意向", "Means to start", width: 16) {
      let member = $0.member
      return member.profile.wish.map { .text($0) }
        ?? member.trainee.industry.map { .words(Industry.wording(of: $0)) } ?? .blank
    },
    RosterColumn("languages", "语言", "Languages", width: 12) {
      text($0.member.trainee.languages.sorted().joined(separator: "、"))
    },
    RosterColumn("had_subsidy", "是否享受过同类补贴", "Subsidy before", width: 8) {
      $0.member.profile.hadSubsidy.map { .words(answer($0)) } ?? .blank
    },
    RosterColumn("signature", "本人签字", "Signature", width: 12) { _ in .blank },
    RosterColumn("remarks", "备注", "Remarks", width: 12) { text($0.member.profile.remarks) },
    // A column of a region's form that is filled in by hand; a layout gives it its title.
    RosterColumn("blank", "", "", width: 12) { _ in .blank },
  ]

  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }

  static func answer(_ yes: Bool) -> Wording {
    yes ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
  }

  /// The names of the categories that held when the class began; without any on record, that of the roster.
  private static func categories(of entry: RosterEntry) -> Cell {
    let held = entry.file.memberships(of: entry.member.id).map(\.category)
    var codes: [String] = []
    for code in held.isEmpty ? [entry.member.trainee.category] : held where !codes.contains(code) {
      codes.append(code)
    }
    let names = codes.map { code in
      TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
    }
    return .words(
      Wording(
        zh: names.map(\.chinese).joined(separator: "、"), en: names.map(\.english).joined(separator: ", ")))
  }

  /// What proves the categories; numbers of papers are as private as identity numbers.
  private static func papers(of entry: RosterEntry) -> Cell {
    var papers: [String] = []
    for evidence in entry.file.memberships(of: entry.member.id).flatMap(\.evidence) {
      let number =
        entry.disclosure == .full ? evidence.reference : MaskedIdentity.text(evidence.reference)
      let paper = evidence.kind + (evidence.reference.isEmpty ? "" : " " + number)
      if !papers.contains(paper) { papers.append(paper) }
    }
    return papers.isEmpty ? .blank : .text(papers.joined(separator: "；"))
  }
}
