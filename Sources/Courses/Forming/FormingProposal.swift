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

    package init(id: String, offer: ClassOffer, start: CivilDate, intents: [Intent]) {
      self.id = id
      self.offer = offer
      self.start = start
      self.intents = intents
    }
  }

  /// A class that is decided on, and how many people it can have.
  package struct HeldClass: Hashable, Sendable {
    package let one: ProposedClass
    package let seats: Int

    package init(_ one: ProposedClass, seats: Int) {
      self.one = one
      self.seats = seats
    }
  }

  /// What has been decided on before: nothing at first.
  package struct Progress: Sendable {
    package var held: [HeldClass] = []
    /// Bounds of the whole, as the first proposal found them.
    package var bounds: FormedClasses.Bounds?

    package init(held: [HeldClass] = [], bounds: FormedClasses.Bounds? = nil) {
      self.held = held
      self.bounds = bounds
    }
  }

  /// Why a wish is left over.
  package enum Reason: Hashable, Sendable {
    case refused(WishJudgement.Refusal)
    case left(FormedClasses.LeftOver)
  }

  /// By first day, then by id.
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
  /// What `progress` holds stays, under the same ids. `steps` are those of the search; fewer where much is decided.
  package init(
    _ intents: [Intent], facts: [String: WishFacts], rules: FormingRules, sizes: ClassRule,
    months: [CivilDate], horizon: CivilDate, limits: [FormingLimit], taken: Set<String> = [],
    progress: Progress = Progress(), steps: Int? = nil
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
    let held = progress.held.compactMap { held -> (one: ProposedClass, problem: FormingProblem.Held)? in
      guard let offer = offers.firstIndex(of: held.one.offer),
        let month = months.firstIndex(of: held.one.start)
      else { return nil }
      return (
        held.one,
        FormingProblem.Held(
          offer: offer, month: month, wishes: held.one.intents.map(\.id), seats: held.seats)
      )
    }
    let formed = FormingProblem(
      wishes: wishes, offers: offers, months: months, horizon: horizon, limits: limits,
      least: sizes.leastTrainees, held: held.map(\.problem)
    ).solution(steps: steps ?? (progress.bounds == nil ? 1500 : 300), bounds: progress.bounds)
    let byID = Dictionary(sorted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var used = taken.union(held.map(\.one.id))
    let kept = zip(held, formed.held).map { held, now in
      ProposedClass(
        id: held.one.id, offer: held.one.offer, start: held.one.start,
        intents: now.wishes.compactMap { byID[$0] })
    }
    let new = formed.classes.map { one in
      let start = months[one.month]
      let (year, month, _) = start.parts
      let stem = "\(offers[one.offer].course)-\(year)\(padded(month, 2))-"
      var number = 1
      while !used.insert(stem + padded(number, 2)).inserted { number += 1 }
      return ProposedClass(
        id: stem + padded(number, 2), offer: offers[one.offer], start: start,
        intents: one.wishes.compactMap { byID[$0] })
    }
    classes = (kept + new).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
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
    case .left(.tooFew(let wishing, let least, let full)):
      Wording(
        zh: "同一意向和区域余 \(wishing) 人，不足 \(least) 人开班" + full.names.chinese + "；可放宽区域或与其他群体合班",
        en:
          "\(wishing) of the same wish and area are left, a class needs \(least)" + full.names.english
          + ": widen the area or join cohorts"
      )
    case .left(.noCapacity(let limits)) where limits.contains { $0.ground == .notFound }:
      Wording(
        zh: "人数够开班，但限定时间内未排出更多完整课表" + limits.names.chinese + "；可延长试排时间、增加场地师资或顺延",
        en: "enough for a class, but no complete timetable with more was found in the time given"
          + limits.names.english + ": search longer, add rooms or lecturers, or plan further")
    case .left(.noCapacity(let limits)):
      Wording(
        zh: "人数够开班，但各月已无容量" + limits.names.chinese + "；可增加场地师资或顺延",
        en: "enough for a class, but nothing is left in any month" + limits.names.english
          + ": add rooms or lecturers, or plan further")
    }
  }
}

extension [FormedClasses.Limit] {
  /// The names in brackets, each once; nothing where there is none.
  fileprivate var names: Wording {
    guard !isEmpty else { return Wording(zh: "", en: "") }
    return Wording(
      zh: "（\(map(\.name.chinese).joined(separator: "、"))）",
      en: " (\(map(\.name.english).joined(separator: ", ")))")
  }
}
