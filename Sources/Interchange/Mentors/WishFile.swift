import Civil
package import Mentors

extension Tables {
  /// Wishes of either side of a matching (双向选择志愿表): who would have whom as which choice, or will not.
  static let wishes = TableDescription<WishCells>(
    TableTitle("wishes", "志愿", or: ["志愿表", "双向选择志愿表", "匹配意愿"]), key: [],
    columns: Column<String>("chooser", "填报人", or: ["填报人编号", "本人", "选择方"], .id),
    Column<String>("chosen", "志愿对象", or: ["对象", "对象编号", "被选方"], .id),
    Column<Int?>.optional("rank", "志愿", or: ["志愿顺序", "第几志愿", "名次"], .rank),
    Column<Bool>("refused", "不选", or: ["是否不选", "回避"], .word(Words.yesOrNo), default: false),
    make: WishCells.init(chooser:chosen:rank:isRefused:))
}

/// The cells of one row of wishes.
struct WishCells: Hashable, Sendable {
  let chooser: String
  let chosen: String
  let rank: Int?
  let isRefused: Bool
}

extension CellReader<Int> {
  /// `1`, `第一志愿`, `第2志愿`.
  static var rank: Self {
    CellReader { (text, notes) throws(CellFault) in
      var word = text.folded.withoutTextMark
      word = word.dropping(suffix: "志愿") ?? word
      word = word.dropping(prefix: "第") ?? word
      if let place = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].firstIndex(of: word) {
        return place + 1
      }
      return try CellReader<Int>.whole(1...999).read(word, &notes)
    }
  }
}

/// Reads the wishes of both sides of a matching.
package enum WishFile {
  /// The two sides of a matching.
  package enum Side: Hashable, Sendable { case seeker, helper }

  /// The sound wishes of a file, and all that is wrong.
  ///
  /// `side` says on which side an id stands; nil: there is nobody of that id.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, side: (String) -> Side?
  ) throws(WorkbookError) -> FileReading<MatchWish> {
    let source = try TableFile(bytes, file: file, columns: Tables.wishes.columns)
    var table = TableReader.rows(Tables.wishes, of: source.csv, file: source.place)
    var lines: [[String]: Int] = [:]
    for (row, cells) in zip(table.rows.indices, table.rows) {
      let sides = (side(cells.chooser), side(cells.chosen))
      for (column, id, side) in [("chooser", cells.chooser, sides.0), ("chosen", cells.chosen, sides.1)]
      where side == nil {
        table.report(
          .error, row: row, column, found: id, problem: Wording(zh: "没有这个编号", en: "nobody of this id"),
          expected: Wording(zh: "应为学员、导师、项目、企业或干部的编号", en: "expected the id of somebody who is to be matched")
        )
      }
      if let first = sides.0, let second = sides.1, first == second {
        table.report(
          .error, row: row, "chosen", found: cells.chosen,
          problem: Wording(zh: "与填报人在同一方", en: "on the same side as the chooser"),
          expected: Wording(zh: "志愿对象应在另一方", en: "expected somebody of the other side"))
      }
      if cells.isRefused == (cells.rank != nil) {
        table.report(
          .error, row: row, "rank", found: cells.rank.map(String.init),
          problem: cells.isRefused
            ? Wording(zh: "既是志愿又是不选", en: "a choice and a refusal at once")
            : Wording(zh: "没有志愿顺序", en: "no rank"),
          expected: Wording(zh: "请填第几志愿，或在“不选”填是", en: "give a rank, or yes in refused"))
      }
      if let first = lines.updateValue(table.lines[row], forKey: [cells.chooser, cells.chosen]) {
        table.report(
          .error, row: row, "chosen", found: cells.chosen,
          problem: Wording(zh: "与第 \(first) 行重复", en: "the same two as on line \(first)"),
          expected: Wording(zh: "每个对象填一行", en: "expected one row for each"))
      }
    }
    let rows = table.sound.map { number, cells in
      (
        line: table.lines[number],
        row: MatchWish(chooser: cells.chooser, chosen: cells.chosen, rank: cells.rank)
      )
    }
    return FileReading(
      rows: rows, problems: table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
      rowsRead: table.rowsRead)
  }
}
