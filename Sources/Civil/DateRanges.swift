/// Some dates: single ones and ranges, which may be open at an end.
package struct DateRanges: Hashable, Sendable, CustomStringConvertible {
  /// From a date to a date, both included; nil: without end.
  package struct Span: Hashable, Sendable {
    package let first: CivilDate?
    package let last: CivilDate?
  }

  package let spans: [Span]

  /// The dates written as `2026-03-02`, `2026-03-02..2026-03-06`, `2026-03-02..` or several of these with commas.
  ///
  /// - Throws: the first item that is no date and no range.
  package init(_ text: some StringProtocol) throws(DateRangesError) {
    var spans: [Span] = []
    for item in text.split(omittingEmptySubsequences: false, whereSeparator: { ",，".contains($0) }) {
      spans.append(try Self.span(String(item).filter { $0 != " " }))
    }
    self.spans = spans
  }

  private static func span(_ item: String) throws(DateRangesError) -> Span {
    guard let dots = item.firstRange(of: "..") else {
      guard let date = CivilDate(item) else { throw .notADate(item) }
      return Span(first: date, last: date)
    }
    let (from, to) = (item[..<dots.lowerBound], item[dots.upperBound...])
    guard !from.isEmpty || !to.isEmpty else { throw .notADate(item) }
    let first = CivilDate(from)
    let last = CivilDate(to)
    if first == nil, !from.isEmpty { throw .notADate(String(from)) }
    if last == nil, !to.isEmpty { throw .notADate(String(to)) }
    if let first, let last, last < first { throw .backwards(item) }
    return Span(first: first, last: last)
  }

  /// What of it lies within two dates: ranges in the order written.
  package func within(_ first: CivilDate, _ last: CivilDate) -> [ClosedRange<CivilDate>] {
    spans.compactMap { span in
      let from = max(first, span.first ?? first)
      let to = min(last, span.last ?? last)
      return from <= to ? from...to : nil
    }
  }

  /// As it is written.
  package var description: String {
    spans.map { span in
      span.first == span.last
        ? span.first?.description ?? "" : "\(span.first?.description ?? "")..\(span.last?.description ?? "")"
    }.joined(separator: ",")
  }
}

/// Why a text is no list of dates.
package enum DateRangesError: Error, Hashable, Sendable {
  case notADate(String)
  /// The range ends before it begins.
  case backwards(String)
}
