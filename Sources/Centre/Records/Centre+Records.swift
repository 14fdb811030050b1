package import Civil
import ICalendar
import Interchange
import Planning
import Store

extension Centre {
  /// The civil day at the centre.
  package func today() throws(CentreError) -> CivilDate {
    let settings = try stored { store throws(StoreError) in try store.centreSettings() }
    return CivilDate(of: environment.now(), zone: settings?.timeZone ?? "Asia/Shanghai")
  }

  /// The first day of the plan.
  ///
  /// Throws before the first import.
  package func planFrom() throws(CentreError) -> CivilDate {
    guard let settings = try stored({ store throws(StoreError) in try store.centreSettings() }) else {
      throw .noBundle
    }
    return settings.planFrom
  }

  /// Who records something, when, and which day that is at the centre.
  func recordStamp() throws(CentreError) -> RecordStamp {
    RecordStamp(at: environment.now(), on: try today(), by: environment.actor)
  }

  /// Holidays and make-up working days of all years that are known: those of the program's calendars in a folder, which
  /// may be missing, and those of the bundle.
  package func workingCalendar(calendarsFolder: String) throws(CentreError) -> WorkingCalendar {
    var calendar = WorkingCalendars.all(in: calendarsFolder)
    if let bundle = try stored({ store throws(StoreError) in try store.facts() }) {
      calendar.merge(bundle.calendar)
    }
    return calendar
  }
}

/// The program's own calendars.
package enum WorkingCalendars {
  /// Those of a folder together; a file that is no calendar is left out, and a folder that is missing has none.
  package static func all(in folder: String) -> WorkingCalendar {
    var calendar = WorkingCalendar()
    guard let files = try? BundleFolder.open(folder) else { return calendar }
    let readers = CalendarReaders.libical(sharedFolder: folder)
    for name in files.names where name.lowercased().hasSuffix(".ics") {
      guard let bytes = try? files.read(name), let year = try? readers.workingCalendar(bytes, name) else {
        continue
      }
      calendar.merge(year)
    }
    return calendar
  }
}
