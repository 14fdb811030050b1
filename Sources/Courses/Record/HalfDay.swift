package import Civil

/// A half day of a class: a cell of the signed sheet (考勤册) is one for each trainee.
package struct HalfDay: Hashable, Sendable {
  package let date: CivilDate
  /// The block's id (`AM`).
  package let block: String

  package init(date: CivilDate, block: String) {
    self.date = date
    self.block = block
  }
}

/// A half day with the periods (课时) that were held in it.
package struct HeldHalfDay: Hashable, Sendable {
  package let halfDay: HalfDay
  /// At least 1.
  package let periods: Int

  package init(_ halfDay: HalfDay, periods: Int) {
    self.halfDay = halfDay
    self.periods = periods
  }
}

extension HalfDay {
  /// How people call the block (上午); one with an id of the centre's own is called by it.
  package var blockName: Wording {
    switch block {
    case "AM": Wording(zh: "上午", en: "AM")
    case "PM": Wording(zh: "下午", en: "PM")
    case "EVE": Wording(zh: "晚上", en: "EVE")
    default: Wording(zh: block, en: block)
    }
  }

  /// As the attendance sheet heads its column: `2026-03-02 上午`.
  package var title: Wording {
    Wording(zh: "\(date) \(blockName.chinese)", en: "\(date) \(blockName.english)")
  }
}
