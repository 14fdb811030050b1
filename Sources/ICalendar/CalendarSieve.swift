import Civil

/// What a stranger's calendar is cut down to before libical sees it: known properties of known components.
///
/// Every bound of ``CalendarLimits`` that concerns the text is held here; libical then meets no line that is long,
/// no component that is deep, and no property that the reader has no use for.
struct CalendarSieve {
  /// What is left, as iCalendar text; each event carries its line number in ``lineMark``.
  let text: String
  /// VEVENT components.
  let events: Int
  let skipped: [SkippedItem]

  static let lineMark = "X-LINE"

  init(_ bytes: [UInt8], source: String, limits: CalendarLimits) throws(CalendarError) {
    var lines = try CalendarLines(bytes, source: source, limits: limits)
    var strainer = Strainer(source: source, limits: limits)
    var line: [UInt8] = []
    while lines.next(into: &line) {
      try strainer.take(line, number: lines.number)
    }
    try strainer.finish(number: lines.number)
    text = strainer.text
    events = strainer.events
    skipped = strainer.skipped
  }
}

/// The state of a ``CalendarSieve`` between two lines.
private struct Strainer {
  let source: String
  let limits: CalendarLimits
  var text = ""
  var events = 0
  var skipped: [SkippedItem] = []
  /// The components that are open, outermost first.
  private var open: [String] = []
  /// How many of them are not wanted, nor is anything in them.
  private var unwanted = 0
  private var calendars = 0
  private var zones = 0
  private var observances = 0
  private var dates = 0
  private var rules = 0
  /// Whether a line of the open event has been reported as not understood.
  private var hasJunk = false

  init(source: String, limits: CalendarLimits) {
    self.source = source
    self.limits = limits
  }

  mutating func take(_ line: [UInt8], number: Int) throws(CalendarError) {
    let name = ContentLine.name(of: line)
    if name.isEmpty, unwanted == 0, open.last == "VEVENT", !hasJunk {
      hasJunk = true
      skipped.append(SkippedItem(line: number, reason: .lineNotUnderstood))
    }
    switch name {
    case "BEGIN", "END":
      guard line.count < 256, let content = ContentLine(line) else { return }
      let component = content.value.uppercased()
      if name == "BEGIN" {
        try begin(component, number: number)
      } else {
        try end(component, number: number)
      }
    default:
      guard unwanted == 0, let component = open.last, wanted[component]?.contains(name) == true else {
        return
      }
      guard line.count <= limits.lineBytes else {
        throw CalendarError(.lineTooLong(limit: limits.lineBytes), source: source, line: number)
      }
      guard let content = ContentLine(line) else {
        // Libical then reports the property as one without a value.
        text += "\(name):?\r\n"
        return
      }
      try keep(content, number: number)
    }
  }

  mutating func finish(number: Int) throws(CalendarError) {
    // Some writers forget the last line; a file that ends inside an event has been cut off.
    guard calendars > 0 else { throw CalendarError(.notACalendar, source: source) }
    if open == ["VCALENDAR"] {
      skipped.append(SkippedItem(line: number, reason: .endMissing))
      text += "END:VCALENDAR\r\n"
    } else if let last = open.last {
      throw CalendarError(.unbalanced(found: "BEGIN:\(last)"), source: source, line: number)
    }
  }

  private mutating func begin(_ component: String, number: Int) throws(CalendarError) {
    guard open.count < limits.depth else {
      throw CalendarError(.nestedTooDeep(limit: limits.depth), source: source, line: number)
    }
    let parent = open.last
    // A calendar in a calendar or an event in an event: an END is missing, and what belongs where is a guess.
    let isMisplaced = component == "VCALENDAR" && parent != nil || component == "VEVENT" && parent == "VEVENT"
    if isMisplaced {
      throw CalendarError(.unbalanced(found: "BEGIN:\(component)"), source: source, line: number)
    }
    open.append(component)
    guard unwanted == 0, parents[component]?.contains(parent ?? "") == true else {
      if parent == nil { throw CalendarError(.notACalendar, source: source, line: number) }
      unwanted += 1
      if component == "VAVAILABILITY" {
        skipped.append(SkippedItem(line: number, reason: .availabilityNotRead))
      }
      return
    }
    text += "BEGIN:\(component)\r\n"
    switch component {
    case "VCALENDAR": calendars += 1
    case "VEVENT", "VFREEBUSY":
      if component == "VEVENT" { events += 1 }
      guard events <= limits.events else {
        throw CalendarError(.tooManyEvents(limit: limits.events), source: source, line: number)
      }
      text += "\(CalendarSieve.lineMark):\(number)\r\n"
      (dates, rules) = (0, 0)
      hasJunk = false
    case "VTIMEZONE":
      zones += 1
      observances = 0
    default:
      observances += 1
      (dates, rules) = (0, 0)
    }
    guard zones <= limits.zones, observances <= limits.observances else {
      throw CalendarError(
        .tooManyZones(limit: zones > limits.zones ? limits.zones : limits.observances), source: source,
        line: number)
    }
  }

  private mutating func end(_ component: String, number: Int) throws(CalendarError) {
    guard open.last == component else {
      throw CalendarError(.unbalanced(found: "END:\(component.prefix(40))"), source: source, line: number)
    }
    open.removeLast()
    if unwanted > 0 { unwanted -= 1 } else { text += "END:\(component)\r\n" }
  }

  private mutating func keep(_ line: ContentLine, number: Int) throws(CalendarError) {
    guard line.parameterCount <= limits.parameters else {
      throw CalendarError(.tooManyParameters(limit: limits.parameters), source: source, line: number)
    }
    switch line.name {
    case "EXDATE", "RDATE", "FREEBUSY":
      dates += line.value.utf8.count { $0 == 44 } + 1
      guard dates <= limits.dates else {
        throw CalendarError(.tooManyDates(limit: limits.dates), source: source, line: number)
      }
    case "RRULE", "EXRULE":
      rules += 1
      guard rules <= limits.rules else {
        throw CalendarError(.tooManyRules(limit: limits.rules), source: source, line: number)
      }
    default: break
    }
    let head = line.name + line.parametersForLibical
    if ["EXDATE", "RDATE", "FREEBUSY"].contains(line.name) {
      // Libical 3.0.16 drops what is beyond the 500th value of a line.
      for value in line.value.split(separator: ",") { text += "\(head):\(value.uppercased())\r\n" }
    } else {
      text += "\(head):\(line.valueForLibical)\r\n"
    }
  }

  /// Which components are read, and inside which.
  private let parents: [String: Set<String>] = [
    "VCALENDAR": [""], "VEVENT": ["VCALENDAR"], "VFREEBUSY": ["VCALENDAR"], "VTIMEZONE": ["VCALENDAR"],
    "STANDARD": ["VTIMEZONE"], "DAYLIGHT": ["VTIMEZONE"],
  ]

  /// Which of their properties are read.
  private let wanted: [String: Set<String>] = [
    "VCALENDAR": ["X-WR-TIMEZONE"],
    "VEVENT": [
      "UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE",
      "RECURRENCE-ID",
      "TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS", "CATEGORIES", "SUMMARY",
    ],
    "VFREEBUSY": ["FREEBUSY"],
    "VTIMEZONE": ["TZID"],
    "STANDARD": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"],
    "DAYLIGHT": ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"],
  ]
}

extension ContentLine {
  /// The value in capitals where it is no text, which libical insists on.
  ///
  /// A rule goes without a negative COUNT, by which some writers mean “no count”.
  fileprivate var valueForLibical: String {
    switch name {
    case "UID", "SUMMARY", "CATEGORIES", "TZID", "X-WR-TIMEZONE": return value
    case "RRULE":
      let parts = value.uppercased().split(separator: ";")
      return parts.filter { !$0.hasPrefix("COUNT=-") }.joined(separator: ";")
    default: return value.uppercased()
    }
  }

  /// The parameters with VALUE as the value itself shows it: many writers leave it out or get it wrong.
  fileprivate var parametersForLibical: String {
    var kept = parameters
    kept["VALUE"] = nil
    if ["DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"].contains(name) {
      if value.utf8.contains(UInt8(ascii: "/")) {
        kept["VALUE"] = "PERIOD"
      } else if !value.utf8.contains(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") }) {
        kept["VALUE"] = "DATE"
      }
    }
    if kept.isEmpty { return "" }
    return kept.sorted { $0.key < $1.key }.map { name, value in
      ";\(name)=\"" + (value.utf8.contains(34) ? value.filter { $0 != "\"" } : value) + "\""
    }.joined()
  }
}

extension Wording {
  fileprivate static let endMissing = Wording(
    zh: "缺少 END:VCALENDAR，文件可能不完整；请核对事件数",
    en: "END:VCALENDAR is missing, the file may be cut off; check the number of events")
  fileprivate static let availabilityNotRead = Wording(
    zh: "可用时间(VAVAILABILITY)未读取；请在师资表中填写可用时段",
    en: "availability (VAVAILABILITY) is not read; state the open blocks in the people table")
  fileprivate static let lineNotUnderstood = Wording(
    zh: "事件中有无法识别的行，已忽略；请确认", en: "a line of the event is not understood and was ignored; please check")
}
