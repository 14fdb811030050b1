package import Civil

/// How many rows a list of a report has at most: nobody reads more, and no spreadsheet is quick with them.
package enum ListLimit {
  package static let rows = 50_000
  /// The same for a list of which each row is looked up by itself.
  package static let rowsLookedUp = 10_000

  /// Says in the place of a list that it is too long, and how to narrow it.
  package static func note(_ count: Int, of rows: Int = rows, narrowedBy options: Wording) -> Wording {
    Wording(
      zh: "共 \(count) 行，超过一张表列出的上限 \(rows) 行，只作汇总；请用\(options.chinese)缩小范围后逐行列出。",
      en:
        "\(count) rows are more than the \(rows) that one table lists, and are only summed up; narrow it with \(options.english) to list them."
    )
  }
}
