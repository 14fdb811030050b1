package import Civil

/// A class's way through its states (办班流程), from the steps that were recorded.
package struct ClassWay: Sendable {
  package let classID: String
  /// In the order in which they were taken.
  package let steps: [ClassStep]

  /// The steps of a class as known on a day; `all` may hold those of other classes.
  package init(classID: String, steps all: [ClassStep], knownOn day: CivilDate) {
    self.classID = classID
    steps = all.enumerated().filter { $0.element.classID == classID && $0.element.recordedOn <= day }
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// Where the class stands on a date.
  package func state(on date: CivilDate) -> ClassState { steps.last { $0.on <= date }?.state ?? .preparing }

  /// The last step into a state; a class that was sent back takes it twice.
  package func step(into state: ClassState) -> ClassStep? { steps.last { $0.state == state } }

  /// What is wrong with one more step.
  ///
  /// `taught` is the first and the last day of teaching; nil: no timetable yet.
  package func flaws(
    of step: ClassStep, taught: ClosedRange<CivilDate>?, today: CivilDate
  ) -> [ClassStepFlaw] {
    var flaws: [ClassStepFlaw] = []
    let last = steps.last
    let state = last?.state ?? .preparing
    if !state.next.contains(step.state) { flaws.append(.outOfOrder(from: state, to: step.state)) }
    if let last, step.on < last.on { flaws.append(.beforeLast(last)) }
    if step.on > today { flaws.append(.inFuture(today: today)) }
    let order = { (one: ClassState) in ClassState.allCases.firstIndex(of: one) ?? 0 }
    let isForth = order(step.state) > order(state)
    if step.state == .approved, step.paper?.isEmpty ?? true { flaws.append(.approvalWithoutPaper) }
    guard isForth, [.opened, .teaching, .completed].contains(step.state) else { return flaws }
    guard let taught else { return flaws + [.noTimetable(step.state)] }
    switch step.state {
    case .opened where step.on > taught.lowerBound: flaws.append(.openedAfterTeaching(taught.lowerBound))
    case .teaching where step.on < taught.lowerBound: flaws.append(.taughtBeforeFirst(taught.lowerBound))
    case .completed where step.on < taught.upperBound: flaws.append(.completedBeforeEnd(taught.upperBound))
    default: break
    }
    return flaws
  }
}

/// What is wrong with a step of a class's way.
package enum ClassStepFlaw: Hashable, Sendable {
  case outOfOrder(from: ClassState, to: ClassState)
  case beforeLast(ClassStep)
  case inFuture(today: CivilDate)
  case approvalWithoutPaper
  case noTimetable(ClassState)
  case openedAfterTeaching(CivilDate)
  case taughtBeforeFirst(CivilDate)
  case completedBeforeEnd(CivilDate)

  /// One sentence: what is wrong and what was expected.
  package var text: Wording {
    switch self {
    case .outOfOrder(let from, let to):
      Wording(
        zh: "班级现为“\(from.name.chinese)”，不能转为“\(to.name.chinese)”；可转为："
          + names(from.next, .chinese, "、", none: "（无，流程已结束）"),
        en: "the class is \(from.name.english) and cannot become \(to.name.english); it may become: "
          + names(from.next, .english, ", ", none: "nothing more"))
    case .beforeLast(let last):
      Wording(
        zh: "日期早于上一步“\(last.state.name.chinese)”的 \(last.on)",
        en: "before its last step, \(last.state.name.english) on \(last.on)")
    case .inFuture(let today): Wording(zh: "日期在今天 \(today) 之后", en: "after today, \(today)")
    case .approvalWithoutPaper:
      Wording(zh: "缺开班批复文号，请填写", en: "the number of the approval is missing: give it")
    case .noTimetable(let state):
      Wording(
        zh: "班级尚无已发布课表，不能转为“\(state.name.chinese)”；请先发布课表",
        en: "the class has no published timetable and cannot become \(state.name.english): publish it first")
    case .openedAfterTeaching(let first):
      Wording(zh: "开班日期晚于第一次课 \(first)", en: "opened after its first session on \(first)")
    case .taughtBeforeFirst(let first):
      Wording(zh: "授课日期早于第一次课 \(first)", en: "teaching before its first session on \(first)")
    case .completedBeforeEnd(let last):
      Wording(zh: "结业日期早于最后一次课 \(last)", en: "completed before its last session on \(last)")
    }
  }

  private func names(_ states: Set<ClassState>, _ language: Language, _ comma: String, none: String) -> String
  {
    let names = ClassState.allCases.filter(states.contains).map { $0.name[language] }
    return names.isEmpty ? none : names.joined(separator: comma)
  }
}
