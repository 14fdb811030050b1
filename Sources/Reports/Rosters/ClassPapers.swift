package import Civil
import Cohorts
package import Courses

/// The papers of one class (班级材料): its rosters, its attendance sheet, its dossier and its claim file.
package struct ClassPapers: Sendable {
  package let file: ClassFile
  package let institution: Institution
  package let disclosure: Disclosure
  package let layouts: [RosterLayout]
  package let claimRule: ClaimRule?
  /// What comes of each stage of each trainee's subsidy, in the order of the members.
  package let claims: [ClaimVerdict]
  /// The claim that its papers are of, as it was filed; nil: what may be claimed.
  package let filing: ClaimFiling?
  package let areaNames: AreaNames

  /// `layouts` are those that a region or a centre sets; of the others the common ones are used.
  package init(
    _ file: ClassFile, institution: Institution, disclosure: Disclosure = .masked,
    layouts: [RosterLayout] = [], claimRule: ClaimRule? = nil, claims: [ClaimVerdict] = [],
    filing: ClaimFiling? = nil, areaNames: AreaNames = AreaNames()
  ) {
    self.file = file
    self.institution = institution
    self.disclosure = disclosure
    self.layouts = layouts
    self.claimRule = claimRule
    self.claims = claims
    self.filing = filing
    self.areaNames = areaNames
  }

  func layout(_ standard: RosterLayout) -> RosterLayout {
    layouts.first { $0.name == standard.name } ?? standard
  }

  func title(_ layout: RosterLayout) -> Wording { title(layout.title) }

  /// The paper's title under the name of the course.
  func title(_ paper: Wording) -> Wording {
    let course = file.record.courseName
    return Wording(zh: "\(course)\(paper.chinese)", en: "\(course): \(paper.english)")
  }

  /// What stands under the title of every paper.
  var particulars: [Report.Particular] {
    let record = file.record
    var lines = [
      Report.Particular(Wording(zh: "培训机构", en: "Institution"), .text(institution.name)),
      Report.Particular(Wording(zh: "班级", en: "Class"), .text(record.id)),
      Report.Particular(
        Wording(zh: "培训起止时间", en: "Taught"), .words([RosterColumn].days(record.days))),
      Report.Particular(Wording(zh: "课时", en: "Periods"), .count(record.periods)),
    ]
    if let paper = file.way.step(into: .approved)?.paper {
      lines.append(Report.Particular(Wording(zh: "开班批复", en: "Approval"), .text(paper)))
    }
    return lines
  }

  /// That numbers are hidden, where they are.
  func notes(_ more: [Wording] = []) -> [Wording] {
    disclosure == .full
      ? more
      : more + [
        Wording(
          zh: "证件号码和电话已隐去部分数字；报送主管部门的版本须另行注明生成。",
          en:
            "Numbers of papers and phones are partly hidden; the version for the authority is made on request."
        )
      ]
  }
}
