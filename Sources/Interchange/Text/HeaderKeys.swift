extension String {
  /// What headers, table names and words of closed sets are compared by: half-width, lower case, without blanks,
  /// hyphens, underscores, and without an asterisk or a colon at the end.
  var headerKey: String {
    var scalars = String.UnicodeScalarView()
    for scalar in folded.lowercased().unicodeScalars {
      if scalar == " " || scalar == "_" || scalar == "-" || scalar == "\u{200B}" { continue }
      // Asking for a property costs; ASCII has no other whitespace than the control characters.
      if scalar.isASCII ? scalar.value < 0x20 : scalar.properties.isWhitespace { continue }
      scalars.append(scalar)
    }
    while let last = scalars.last, last == "*" || last == ":" { scalars.removeLast() }
    return String(scalars)
  }

  /// The keys under which a header may be known: as it is, without what stands in brackets, and what stands in them.
  var headerKeys: [String] {
    let key = headerKey
    guard let open = key.firstIndex(of: "("), let close = key.lastIndex(of: ")"), open < close else {
      return [key]
    }
    let inside = key[key.index(after: open)..<close]
    let outside = key[..<open] + key[key.index(after: close)...]
    return [key, String(outside).headerKey, String(inside)]
  }
}
