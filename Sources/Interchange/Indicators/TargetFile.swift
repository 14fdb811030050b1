import Civil
package import Indicators

/// Reads targets (目标任务分解表) and checks that they can be counted and add up.
package enum TargetFile {
  /// The targets of a file, with all that is wrong; `known` are those on record, which may be parts of these.
  ///
  /// What does not add up is a warning; what cannot be counted or does not exist is an error.
  package static func read(
    _ bytes: [UInt8], file: String, known: [Target] = []
  ) throws(WorkbookError) -> FileReading<Target> {
    var table = try TableFile.rows(Tables.targets, of: bytes, file: file)
    var targets: [(line: Int, row: Target)] = []
    for (number, cells) in Array(table.sound) {
      if let target = target(of: cells, row: number, in: &table) {
        targets.append((table.lines[number], target))
      }
    }
    let places = Dictionary(
      table.sound.map { ($0.row.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    let named = Set(table.rows.map(\.id) + table.unsoundKeys)
    let given = Set(targets.map(\.row.id))
    for flaw in TargetTree(known.filter { !given.contains($0.id) } + targets.map(\.row)).flaws
    where given.contains(flaw.target) {
      // A part that stands in the file but is wrong itself is not missing too.
      if case .unknownPart(_, let part) = flaw, named.contains(part) { continue }
      table.report(
        flaw.isHard ? .error : .warning, row: places[flaw.target], flaw.column, found: flaw.target,
        problem: flaw.sentence, expected: Wording(zh: "请核对分解", en: "check the cascade"))
    }
    let reading = FileReading(table)
    return FileReading(rows: targets, problems: reading.problems, rowsRead: reading.rowsRead)
  }

  private static func target(
    of cells: TargetCells, row: Int, in table: inout TableRows<TargetCells>
  ) -> Target? {
    guard cells.from <= cells.to else {
      table.report(
        .error, row: row, "to", found: cells.to.description,
        problem: Wording(zh: "早于开始日期", en: "before the first day"),
        expected: Wording(zh: "应不早于 \(cells.from)", en: "expected no day before \(cells.from)"))
      return nil
    }
    let measure = cells.measure.flatMap { [Measure].standard.named($0) }
    if let named = cells.measure, measure == nil {
      let known = [Measure].standard
      table.report(
        .error, row: row, "measure", found: named,
        problem: Wording(zh: "没有此项统计", en: "no such count"),
        expected: Wording(
          zh: "应为 " + known.map(\.name.chinese).joined(separator: "、") + "，或留空",
          en: "expected one of " + known.map(\.id).joined(separator: ", ") + ", or blank"))
      return nil
    }
    guard let unit = unit(of: cells, measure, row, in: &table) else { return nil }
    guard let monthly = monthly(of: cells, row, in: &table) else { return nil }
    return Target(
      id: cells.id, name: Wording(zh: cells.name, en: cells.english ?? cells.name),
      area: cells.area.description, owner: cells.owner, measure: measure?.id ?? "",
      Quantity(cells.amount, unit), period: cells.from...cells.to, monthly: monthly, parts: cells.parts)
  }

  /// The unit that is written, or that of the measure; a unit in which the measure is not counted is an error.
  private static func unit(
    of cells: TargetCells, _ measure: Measure?, _ row: Int, in table: inout TableRows<TargetCells>
  ) -> Indicators.Unit? {
    guard let text = cells.unit else {
      if let measure { return measure.unit }
      table.report(
        .error, row: row, "unit", problem: Wording(zh: "没有单位", en: "no unit"),
        expected: Wording(zh: "应为人、人次、户、家等", en: "expected people, person-times, households, enterprises …"))
      return nil
    }
    let key = text.headerKey
    let fitting = Indicators.Unit.allCases.filter { unit in
      [unit.rawValue, unit.name.chinese, unit.name.english].contains { $0.headerKey == key }
    }
    if let measure {
      if fitting.contains(measure.unit) { return measure.unit }
      if let other = fitting.first {
        table.report(
          .error, row: row, "unit", found: text,
          problem: UnitMismatch(left: other, right: measure.unit).sentence,
          expected: Wording(
            zh: "应为“\(measure.unit.name.chinese)”", en: "expected \(measure.unit.name.english)"))
        return nil
      }
    } else if fitting.count == 1 {
      return fitting[0]
    } else if let first = fitting.first {
      // 户 without a measure: households or individual businesses.
      table.report(
        .warning, row: row, "unit", found: text,
        problem: Wording(zh: "“户”可指家庭，也可指个体工商户", en: "a unit of two meanings"),
        expected: Wording(zh: "按家庭户计；个体工商户请写 individualBusiness", en: "taken as \(first.rawValue)"))
      return first
    }
    let names = Indicators.Unit.allCases.map(\.name)
    table.report(
      .error, row: row, "unit", found: text, problem: Wording(zh: "没有这个单位", en: "an unknown unit"),
      expected: Wording(
        zh: "应为 " + names.map(\.chinese).joined(separator: "、") + " 之一",
        en: "expected one of " + names.map(\.english).joined(separator: ", ")))
    return nil
  }

  /// What is to be reached by the last day of each month that has a number.
  private static func monthly(
    of cells: TargetCells, _ row: Int, in table: inout TableRows<TargetCells>
  ) -> [CivilDate: Int]? {
    var monthly: [CivilDate: Int] = [:]
    var last = 0
    for (index, amount) in cells.months.enumerated() {
      guard let amount else { continue }
      let column = "m\(index + 1)"
      let year = cells.from.year
      let day = CivilDate.days(inMonth: index + 1, of: year)
      guard cells.to.year == year, let end = CivilDate(year: year, month: index + 1, day: day),
        end >= cells.from, end <= cells.to || end.parts.month == cells.to.parts.month
      else {
        table.report(
          .error, row: row, column, found: "\(amount)",
          problem: Wording(zh: "该月不在目标期内", en: "a month outside of the target's period"),
          expected: Wording(zh: "逐月计划只用于一年之内的目标", en: "months are planned within one year only"))
        return nil
      }
      guard amount >= last else {
        table.report(
          .error, row: row, column, found: "\(amount)",
          problem: Wording(zh: "逐月累计数减少", en: "the months do not add up: fewer than before"),
          expected: Wording(zh: "应为累计数，不少于 \(last)", en: "expected a sum so far, at least \(last)"))
        return nil
      }
      monthly[min(end, cells.to)] = amount
      last = amount
    }
    return monthly
  }
}

extension [Measure] {
  /// The measure of an id or a name.
  fileprivate func named(_ text: String) -> Measure? {
    let key = text.headerKey
    return first { [$0.id, $0.name.chinese, $0.name.english].contains { $0.headerKey == key } }
  }
}

extension TargetTree.Flaw {
  fileprivate var column: String {
    switch self {
    case .repeatedID: "target"
    case .months: "amount"
    default: "parts"
    }
  }

  /// Whether the targets cannot be counted so; otherwise they only do not add up, which is shown.
  fileprivate var isHard: Bool {
    switch self {
    case .repeatedID, .unknownPart, .unit, .circle: true
    case .sum, .area, .months: false
    }
  }
}
