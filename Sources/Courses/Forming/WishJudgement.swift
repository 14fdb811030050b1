package import Civil
package import Cohorts

/// What is known of the person behind a wish, besides the register's own row.
package struct WishFacts: Hashable, Sendable {
  /// All the ids under which rosters have the person.
  package let person: Set<String>
  package let sex: Sex?
  /// Categories that are on record, with their evidence; those that the wish only names are added.
  package let memberships: [CategoryMembership]
  package let trained: [SubsidisedTraining]
  package let entry: EntryFacts
  /// The id of an earlier wish of the person for the same programme, which is still open.
  package let earlier: String?

  package init(
    person: Set<String> = [], sex: Sex? = nil, memberships: [CategoryMembership] = [],
    trained: [SubsidisedTraining] = [], entry: EntryFacts = EntryFacts(), earlier: String? = nil
  ) {
    self.person = person
    self.sex = sex
    self.memberships = memberships
    self.trained = trained
    self.entry = entry
    self.earlier = earlier
  }
}

/// What a wish can be met by, or why by nothing.
package enum WishJudgement: Hashable, Sendable {
  /// Why a wish cannot be met by any class.
  package enum Refusal: Hashable, Sendable {
    case noProgramme
    case toldBefore(intent: String)
    case notEntitled([EligibilityReason])
    case notPrepared([EntryFlaw])
    case noCourse(Course.Programme)
    case noCohort(categories: [String])
    case noSite(AreaCode)
  }

  /// By these offers. `insteadOf` is the programme that was asked for, where another must be attended first; `notes` say
  /// what must be proved before the class.
  case offers(Set<Int>, programme: Course.Programme, insteadOf: Course.Programme?, notes: [EligibilityReason])
  case refused(Refusal)
}

extension WishJudgement.Refusal {
  /// One sentence, with what to do.
  package var text: Wording {
    switch self {
    case .noProgramme:
      Wording(zh: "未填培训需求，请询问本人想参加的课程", en: "names no programme: ask which course the person wants")
    case .toldBefore(let intent):
      Wording(
        zh: "与意愿 \(intent) 是同一人的同一需求，按 \(intent) 编班；请办结此条",
        en: "the same person asked for it in \(intent), which is placed: close this one")
    case .notEntitled(let reasons):
      Wording(
        zh: "不符合补贴培训条件：" + reasons.map(\.text.chinese).joined(separator: "；"),
        en: "not entitled: " + reasons.map(\.text.english).joined(separator: "; "))
    case .notPrepared(let flaws):
      Wording(
        zh: "不符合入学条件：" + flaws.map(\.text.chinese).joined(separator: "；"),
        en: "not prepared: " + flaws.map(\.text.english).joined(separator: "; "))
    case .noCourse(let programme):
      Wording(
        zh: "没有 \(programme.rawValue) 课程，请先在课程表中添加",
        en: "no course of \(programme.rawValue): add one to the bundle")
    case .noCohort(let categories):
      Wording(
        zh: "没有适合其人员类别的学员群体（\(categories.isEmpty ? "未填" : categories.joined(separator: "、"))）",
        en:
          "no cohort of the person's categories (\(categories.isEmpty ? "none given" : categories.joined(separator: ", ")))"
      )
    case .noSite(let area):
      Wording(zh: "没有培训点服务其所在区域 \(area)", en: "no site serves the area \(area)")
    }
  }
}

/// What classes can be formed of, and who may attend them.
package struct FormingRules: Sendable {
  package let offers: [ClassOffer]
  package let programmes: [String: Course.Programme]
  /// The category of each cohort, by its id.
  package let cohorts: [String: String]
  package let eligibility: EligibilityRegulations
  package let entry: EntryRule?
  package let categories: CategoryTree
  /// The day and the area by which entitlements are judged: the first day of the first month.
  package let date: CivilDate
  package let area: AreaCode

  package init(
    offers: [ClassOffer], courses: [Course], cohorts: [Cohort], eligibility: EligibilityRegulations,
    entry: EntryRule?, categories: CategoryTree = CategoryTree(), date: CivilDate, area: AreaCode
  ) {
    self.offers = offers
    programmes = Dictionary(courses.map { ($0.id, $0.programme) }, uniquingKeysWith: { first, _ in first })
    self.cohorts = Dictionary(cohorts.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    self.eligibility = eligibility
    self.entry = entry
    self.categories = categories
    self.date = date
    self.area = area
  }

  /// What a wish can be met by.
  ///
  /// Who lacks the course that comes before is offered that one in its stead. Categories are taken as the person says;
  /// what is not proved is told as a note.
  package func judge(_ intent: Intent, _ facts: WishFacts) -> WishJudgement {
    guard let asked = intent.programme.flatMap(Course.Programme.init) else { return .refused(.noProgramme) }
    if let earlier = facts.earlier { return .refused(.toldBefore(intent: earlier)) }
    var programme = asked
    if let condition = entry?.condition(of: asked) {
      let flaws = condition.flaws(of: facts.entry)
      let others = flaws.filter { if case .courseBefore = $0 { false } else { true } }
      if let before = condition.after.first, flaws.contains(.courseBefore(condition.after)) {
        programme = before
      } else if !others.isEmpty {
        return .refused(.notPrepared(others))
      }
    }
    let ruling = eligibility.eligibility(
      of: applicant(intent, facts), for: programme, in: area, on: date, trained: facts.trained)
    guard ruling.ruling != .ineligible else { return .refused(.notEntitled(ruling.reasons)) }
    let ofCourse = offers.indices.filter { programmes[offers[$0].course] == programme }
    guard !ofCourse.isEmpty else { return .refused(.noCourse(programme)) }
    let held = Set(intent.categories + facts.memberships.filter { $0.holds(on: date) }.map(\.category))
    let ofCohort = ofCourse.filter { place in
      guard let category = cohorts[offers[place].cohort] else { return false }
      return held.contains { categories.contains($0, in: category) }
    }
    guard !ofCohort.isEmpty else { return .refused(.noCohort(categories: held.sorted())) }
    // Whose area is not known can be asked to come anywhere.
    let near = ofCohort.filter { place in intent.area.map { $0.isWithin(offers[place].catchment) } ?? true }
    if near.isEmpty, let home = intent.area { return .refused(.noSite(home)) }
    return .offers(
      Set(near), programme: programme, insteadOf: programme == asked ? nil : asked, notes: ruling.reasons)
  }

  private func applicant(_ intent: Intent, _ facts: WishFacts) -> Applicant {
    let known = Set(facts.memberships.map(\.category))
    let said = intent.categories.filter { !known.contains($0) }.map { category in
      CategoryMembership(
        id: "\(intent.id)-\(category)", person: intent.id, category: category, from: intent.surveyedOn,
        entry: intent.entry)
    }
    return Applicant(
      person: facts.person, birthDate: intent.birthDate, sex: facts.sex, area: intent.area,
      memberships: facts.memberships + said)
  }
}
