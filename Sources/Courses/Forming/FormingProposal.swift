package import Civil
package import Cohorts

/// Classes proposed from the register of wishes, with what becomes of every wish.
package struct FormingProposal: Sendable {
  /// A class to form.
  package struct ProposedClass: Hashable, Sendable {
    package let id: String
    package let offer: ClassOffer
    package let start: CivilDate
    /// The wishes that it meets, who waits longest first.
    package let intents: [Intent]
  }

  /// Why a wish is left over.
  package enum Reason: Hashable, Sendable {
    case refused(WishJudgement.Refusal)
    case left(FormedClasses.LeftOver)
  }

  package let classes: [ProposedClass]
  package let leftOver: [(intent: Intent, reason: Reason)]
  /// By intent, the programme that was asked for and has to wait, where the class is of the one before it.
  package let insteadOf: [String: Course.Programme]
  /// By intent, what must be proved before the class.
  package let notes: [String: [EligibilityReason]]
  package let formed: FormedClasses

  /// Proposes classes for wishes that are open.
  ///
  /// `intents` are as `IntentRegister.open` gives them; `facts` hold what else is known of a person, by intent. `months`
  /// are the first days of the months in which classes may begin, rising; who is left over waits at least to the
  /// `horizon`. `limits` are over the offers of `rules`. `taken` are ids of classes that exist: new ones get others.
  package init(
    _ intents: [Intent], facts: [String: WishFacts], rules: FormingRules, sizes: ClassRule,
    months: [CivilDate], horizon: CivilDate, limits: [FormingLimit], taken: Set<String> = [],
    steps: Int = 1500
  ) {
    var wishes: [CourseWish] = []
    var refused: [(intent: Intent, reason: Reason)] = []
    var insteadOf: [String: Course.Programme] = [:]
    var notes: [String: [EligibilityReason]] = [:]
    let sorted = intents.sorted { ($0.surveyedOn, $0.id) < ($1.surveyedOn, $1.id) }
    for intent in sorted {
      switch rules.judge(intent, facts[intent.id] ?? WishFacts()) {
      case .offers(let offers, _, let asked, let reasons):
        wishes.append(CourseWish(id: intent.id, offers: offers, since: intent.surveyedOn))
        insteadOf[intent.id] = asked
        if !reasons.isEmpty { notes[intent.id] = reasons }
      case .refused(let refusal): refused.append((intent, .refused(refusal)))
      }
    }
    let offers = rules.offers.map { offer in
      ClassOffer(
        course: offer.course, cohort: offer.cohort, site: offer.site, catchment: offer.catchment,
        most: min(offer.most, sizes.mostTrainees))
    }
    let formed = FormingProblem(
      wishes: wishes, offers: offers, months: months, horizon: horizon, limits: limits,
      least: sizes.leastTrainees
    ).solution(steps: steps)
    let byID = Dictionary(sorted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var used = taken
    classes = formed.classes.map { one in
      let start = months[one.month]
      let (year, month, _) = start.parts
      let stem = "\(offers[one.offer].course)-\(year)\(padded(month, 2))-"
      var number = 1
      while !used.insert(stem + padded(number, 2)).inserted { number += 1 }
      return ProposedClass(
        id: stem + padded(number, 2), offer: offers[one.offer], start: start,
        intents: one.wishes.compactMap { byID[$0] })
    }
    let left = sorted.compactMap { intent in
      formed.leftOver[intent.id].map { (intent: intent, reason: Reason.left($0)) }
    }
    leftOver = (refused + left).sorted {
      ($0.intent.surveyedOn, $0.intent.id) < ($1.intent.surveyedOn, $1.intent.id)
    }
    self.insteadOf = insteadOf
    self.notes = notes
    self.formed = formed
  }
}

extension FormingProposal.Reason {
  /// One sentence: why, and what can be done.
  package var text: Wording {
    switch self {
    case .refused(let refusal): refusal.text
    case .left(.noOffer): Wording(zh: "没有适合的班型", en: "no kind of class fits")
    case .left(.readyTooLate(let date)):
      Wording(zh: "\(date) 以后才能入学，晚于本次计划", en: "can begin only from \(date), after the months planned")
    case .left(.tooFew(let wishing, let least)):
      Wording(
        zh: "同一意向和区域余 \(wishing) 人，不足 \(least) 人开班；可放宽区域或与其他群体合班",
        en:
          "\(wishing) of the same wish and area are left, a class needs \(least): widen the area or join cohorts"
      )
    case .left(.noCapacity(let limits)):
      Wording(
        zh: "人数够开班，但各月已无容量"
          + (limits.isEmpty ? "" : "（\(limits.map(\.chinese).joined(separator: "、"))）") + "；可增加场次或顺延",
        en: "enough for a class, but nothing is left in any month"
          + (limits.isEmpty ? "" : " (\(limits.map(\.english).joined(separator: ", ")))")
          + ": add rooms or lecturers, or plan further")
    }
  }
}
