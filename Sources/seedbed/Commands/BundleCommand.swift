import ArgumentParser
import Centre
import Civil
import Interchange

/// What can be done with a bundle.
struct BundleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bundle",
      abstract: text(zh: "检查或导入中心的表格", en: "Check or import a centre's spreadsheets"),
      subcommands: [BundleCheck.self, BundleImport.self])
  }
}

/// Reading a bundle for a command.
enum BundleReadings {
  static func read(
    _ path: String, calendars: String, partial: Bool = false, until: CivilDate? = nil
  ) throws -> BundleReading {
    try BundleService.readBundle(at: path, partial: partial, calendarsFolder: calendars, until: until)
  }

  static func read(
    _ options: BundleOptions, partial: Bool = false, until: CivilDate? = nil
  ) throws -> BundleReading {
    try read(options.bundle, calendars: options.calendars.path, partial: partial, until: until)
  }
}
