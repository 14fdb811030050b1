package import Civil
import Foundation
import ICalendar
import Interchange
import Mentors
package import Planning

extension BundleFolder {
  /// Writes a bundle into a folder of its own, with its calendars: it reads back as the same facts.
  ///
  /// Holidays and make-up days stand in `calendar.ics`, a person's busy time in `busy-001.ics` and so on. Identity
  /// numbers and telephones of trainees are written only where `hasNumbers` says so. Throws where the folder holds
  /// anything, or cannot be written.
  package static func write(
    _ bundle: PlanningBundle, to path: String, hasNumbers: Bool, revised: Instant
  ) throws(CentreError) {
    try makeEmpty(path)
    var bundle = bundle
    var calendars: [String: String] = [:]
    if !bundle.calendar.marked.isEmpty {
      let name = "calendar.ics"
      try put(
        try text(name) { () throws(FeedError) in
          try bundle.calendar.text(name: bundle.centre.name, revised: revised)
        }, path, name)
      bundle.centre.calendars = [name]
    }
    for (place, person) in bundle.people.enumerated() {
      guard let busy = bundle.busy[person.id] else { continue }
      let name = "busy-\(padded(place + 1, 3)).ics"
      calendars[person.id] = name
      let feed = Feed(
        name: name, zone: bundle.centre.timeZone,
        events: busy.flatMap(\.days).enumerated().map { number, hours in
          FeedEvent(
            uid: "busy-\(place + 1)-\(number + 1)", sequence: 0, revised: revised, date: hours.date,
            hours: FeedEvent.Hours(hours.from, hours.to), summary: "忙")
        })
      try put(try text(name) { () throws(FeedError) in try feed.text() }, path, name)
    }
    for file in BundleTables(bundle, calendars: calendars, hasNumbers: hasNumbers).files {
      try put(file.bytes, path, file.name)
    }
  }

  private static func text(
    _ name: String, _ write: () throws(FeedError) -> [UInt8]
  ) throws(CentreError) -> [UInt8] {
    do throws(FeedError) { return try write() } catch {
      throw .feed(file: name, problem: error.wording)
    }
  }

  private static func makeEmpty(_ path: String) throws(CentreError) {
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      guard try list(path).isEmpty else {
        throw .refused(
          Wording(
            zh: "\(path)：文件夹里已有内容；请换一个新的文件夹", en: "\(path): the folder holds something; give a new one"))
      }
      return
    }
    do {
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: String(cString: strerror(EACCES)))
    }
  }

  private static func put(_ bytes: [UInt8], _ path: String, _ name: String) throws(CentreError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    } catch {
      throw .notWritable(path: path + "/" + name, reason: String(cString: strerror(EACCES)))
    }
  }
}

extension BusyTime {
  /// The time day by day, as calendars have it: none goes past midnight.
  fileprivate var days: [(date: CivilDate, from: ClockTime, to: ClockTime)] {
    guard lowerBound < upperBound else { return [] }
    return (0...(upperBound.date - lowerBound.date)).compactMap { offset in
      let date = lowerBound.date + offset
      let from = offset == 0 ? lowerBound.time : ClockTime(minutes: 0)
      let to = date == upperBound.date ? upperBound.time : ClockTime(minutes: 1440)
      return from < to ? (date, from, to) : nil
    }
  }
}
