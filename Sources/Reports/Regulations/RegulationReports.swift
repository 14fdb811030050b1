package import Civil
package import Indicators

extension Report {
  /// All regulations: where and from when each holds, and which rules it sets.
  package static func regulations(_ all: Regulations, shipped: Set<String>) -> Report {
    let rows: [[Cell]] = all.all.map { regulation in
      let kinds = RuleKind.allCases.filter { $0.stamp(in: regulation.rules) != nil }
      return [
        .text(regulation.id), .words(regulation.areaWording), .date(regulation.from),
        regulation.to.map(Cell.date) ?? .blank,
        .words(
          shipped.contains(regulation.id)
            ? Wording(zh: "随附", en: "shipped") : Wording(zh: "自有", en: "own")),
        .words(regulation.name), .words(RuleWords.list(kinds.map(\.name))),
      ]
    }
    return Report(
      "regulations", title: Wording(zh: "政策口径", en: "Regulations"),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "现有口径", en: "Regulations at hand"),
            columns: [
              .init(Wording(zh: "编号", en: "Id"), width: 18), .init(Wording(zh: "区域", en: "Area"), width: 9),
              .init(Wording(zh: "施行", en: "From"), width: 11), .init(Wording(zh: "废止", en: "To"), width: 11),
              .init(Wording(zh: "来源", en: "Origin"), width: 8),
              .init(Wording(zh: "名称", en: "Name"), width: 30),
              .init(Wording(zh: "规定", en: "Sets"), width: 40),
            ], rows: rows,
            notes: [
              Wording(
                zh: "每一项规定各自取最近一级区域中最新的口径。",
                en: "Each rule is that of the nearest area above, and there the latest.")
            ]))
      ], isLandscape: true)
  }

  /// One regulation with all that it sets; what no source confirms is marked.
  package static func regulation(_ regulation: Regulation) -> Report {
    let rows = RuleKind.allCases.flatMap { kind in
      kind.lines(of: regulation.rules).map { line -> [Cell] in
        [.words(kind.name), .words(line.name), regulation.doubt(line), .words(line.value)]
      }
    }
    return Report(
      regulation.id, title: regulation.name,
      particulars: [
        .init(Wording(zh: "编号", en: "Id"), .text(regulation.id)),
        .init(Wording(zh: "版本", en: "Version"), .text(regulation.version)),
        .init(Wording(zh: "适用区域", en: "Area"), .words(regulation.areaWording)),
        .init(Wording(zh: "施行日期", en: "In force from"), .date(regulation.from)),
        .init(
          Wording(zh: "废止日期", en: "Last day"),
          regulation.to.map(Cell.date) ?? .words(Wording(zh: "无", en: "none"))),
        .init(Wording(zh: "依据", en: "Source"), .words(regulation.source)),
      ],
      parts: [.table(ruleTable(rows))] + regulation.notes.map(Part.paragraph))
  }

  /// What rules in an area on a date, rule by rule, each with the regulation that sets it.
  package static func rules(of all: Regulations, in area: AreaCode, on date: CivilDate) -> Report {
    var sources: [[Cell]] = []
    var lines: [[Cell]] = []
    for kind in RuleKind.allCases {
      guard let regulation = all.inForce(kind, in: area, on: date) else {
        sources.append([.words(kind.name), .words(Wording(zh: "没有规定", en: "none"))])
        continue
      }
      sources.append([
        .words(kind.name), .text(regulation.id), .words(regulation.areaWording), .date(regulation.from),
        .words(regulation.source),
      ])
      lines += kind.lines(of: regulation.rules).map { line in
        [.words(kind.name), .words(line.name), regulation.doubt(line), .words(line.value)]
      }
    }
    return Report(
      "rules-in-force", title: Wording(zh: "现行口径", en: "Rules in force"),
      particulars: [
        .init(Wording(zh: "区域", en: "Area"), .words(area.wording)),
        .init(Wording(zh: "日期", en: "On"), .date(date)),
      ],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "各项规定的依据", en: "Where each rule is from"),
            columns: [
              .init(Wording(zh: "规定", en: "Rule"), width: 18),
              .init(Wording(zh: "口径", en: "Regulation"), width: 18),
              .init(Wording(zh: "区域", en: "Area"), width: 9), .init(Wording(zh: "施行", en: "From"), width: 11),
              .init(Wording(zh: "依据", en: "Source"), width: 50),
            ], rows: sources)), .table(ruleTable(lines)),
      ])
  }

  private static func ruleTable(_ rows: [[Cell]]) -> ReportTable {
    ReportTable(
      Wording(zh: "规定内容", en: "What the rules say"),
      columns: [
        .init(Wording(zh: "规定", en: "Rule"), width: 16), .init(Wording(zh: "事项", en: "Item"), width: 24),
        .init(Wording(zh: "备注", en: "Remark"), width: 12), .init(Wording(zh: "内容", en: "Value"), width: 50),
      ], rows: rows,
      notes: [
        Wording(
          zh: "“未确认”：该值没有见到文件依据，使用前请核对。",
          en: "“unconfirmed”: no paper was seen for the value; check it before use.")
      ])
  }
}

extension AreaCode {
  /// The code, or the whole country by name.
  package var wording: Wording {
    level == .nation ? Wording(zh: "全国", en: "nation") : Wording(zh: description, en: description)
  }
}

extension Wording {
  /// The name of an area in a sentence, without the code beside it; a mere code is said to be one.
  var asPlace: Wording {
    if let (chinese, english) = withoutCode { return Wording(zh: chinese, en: english) }
    guard chinese.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return self }
    return Wording(zh: "区划 \(chinese) ", en: "area \(english)")
  }

  /// The name before a code in brackets; nil: none stands there.
  private var withoutCode: (String, String)? {
    guard let open = chinese.lastIndex(of: "（"), chinese.hasSuffix("）"),
      AreaCode(chinese[chinese.index(after: open)...].dropLast()) != nil,
      let other = english.lastIndex(of: "(")
    else { return nil }
    return (String(chinese[..<open]), english[..<other].split(separator: " ").joined(separator: " "))
  }
}

extension Regulation {
  fileprivate var areaWording: Wording { area.wording }

  /// A remark where no source confirms the line.
  fileprivate func doubt(_ line: RuleLine) -> Cell {
    let isDoubtful = unconfirmed.contains { path in
      line.key == path || line.key.hasPrefix(path + ".") || line.key.hasPrefix(path + "[")
        || path.hasPrefix(line.key + ".")
    }
    return isDoubtful ? .words(Wording(zh: "未确认", en: "unconfirmed")) : .blank
  }
}
