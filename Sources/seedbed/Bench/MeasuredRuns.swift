import Foundation

/// What searches of one problem for one time, from several seeds, came to.
struct MeasuredRuns {
  let name: String
  let seconds: Double
  /// Seconds until the first timetable without a missing session, one a seed; infinite where none was found.
  let complete: [Double]
  /// Soft costs, one a seed; infinite where a session stayed out or a hard rule was broken.
  let costs: [Double]
  /// Anchors to compare with, by the heads of the table; nil: none is known.
  let anchors: [Double?]

  static let heads = ["problem", "seconds", "first complete, s", "median cost", "least to most"]

  /// A row of a Markdown table: `heads`, then the anchors.
  var cells: [String] {
    [
      name, Numbers.short(seconds), Self.middle(complete).map { Self.text($0, Numbers.seconds) } ?? "–",
      Self.middle(costs).map { Self.text($0, Numbers.short) } ?? "–",
      "\(Self.text(costs.min() ?? .infinity, Numbers.short)) to "
        + Self.text(costs.max() ?? .infinity, Numbers.short),
    ] + anchors.map { $0.map(Numbers.short) ?? "–" }
  }

  /// The median; of two in the middle the better one.
  static func middle(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }

  private static func text(_ value: Double, _ shown: (Double) -> String) -> String {
    value.isFinite ? shown(value) : "none"
  }
}

/// A table of an article in Markdown.
struct MarkdownTable {
  let heads: [String]
  let rows: [[String]]

  var lines: [String] {
    ([heads, heads.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }
}

/// The part of an article that measurements write: what lies between its two marks.
struct MeasuredSection {
  let begin: String
  let end: String

  init(_ name: String) {
    begin = "<!-- measured: \(name) -->"
    end = "<!-- end of measured: \(name) -->"
  }

  /// The article with the section's lines replaced; nil where it lacks the marks.
  func replaced(in article: String, by lines: [String]) -> String? {
    guard let from = article.range(of: begin),
      let to = article.range(of: end, range: from.upperBound..<article.endIndex)
    else { return nil }
    return article[..<from.upperBound] + "\n" + lines.joined(separator: "\n") + "\n"
      + article[to.lowerBound...]
  }
}

/// The machine, as far as measurements need to say.
enum Machine {
  /// As `2 cores, Intel(R) Xeon(R) at 2.0 GHz`, from the system's own tables.
  static var sentence: String {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = information.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(name ?? "unknown processor")"
  }
}
