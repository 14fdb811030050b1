import Centre
import Civil
import Interchange
import Reports

extension Console {
  /// A report as the result, in plain text.
  static func write(_ report: Report) {
    let text = String(decoding: ReportText.write(report, in: language), as: UTF8.self)
    write(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  /// A report of those that `report list` names, as the result.
  static func write(_ name: String, of centre: Centre, _ request: ReportRequest) throws {
    guard let kind = [ReportKind].all.named(name) else {
      throw Failure(Wording(zh: "没有报表“\(name)”", en: "there is no report '\(name)'"))
    }
    write(try centre.report(kind, request))
  }
}
