/// What is known of everyone drawn (抽取): who answered, what they said, and who was silent.
///
/// Who has withdrawn leaves every denominator. The bounds are those of C. F. Manski (1989): nothing is assumed of
/// the silent.
package struct Response: Hashable, Sendable {
  /// The ids of those who were reached and said yes (started, alive, satisfied).
  package let yes: [String]
  /// The ids of those who were reached and said no.
  package let no: [String]
  /// The ids of those drawn who gave no answer.
  package let silent: [String]
  /// The ids of those who withdrew their consent: counted nowhere, shown as a number.
  package let withdrawn: [String]

  package init(yes: [String], no: [String], silent: [String], withdrawn: [String] = []) {
    self.yes = yes
    self.no = no
    self.silent = silent
    self.withdrawn = withdrawn
  }

  package var reached: Int { yes.count + no.count }
  package var drawn: Int { reached + silent.count }

  /// Who answered, of all drawn.
  package var responseRate: Share? { Share(reached, of: drawn) }
  /// Yes, of those reached; says nothing of the silent.
  package var ofReached: Share? { Share(yes.count, of: reached) }
  /// Yes, of all drawn, as if none of the silent would have said it: the lower bound.
  package var ofDrawn: Share? { Share(yes.count, of: drawn) }
  /// As if all of the silent would have said yes: the upper bound.
  package var ifAllSilent: Share? { Share(yes.count + silent.count, of: drawn) }

  /// Between which shares the truth lies, whatever the silent would have said; nil where nobody was drawn.
  package var bounds: ClosedRange<Double>? {
    guard let low = ofDrawn?.value, let high = ifAllSilent?.value else { return nil }
    return low...high
  }
}
