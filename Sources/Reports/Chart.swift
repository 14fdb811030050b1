package import Civil

/// A chart as values: what is drawn, not how.
package struct Chart: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    package let x: Double
    package let y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A line: by steps where each value holds until the next (a survival curve), with marks where it has any
  /// (censored ventures), and a band between two such lines (an interval).
  package struct Line: Hashable, Sendable {
    package let name: Wording
    package let points: [Point]
    package let marks: [Point]
    package let lower: [Point]
    package let upper: [Point]

    package init(
      _ name: Wording, points: [Point], marks: [Point] = [], lower: [Point] = [], upper: [Point] = []
    ) {
      self.name = name
      self.points = points
      self.marks = marks
      self.lower = lower
      self.upper = upper
    }
  }

  /// Bars of one colour: one value for each category, nil where there is none.
  package struct Bars: Hashable, Sendable {
    package let name: Wording
    package let values: [Double?]

    package init(_ name: Wording, values: [Double?]) { (self.name, self.values) = (name, values) }
  }

  package enum Kind: Hashable, Sendable {
    case lines([Line], isStepped: Bool)
    case bars([Bars], categories: [Wording])
  }

  /// How the numbers along the vertical axis are printed.
  package enum Unit: Hashable, Sendable {
    case count
    case share
  }

  package let title: Wording
  package let kind: Kind
  package let xTitle: Wording
  package let yTitle: Wording
  package let unit: Unit
  /// The distance of the ticks along the horizontal axis of lines, such as 12 months; nil: round numbers.
  package let xStep: Double?

  package init(
    _ title: Wording, _ kind: Kind, x xTitle: Wording, y yTitle: Wording, unit: Unit, xStep: Double? = nil
  ) {
    self.title = title
    self.kind = kind
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.unit = unit
    self.xStep = xStep
  }

  /// The points of a line drawn by steps: each value is held until the next begins.
  package static func steps(_ points: [Point]) -> [Point] {
    var drawn: [Point] = []
    for point in points {
      if let last = drawn.last, last.y != point.y { drawn.append(Point(point.x, last.y)) }
      drawn.append(point)
    }
    return drawn
  }

  /// Values with the step between them from 0 up to at least `most`.
  package static func ticks(upTo most: Double, step: Double) -> [Double] {
    guard step > 0, most / step < 100 else { return ticks(upTo: most) }
    return (0...max(1, Int((most / step - 1e-9).rounded(.up)))).map { Double($0) * step }
  }

  /// Round values that divide an axis from 0 up to at least `most` into four to eleven parts.
  package static func ticks(upTo most: Double) -> [Double] {
    guard most > 0, most.isFinite else { return [0, 1] }
    var unit = 1.0
    while unit * 10 <= most { unit *= 10 }
    while unit > most { unit /= 10 }
    let steps = [0.1, 0.2, 0.25, 0.5, 1.0]
    let step = steps.map { $0 * unit }.last { (most / $0).rounded(.up) >= 4 } ?? unit
    let count = Int((most / step - 1e-9).rounded(.up))
    return (0...max(1, count)).map { Double($0) * step }
  }
}
