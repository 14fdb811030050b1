import Civil

/// A date or time as it stands in a calendar (RFC 5545 3.3.4, 3.3.5).
struct WallTime: Hashable {
  enum Form: Hashable {
    case date
    /// A time without a zone.
    case floating
    case utc
    case zoned(String)
  }

  /// Seconds since 1970-01-01 00:00 on the wall clock of its own zone.
  let seconds: Int
  let form: Form

  var isDate: Bool { form == .date }

  init(seconds: Int, form: Form) {
    self.seconds = seconds
    self.form = form
  }

  /// Reads `20260302`, `20260302T090000` or `20260302T090000Z`, of the years 1600 to 2400; nil for all else.
  init?(_ text: some StringProtocol, zone: String? = nil) {
    let characters = Array(text.utf8)
    let isUTC = characters.last == 90 || characters.last == 122
    let main = isUTC ? characters.dropLast() : characters[...]
    guard main.count == 8 || (main.count == 15 && (main[8] == 84 || main[8] == 116)),
      let year = WallTime.number(main[0..<4]), (1600...2400).contains(year),
      let month = WallTime.number(main[4..<6]), let day = WallTime.number(main[6..<8]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard main.count == 15 else {
      self.init(seconds: date.daysSinceEpoch * 86_400, form: .date)
      return
    }
    guard let hour = WallTime.number(main[9..<11]), let minute = WallTime.number(main[11..<13]),
      let second = WallTime.number(main[13..<15]), hour < 24, minute < 60, second <= 60
    else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
    self.init(seconds: seconds, form: isUTC ? .utc : zone.map { .zoned($0) } ?? .floating)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}

/// A length of time as it stands in a calendar (RFC 5545 3.3.6), in seconds; a day counts as 24 hours.
struct WrittenDuration: Hashable {
  let seconds: Int

  /// Reads `P1D`, `PT4H31M`, `-P1W`; nil for all else, and for lengths over a hundred years.
  init?(_ text: some StringProtocol) {
    var rest = text.uppercased()[...]
    let isNegative = rest.first == "-"
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    var total = 0
    var number: Int?
    var isTime = false
    for character in rest {
      if let digit = character.wholeNumberValue, character.isASCII {
        number = (number ?? 0) * 10 + digit
        guard let number, number <= 3_200_000_000 else { return nil }
      } else if character == "T" {
        isTime = true
      } else {
        guard let count = number, let unit = WrittenDuration.unit(character, isTime: isTime) else {
          return nil
        }
        total += count * unit
        number = nil
      }
    }
    guard number == nil, total <= 3_200_000_000 else { return nil }
    seconds = isNegative ? -total : total
  }

  private static func unit(_ letter: Character, isTime: Bool) -> Int? {
    switch (letter, isTime) {
    case ("W", false): 604_800
    case ("D", false): 86_400
    case ("H", true): 3600
    case ("M", true): 60
    case ("S", true): 1
    default: nil
    }
  }
}
