package import Civil
package import Mentors

/// A pairing as a file names it.
package struct PairingEntry: Hashable, Sendable {
  package let kind: Pairing.Kind
  package let helper: String
  package let helped: String
  package let from: CivilDate?
  package let to: CivilDate?

  package init(
    kind: Pairing.Kind, helper: String, helped: String, from: CivilDate? = nil, to: CivilDate? = nil
  ) {
    self.kind = kind
    self.helper = helper
    self.helped = helped
    self.from = from
    self.to = to
  }

  /// The pairing that it would be, begun today where no day is given.
  package func pairing(id: String = "", today: CivilDate, reason: String? = nil) -> Pairing {
    Pairing(
      id: id, kind: kind, helper: helper, helped: helped, from: from ?? today, to: to, reason: reason)
  }

  /// Those of the two who must be trainees on record.
  package var trainees: [String] {
    switch kind {
    case .peers: [helper, helped]
    case .cadreHousehold: [helped]
    case .cadreFirm, .departmentCommunity: []
    }
  }
}

extension Tables {
  /// Who is paired with whom (结对名册), one row a pair.
  static let pairings = TableDescription<PairingEntry>(
    TableTitle("pairings", "结对名册", or: ["结对台账", "双联名册", "挂钩名册"]), key: [],
    columns: Column<Pairing.Kind>("kind", "种类", or: ["结对种类", "类型"], .word(Words.pairingKinds)),
    Column<String>("helper", "结对方", or: ["部门", "干部", "部门或干部", "甲方"], .text),
    Column<String>("helped", "结对对象", or: ["社区", "创业户", "企业", "对象", "乙方"], .text),
    Column<CivilDate?>.optional("from", "开始日期", or: ["起", "结对日期"], .date),
    Column<CivilDate?>.optional("until", "结束日期", or: ["止"], .date),
    make: PairingEntry.init(kind:helper:helped:from:to:))
}

/// Reads who is paired with whom.
package enum PairingFile {
  /// The pairings of a file, each judged beside those on record and those before it in the file.
  ///
  /// `isKnown` says whether a trainee is on record. Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, today: CivilDate, isKnown: (String) -> Bool, beside known: [Pairing]
  ) throws(WorkbookError) -> FileReading<PairingEntry> {
    var table = try TableFile.rows(Tables.pairings, of: bytes, file: file)
    var pairings = known
    for (number, row) in zip(table.rows.indices, table.rows) {
      let unknown = row.trainees.filter { !isKnown($0) }
      for trainee in unknown {
        table.reportUnknown(
          trainee: trainee, row: number, column: trainee == row.helped ? "helped" : "helper")
      }
      guard unknown.isEmpty else { continue }
      let pairing = row.pairing(id: "\(file):\(table.lines[number])", today: today)
      if let refusal = pairing.refusal(beside: pairings) {
        table.report(
          .error, row: number, "helped", found: row.helped, problem: refusal.wording,
          expected: Wording(zh: "此对未登记", en: "the two are not paired"))
      } else {
        pairings.append(pairing)
      }
    }
    return FileReading(table)
  }
}
