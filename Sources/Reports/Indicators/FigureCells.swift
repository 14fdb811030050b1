package import Civil
package import Indicators

extension Figure {
  /// The number as a cell.
  package var cell: Cell {
    switch value {
    case .share(let share): .share(share, places: 1)
    case .oneTo(let ratio): .text(oneTo(ratio))
    case .money(let money): .money(fen: money.fen)
    case .count(let quantity): quantity.cell
    }
  }

  /// What stands behind the number: 人, 元, nothing behind a share.
  package var unit: Wording {
    switch value {
    case .share, .oneTo: Wording(zh: "", en: "")
    case .money: Wording(zh: "元", en: "yuan")
    case .count(let quantity): quantity.unit.shown
    }
  }

  /// The number with its unit, as a sentence quotes it: no groups of digits in Chinese.
  package var text: Wording {
    switch value {
    case .share, .oneTo:
      let text = cell.text(in: .chinese)
      return Wording(zh: text, en: text)
    case .money(let money): return money.text
    case .count(let quantity): return quantity.text
    }
  }
}

extension Quantity {
  package var cell: Cell { unit == .fen ? .money(fen: amount) : .count(amount) }

  /// As a sentence quotes it.
  package var text: Wording {
    unit == .fen
      ? Money(fen: amount).text
      : Wording(zh: "\(amount) \(unit.name.chinese)", en: "\(Figures.grouped(amount)) \(unit.name.english)")
  }
}

extension Indicators.Unit {
  /// As a table's column shows it; money is shown in yuan.
  package var shown: Wording { self == .fen ? Wording(zh: "元", en: "yuan") : name }
}

extension Money {
  /// Whole ten thousands as 万元 where nothing is lost, else yuan.
  package var text: Wording {
    let yuan = Figures.yuan(fen: fen)
    let plain = yuan.hasSuffix(".00") ? String(yuan.dropLast(3)) : yuan
    let wan = Double(fen) / 1_000_000
    let isRound = fen != 0 && fen.isMultiple(of: 10_000)
    return Wording(
      zh: isRound && fen.magnitude >= 1_000_000
        ? "\(Figures.decimal(wan, places: wan == wan.rounded() ? 0 : 2).filter { $0 != "," }) 万元"
        : "\(plain.filter { $0 != "," }) 元",
      en: "\(plain) yuan")
  }
}
