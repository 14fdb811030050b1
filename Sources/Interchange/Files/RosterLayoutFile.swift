import Civil
package import Reports

/// Reads which columns rosters have (花名册列设置): one row a column, in its order.
package enum RosterLayoutFile {
  /// The rosters that the file sets; a roster or a column that there is not is a problem.
  package static func read(_ bytes: [UInt8], file: String) -> (
    layouts: [RosterLayout], problems: [ImportProblem]
  ) {
    var table = TableReader.rows(Tables.rosterColumns, of: bytes, file: file)
    var choices: [(roster: String, columns: [RosterLayout.Choice])] = []
    for (number, row) in Array(table.sound) {
      let names = RosterLayout.all.map(\.name).joined(separator: ", ")
      guard let layout = RosterLayout.all.first(where: { [$0.name, $0.title.chinese].contains(row.roster) })
      else {
        table.report(
          .error, row: number, "roster", found: row.roster,
          problem: Wording(zh: "没有这个花名册", en: "no such roster"),
          expected: Wording(zh: "应为：\(names)", en: "expected one of \(names)"))
        continue
      }
      let columns = [RosterColumn].all
      guard let column = columns.first(where: { [$0.id, $0.title.chinese].contains(row.column) }) else {
        let ids = columns.map(\.id).joined(separator: ", ")
        table.report(
          .error, row: number, "column", found: row.column,
          problem: Wording(zh: "没有这一列", en: "no such column"),
          expected: Wording(zh: "应为：\(ids)", en: "expected one of \(ids)"))
        continue
      }
      let title = row.title ?? row.englishTitle
      let choice = RosterLayout.Choice(
        id: column.id,
        title: title.map { Wording(zh: row.title ?? $0, en: row.englishTitle ?? $0) })
      if let place = choices.firstIndex(where: { $0.roster == layout.name }) {
        choices[place].columns.append(choice)
      } else {
        choices.append((layout.name, [choice]))
      }
    }
    let layouts = choices.compactMap { roster, columns in
      RosterLayout.all.first { $0.name == roster }?.choosing(columns).layout
    }
    return (layouts, table.problems)
  }
}

/// One column of one roster, as the file of columns has it.
struct RosterColumnRow: Sendable {
  let roster: String
  let column: String
  let title: String?
  let englishTitle: String?
}

extension Tables {
  static let rosterColumns = TableDescription<RosterColumnRow>(
    TableTitle("roster_columns", "花名册列", or: ["花名册列设置"]), key: [],
    columns: Column<String>("roster", "花名册", or: ["名册"], .text),
    Column<String>("column", "列", or: ["字段", "列名"], .text),
    Column<String?>.optional("title", "标题", or: ["显示名称", "表头"], .text),
    Column<String?>.optional("english_title", "英文标题", or: ["title_en"], .text),
    make: RosterColumnRow.init(roster:column:title:englishTitle:))
}
