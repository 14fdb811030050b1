import Civil
import Interchange
import Reports

extension Console {
  /// A report as the result, in plain text.
  static func write(_ report: Report) {
    let text = String(decoding: ReportText.write(report, in: language), as: UTF8.self)
    write(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
