package import Civil
import ICalendar
package import Interchange

/// Reads bundles from disk, with the calendars that they name.
package enum BundleService {
  /// Reads the bundle in a folder and says all that is wrong with it in one pass.
  ///
  /// `partial` keeps the sound rows where others are not. `calendarsFolder` holds the program's own calendars, where
  /// a working calendar is looked up that the bundle lacks. Busy times are read up to `until` where the plan ends
  /// before it. Throws where the folder cannot be read at all.
  package static func readBundle(
    at path: String, partial: Bool, calendarsFolder: String, until: CivilDate? = nil
  ) throws(CentreError) -> BundleReading {
    let files = try BundleFolder.open(path)
    return BundleReader(calendars: .libical(sharedFolder: calendarsFolder)).read(
      files, partial: partial, until: until)
  }
}

extension CalendarReaders {
  /// Reads calendars with the ICalendar module; shared ones come from a folder, which may be missing.
  static func libical(sharedFolder: String) -> CalendarReaders {
    CalendarReaders(
      workingCalendar: { bytes, file throws(CalendarFailure) in
        do throws(CalendarError) {
          // Holidays are whole days: the zone does not matter.
          return try CalendarReader(zone: "Asia/Shanghai").workingCalendar(in: bytes, source: file)
        } catch {
          throw CalendarFailure(error)
        }
      },
      busyTime: { bytes, file, window, zone throws(CalendarFailure) in
        do throws(CalendarError) {
          let reading = try CalendarReader(zone: zone).busyTime(in: bytes, source: file, window: window)
          return (reading.busy, reading.skipped.map(\.placed))
        } catch {
          throw CalendarFailure(error)
        }
      },
      sharedCalendar: { name in
        guard let shared = try? BundleFolder.open(sharedFolder), shared.names.contains(name) else {
          return nil
        }
        return try shared.read(name)
      })
  }
}

extension CalendarFailure {
  fileprivate init(_ error: CalendarError) {
    self.init(line: error.line, problem: error.kind.wording)
  }
}

extension SkippedItem {
  /// The reason with the line on which the event begins.
  fileprivate var placed: Wording {
    Wording(zh: "第 \(line) 行：\(reason.chinese)", en: "line \(line): \(reason.english)")
  }
}
