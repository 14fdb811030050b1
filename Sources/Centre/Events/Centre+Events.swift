package import Civil
import Indicators
package import Interchange
import Logging
package import ProjectLibrary
import Store

extension Centre {
  /// The outreach events as known on a day, by code.
  package func events(asOf day: CivilDate) throws(CentreError) -> [OutreachEvent] {
    try stored { store throws(StoreError) in try store.outreachEvents(knownOn: day) }
  }

  /// An event as known on a day.
  ///
  /// Throws where there is none of the code.
  package func event(_ code: String, asOf day: CivilDate) throws(CentreError) -> OutreachEvent {
    guard let event = try events(asOf: day).first(where: { $0.id == code }) else {
      throw .refused(
        Wording(
          zh: "没有活动 \(code)；可用 event list 查看",
          en: "there is no event \(code); 'event list' tells which there are"
        ))
    }
    return event
  }

  /// Reads a ledger of outreach events; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readEvents(_ bytes: [UInt8], file: String) throws(CentreError) -> FileReading<OutreachEvent> {
    let today = try today()
    let projects = Set(try projects(asOf: today).map(\.project.id))
    return try inWorkbook(file) { () throws(WorkbookError) in
      try BasesFiles.events(bytes, file: file, projects: projects, today: today)
    }
  }

  /// Enters events: new ones, and new versions of those that have changed.
  package func enter(_ events: [OutreachEvent]) throws(CentreError) -> RecordedCounts {
    let stamp = try recordStamp()
    let counts = try stored { store throws(StoreError) in try store.record(events, stamp: stamp) }
    log.notice("events entered", metadata: ["new": "\(counts.new)", "changed": "\(counts.changed)"])
    return counts
  }

  /// Registers a new event; a blank id gets the next one, such as `E0001`.
  ///
  /// Returns it as it was registered. Throws where there is one of its id, it is told results though it is to come, or
  /// shows unknown projects.
  package func register(_ event: OutreachEvent) throws(CentreError) -> OutreachEvent {
    let stamp = try recordStamp()
    let codes = try stored { store throws(StoreError) in try store.eventCodes() }
    var event = event
    if event.id.isEmpty {
      let last = codes.compactMap { $0.hasPrefix("E") ? Int($0.dropFirst()) : nil }.max() ?? 0
      event = event.named("E" + padded(last + 1, 4))
    } else if codes.contains(event.id) {
      throw .refused(
        Wording(
          zh: "编号 \(event.id) 已有活动；换一个编号，或用 event change 变更",
          en: "there is an event \(event.id) already: choose another number, or use 'event change'"))
    }
    try check(event, today: stamp.on)
    return try record(event, stamp)
  }

  /// Records what changed of an event, or what it brought; returns it as it is now.
  ///
  /// Throws where there is none of the code, it is told results though it is to come or was cancelled, or shows unknown
  /// projects.
  package func change(
    event code: String, by change: (inout OutreachEvent) -> Void
  ) throws(CentreError) -> OutreachEvent {
    let stamp = try recordStamp()
    var event = try event(code, asOf: stamp.on)
    change(&event)
    try check(event, today: stamp.on)
    return try record(event, stamp)
  }

  /// Strikes out an event that was entered by mistake.
  ///
  /// Throws where none of the code stands.
  package func strikeOut(event code: String, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    _ = try event(code, asOf: stamp.on)
    _ = try stored { store throws(StoreError) in
      try store.strikeOut(event: code, reason: reason, stamp: stamp)
    }
    log.notice("event struck out", metadata: ["event": "\(code)"])
  }

  private func record(_ event: OutreachEvent, _ stamp: RecordStamp) throws(CentreError) -> OutreachEvent {
    _ = try stored { store throws(StoreError) in try store.record([event], stamp: stamp) }
    log.notice("event recorded", metadata: ["event": "\(event.id)"])
    return event
  }

  private func check(_ event: OutreachEvent, today: CivilDate) throws(CentreError) {
    if event.hasResults, event.days.lowerBound > today {
      throw .refused(
        Wording(
          zh: "\(event.id) 于 \(event.days.lowerBound) 举办，今天是 \(today)：举办之后再登记结果",
          en:
            "\(event.id) begins on \(event.days.lowerBound) and today is \(today): record results once it was held"
        ))
    }
    if event.hasResults, event.cancelled != nil {
      throw .refused(
        Wording(
          zh: "\(event.id) 已取消，不能登记结果；如已恢复举办，请用 event change \(event.id) --held",
          en:
            "\(event.id) was cancelled and has no results; if it was held after all: event change \(event.id) --held"
        ))
    }
    let known = Set(try projects(asOf: today).map(\.project.id))
    let missing = event.allProjects.filter { !known.contains($0) }
    guard missing.isEmpty else {
      throw .refused(
        Wording(
          zh: "项目库中没有 \(missing.joined(separator: "、"))；可用 project list 查看",
          en:
            "the library has no project \(missing.joined(separator: ", ")); 'project list' tells which there are"
        ))
    }
  }

  /// What a region asks for in a year, where a regulation says so.
  func outreachQuota(area: String, on date: CivilDate) -> OutreachQuota? {
    environment.regulations.rule(\.outreach, in: AreaCode(area) ?? .nation, on: date)
  }
}
