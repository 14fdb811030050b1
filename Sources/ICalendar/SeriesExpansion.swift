import Civil

/// Follows the series of one file through a window.
struct SeriesExpansion {
  /// Seconds on the centre's wall clock.
  let window: Range<Int>
  let limits: CalendarLimits
  private(set) var zones: ZoneDirectory
  private(set) var budget: WorkBudget
  private(set) var occurrences: [Occurrence] = []
  private(set) var skipped: [SkippedItem] = []

  /// Every series starts with a budget that those before it have left.
  init(window: Range<Int>, zones: ZoneDirectory, limits: CalendarLimits, budget: WorkBudget) {
    self.window = window
    self.zones = zones
    self.limits = limits
    self.budget = budget
  }

  mutating func add(_ series: EventSeries) throws(WorkBudget.Exhausted) {
    guard let master = series.master else {
      for event in series.overrides { try keep(zones.span(of: event), isBusy: event.isBusy) }
      return
    }
    let form = master.start.form
    var overrides: [Int: CalendarEvent] = [:]
    for event in series.overrides {
      guard let replaced = event.recurrenceID else { continue }
      let key = zones.key(ofWall: zones.wall(of: replaced, in: form), in: form)
      // Of two for one occurrence the higher sequence counts, whatever their order in the file.
      if let other = overrides[key], other.sequence >= event.sequence { continue }
      overrides[key] = event
    }
    let excluded = try follow(master, overrides: &overrides)
    for (key, event) in overrides.sorted(by: { $0.value.line < $1.value.line }) {
      if excluded.contains(key) { continue }
      let isOutdated = event.sequence < master.sequence && event.repeats
      if isOutdated, try !gives(master, key: key) { continue }
      try keep(zones.span(of: event), isBusy: event.isBusy)
    }
    for event in series.namesakes {
      var none: [Int: CalendarEvent] = [:]
      _ = try follow(event, overrides: &none)
    }
  }

  /// The occurrences of a repeating or single event; takes the overrides that it meets out of the list.
  ///
  /// Returns the keys that EXDATE excludes.
  private mutating func follow(
    _ master: CalendarEvent, overrides: inout [Int: CalendarEvent]
  ) throws(WorkBudget.Exhausted) -> Set<Int> {
    let whole = zones.span(of: master)
    let form = whole.form
    let changes = futureChanges(in: overrides, form: form)
    var lengths: [Int: Int] = [:]
    let range = reach(of: whole, changes: changes, added: master.added)
    guard let starts = try starts(of: master, whole: whole, in: range, lengths: &lengths) else { return [] }
    var excluded: Set<Int> = []
    for date in master.excluded where !date.isDate || form == .date {
      excluded.insert(zones.key(ofWall: zones.wall(of: date, in: form), in: form))
    }
    let excludedDays = Set(master.excluded.filter(\.isDate).map { $0.seconds.dividedDown(by: 86_400) })
    for start in starts {
      let key = zones.key(ofWall: start, in: form)
      if excluded.contains(key) || excludedDays.contains(start.dividedDown(by: 86_400)) { continue }
      if let override = overrides.removeValue(forKey: key) {
        try keep(zones.span(of: override), isBusy: override.isBusy)
        continue
      }
      let change = changes.last { $0.key < key }
      let length = lengths[start] ?? change?.length ?? whole.length
      let span = EventSpan(start: start + (change?.shift ?? 0), length: length, form: form)
      try keep(span, isBusy: change?.isBusy ?? master.isBusy)
    }
    return excluded
  }

  /// What an override with RANGE=THISANDFUTURE does to the occurrences after it.
  private struct FutureChange {
    let key: Int
    let shift: Int
    let length: Int
    let isBusy: Bool
  }

  private mutating func futureChanges(
    in overrides: [Int: CalendarEvent], form: WallTime.Form
  ) -> [FutureChange] {
    overrides.filter { $0.value.movesFuture }.sorted { $0.key < $1.key }.map { key, event in
      let shift = event.recurrenceID.map {
        zones.wall(of: event.start, in: form) - zones.wall(of: $0, in: form)
      }
      return FutureChange(
        key: key, shift: shift ?? 0, length: zones.span(of: event).length, isBusy: event.isBusy)
    }
  }

  /// The starts on the series' wall clock that can touch the window.
  private func reach(
    of whole: EventSpan, changes: [FutureChange], added: [CalendarEvent.AddedDate]
  ) -> ClosedRange<Int> {
    let lengths = [whole.length] + changes.map(\.length) + added.compactMap(\.length)
    let shifts = [0] + changes.map(\.shift)
    // No two clocks are more than 26 hours apart.
    let low = window.lowerBound - (lengths.max() ?? 0) - (shifts.max() ?? 0) - 93_600
    let high = window.upperBound - (shifts.min() ?? 0) + 93_600
    return min(low, high)...max(low, high)
  }

  /// All starts in the range, in order; nil where a rule cannot be followed and the event was dealt with whole.
  private mutating func starts(
    of event: CalendarEvent, whole: EventSpan, in range: ClosedRange<Int>, lengths: inout [Int: Int]
  ) throws(WorkBudget.Exhausted) -> [Int]? {
    var starts: Set<Int> = []
    var lastUntil: Int? = event.rules.isEmpty ? nil : Int.min
    var rules: [RecurrenceRule] = []
    for text in event.rules {
      guard let rule = try? RecurrenceRule(text, maximumValues: limits.ruleValues), rule.frequency >= .daily
      else {
        try keepEveryDay(event, whole: whole, rule: try? RecurrenceRule(text))
        return nil
      }
      rules.append(rule)
    }
    if event.hasRefusedRule {
      try keepEveryDay(event, whole: whole, rule: nil)
      return nil
    }
    for rule in rules {
      let until = rule.until.map { zones.until($0, in: whole.form) }
      lastUntil = lastUntil.flatMap { last in until.map { max($0, last) } }
      starts.formUnion(try rule.starts(from: whole.start, in: range, until: until, budget: &budget))
    }
    for date in event.added {
      let start = zones.wall(of: date.start, in: whole.form)
      starts.insert(start)
      if let length = date.length, length >= 0 { lengths[start] = length }
    }
    if lastUntil.map({ whole.start <= $0 }) ?? true { starts.insert(whole.start) }
    for text in event.exclusions {
      guard let rule = try? RecurrenceRule(text, maximumValues: limits.ruleValues), rule.frequency >= .daily
      else {
        skipped.append(SkippedItem(line: event.line, reason: .unreadableExclusion))
        continue
      }
      let until = rule.until.map { zones.until($0, in: whole.form) }
      starts.subtract(try rule.starts(from: whole.start, in: range, until: until, budget: &budget))
    }
    return starts.filter(range.contains).sorted()
  }

  /// Whether the event's rules and dates give an occurrence with that key.
  private mutating func gives(_ event: CalendarEvent, key: Int) throws(WorkBudget.Exhausted) -> Bool {
    let whole = zones.span(of: event)
    let wall = whole.form == .date ? key : zones.clock(of: whole.form).wall(ofUTC: key)
    var lengths: [Int: Int] = [:]
    return try starts(of: event, whole: whole, in: wall...wall, lengths: &lengths)?.isEmpty == false
  }

  /// Takes every day from the event's start as busy: what its rule really means is not known.
  private mutating func keepEveryDay(
    _ event: CalendarEvent, whole: EventSpan, rule: RecurrenceRule?
  ) throws(WorkBudget.Exhausted) {
    skipped.append(SkippedItem(line: event.line, reason: .unreadableRule))
    let first = zones.occurrence(whole, isBusy: event.isBusy)
    var last = window.upperBound
    if let rule, let until = rule.until {
      let end = EventSpan(start: zones.until(until, in: whole.form), length: whole.length, form: whole.form)
      last = min(last, zones.occurrence(end, isBusy: true).end)
    }
    if let rule, let count = rule.count, !rule.hasLists, rule.frequency < .daily {
      let step = [1, 60, 3600][rule.frequency.rawValue] * rule.interval
      let total = step.multipliedReportingOverflow(by: count)
      if !total.overflow { last = min(last, first.end + total.partialValue) }
    }
    var day = max(window.lowerBound, first.start.dividedDown(by: 86_400) * 86_400)
    while day < last {
      try keep(EventSpan(start: day, length: 86_400, form: .date), isBusy: event.isBusy)
      day += 86_400
    }
  }

  private mutating func keep(_ span: EventSpan, isBusy: Bool) throws(WorkBudget.Exhausted) {
    try budget.spend(1)
    let occurrence = zones.occurrence(span, isBusy: isBusy)
    guard occurrence.overlaps(window) else { return }
    guard occurrences.count < limits.occurrences else { throw WorkBudget.Exhausted() }
    occurrences.append(occurrence)
  }

  /// Adds a stretch that needs no following, as VFREEBUSY gives it.
  mutating func add(_ span: EventSpan) throws(WorkBudget.Exhausted) { try keep(span, isBusy: true) }

  /// Notes what was left out or not understood.
  mutating func report(_ item: SkippedItem) { skipped.append(item) }
}

extension ZoneDirectory {
  /// The last second on a series' wall clock that UNTIL admits; a date admits its whole day.
  fileprivate mutating func until(_ time: WallTime, in form: WallTime.Form) -> Int {
    wall(of: time, in: form) + (time.isDate && form != .date ? 86_399 : 0)
  }
}

extension Wording {
  fileprivate static let unreadableRule = Wording(
    zh: "规则无法识别，请确认；从开始日起每天按占用处理",
    en: "the recurrence rule is not understood, please check; every day from its start counts as busy")
  fileprivate static let unreadableExclusion = Wording(
    zh: "例外规则(EXRULE)无法识别，已忽略；请确认",
    en: "the exception rule (EXRULE) is not understood and was ignored; please check")
}
