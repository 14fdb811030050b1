package import Civil

/// One value of a report, typed: a workbook gets numbers and dates, a page gets text.
package enum Cell: Hashable, Sendable {
  case blank
  /// A name, a number that is not counted with (a certificate's), what somebody wrote: shown as it is.
  case text(String)
  case words(Wording)
  case count(Int)
  case decimal(Double, places: Int)
  /// A share of one, shown in percent: 0.306 as 30.6%.
  case share(Double, places: Int)
  /// Renminbi in fen, shown in yuan.
  case money(fen: Int)
  case date(CivilDate)
  /// Not shown because it would tell of too few people.
  case withheld
  /// Not computable, and why.
  case missing(Wording)
}

extension Cell {
  /// Whether it stands at the right of its column.
  package var isNumber: Bool {
    switch self {
    case .count, .decimal, .share, .money: true
    default: false
    }
  }

  /// The cell as people read it.
  package func text(in language: Language) -> String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .words(let wording): wording[language]
    case .count(let count): Figures.grouped(count)
    case .decimal(let value, let places): Figures.decimal(value, places: places)
    case .share(let share, let places): Figures.decimal(share * 100, places: places) + "%"
    case .money(let fen): Figures.yuan(fen: fen)
    case .date(let date): date.description
    case .withheld: "*"
    case .missing(let reason):
      Wording(zh: "无法计算：\(reason.chinese)", en: "not computable: \(reason.english)")[language]
    }
  }
}

/// Numbers as reports print them.
package enum Figures {
  /// Digits in groups of three: 12,345.
  package static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }

  /// With so many decimals, halves away from zero; a dash where the value is no number.
  package static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<max(0, places)).reduce(1) { product, _ in product * 10 }
    // The nearest decimal of a binary value such as 0.285 lies just below the half: it is taken as the half.
    let scaled = value * Double(scale)
    let nudged = scaled + (scaled < 0 ? -1 : 1) * max(abs(scaled), 1) * 1e-13
    guard value.isFinite, let whole = Int(exactly: nudged.rounded(.toNearestOrAwayFromZero)) else {
      return "–"
    }
    let digits = String(whole.magnitude % UInt(scale))
    let fraction = String(repeating: "0", count: max(0, places - digits.count)) + digits
    return (whole < 0 ? "-" : "") + grouped(Int(whole.magnitude) / scale) + (places > 0 ? "." + fraction : "")
  }

  /// Yuan with two decimals: 1,234.50.
  package static func yuan(fen: Int) -> String {
    let rest = String(fen.magnitude % 100)
    return (fen < 0 ? "-" : "") + grouped(Int(fen.magnitude / 100)) + "." + (rest.count < 2 ? "0" : "") + rest
  }
}
