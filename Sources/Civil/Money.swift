/// An amount of renminbi in whole fen (分); it mixes with nothing that is not money.
package struct Money: Hashable, Comparable, Sendable {
  package let fen: Int

  package init(fen: Int) {
    self.fen = fen
  }

  package init(yuan: Int) {
    fen = yuan * 100
  }

  package static let zero = Money(fen: 0)

  package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
