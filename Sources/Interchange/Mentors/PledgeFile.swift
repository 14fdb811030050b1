package import Civil
package import Mentors

/// Words of pledges and pairings as somebody types them, in either language; nil where there is no such word.
package enum TieWords {
  package static func item(_ text: String) -> Pledge.Item? { Words.pledgeItems[text] }
  package static func pairing(_ text: String) -> Pairing.Kind? { Words.pairingKinds[text] }
}

extension Words {
  static let pledgeItems = Vocabulary<Pledge.Item>([
    (.project, ["project", "包项目", "项目"]), (.service, ["service", "包服务", "服务"]),
    (.supervision, ["supervision", "包监管", "监管"]),
  ])

  static let pairingKinds = Vocabulary<Pairing.Kind>([
    (
      .departmentCommunity,
      ["department_community", "部门联系社区", "部门社区", "departmentCommunity", "department and community"]
    ),
    (
      .cadreHousehold,
      ["cadre_household", "干部联系创业户", "机关干部联系创业户", "干部创业户", "cadreHousehold", "cadre and founder's household"]
    ),
    (.cadreFirm, ["cadre_firm", "干部挂钩企业", "县干挂钩", "挂钩企业", "cadreFirm", "cadre and firm"]),
    (.peers, ["peers", "创业者结对互助", "结对互助", "互助", "founders helping each other"]),
  ])
}

/// A pledge as a file names it.
package struct PledgeEntry: Hashable, Sendable {
  package let trainee: String
  package let officer: String
  package let from: CivilDate?
  package let to: CivilDate?

  package init(trainee: String, officer: String, from: CivilDate? = nil, to: CivilDate? = nil) {
    self.trainee = trainee
    self.officer = officer
    self.from = from
    self.to = to
  }

  /// The pledge that it would be, begun today where no day is given.
  package func pledge(id: String = "", today: CivilDate) -> Pledge {
    let from = from ?? today
    return Pledge(
      id: id, trainee: trainee, from: from, to: to,
      officers: Ledger([
        Ledger<String>.Entry(id: "1", officer, from: from, recordedOn: today, recordedBy: "")
      ]))
  }
}

/// What was done for a trainee's pledge, as a file names it.
package struct PledgeDeedEntry: Hashable, Sendable {
  package let trainee: String
  package let item: Pledge.Item
  package let on: CivilDate
  package let what: String

  package init(trainee: String, item: Pledge.Item, on: CivilDate, what: String) {
    self.trainee = trainee
    self.item = item
    self.on = on
    self.what = what
  }
}

extension Tables {
  /// Who answers for whom (三包责任书汇总表), one row a trainee.
  static let pledges = TableDescription<PledgeEntry>(
    TableTitle("pledges", "三包责任书", or: ["三包责任表", "三包责任人"]), key: [],
    columns: Column<String>("trainee", "学员", or: ["学员编号"], .id),
    Column<String>("officer", "责任人", or: ["包保责任人", "负责人"], .text),
    Column<CivilDate?>.optional("from", "开始日期", or: ["起", "签订日期"], .date),
    Column<CivilDate?>.optional("until", "结束日期", or: ["止", "到期日期"], .date),
    make: PledgeEntry.init(trainee:officer:from:to:))

  /// What was done for pledges (三包履责台账), one row a deed.
  static let pledgeDeeds = TableDescription<PledgeDeedEntry>(
    TableTitle("pledge_deeds", "三包履责台账", or: ["履责台账", "履责记录"]), key: [],
    columns: Column<String>("trainee", "学员", or: ["学员编号"], .id),
    Column<Pledge.Item>("item", "责任事项", or: ["事项", "三包事项"], .word(Words.pledgeItems)),
    Column<CivilDate>("on", "日期", or: ["履责日期"], .date),
    Column<String>("what", "内容", or: ["履责内容", "做法"], .text),
    make: PledgeDeedEntry.init(trainee:item:on:what:))
}

/// Reads pledges and what was done for them.
package enum PledgeFile {
  /// The pledges of a file, each judged beside those on record and those before it in the file.
  ///
  /// `isKnown` says whether a trainee is on record. Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, today: CivilDate, isKnown: (String) -> Bool, beside known: [Pledge]
  ) throws(WorkbookError) -> FileReading<PledgeEntry> {
    var table = try TableFile.rows(Tables.pledges, of: bytes, file: file)
    var pledges = known
    for (number, row) in zip(table.rows.indices, table.rows) {
      guard isKnown(row.trainee) else {
        table.reportUnknown(trainee: row.trainee, row: number, column: "trainee")
        continue
      }
      let pledge = row.pledge(id: "\(file):\(table.lines[number])", today: today)
      if let refusal = pledge.refusal(beside: pledges) {
        table.report(
          .error, row: number, "trainee", found: row.trainee, problem: refusal.wording,
          expected: Wording(zh: "每名学员同时只有一名责任人", en: "one officer answers for a trainee at a time"))
      } else {
        pledges.append(pledge)
      }
    }
    return FileReading(table)
  }

  /// What was done for the pledges on record; a deed that is on record already is warned of and left out.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func readDeeds(
    _ bytes: [UInt8], file: String, today: CivilDate, pledges: [Pledge]
  ) throws(WorkbookError) -> FileReading<PledgeDeedEntry> {
    var table = try TableFile.rows(Tables.pledgeDeeds, of: bytes, file: file)
    let own = Dictionary(grouping: pledges, by: \.trainee)
    var seen = Set(
      pledges.flatMap { pledge in
        pledge.deeds.map {
          PledgeDeedEntry(trainee: pledge.trainee, item: $0.item, on: $0.on, what: $0.what)
        }
      })
    var again: Set<Int> = []
    for (number, row) in zip(table.rows.indices, table.rows) {
      guard let pledge = (own[row.trainee] ?? []).last(where: { $0.from <= row.on }) ?? own[row.trainee]?.last
      else {
        table.report(
          .error, row: number, "trainee", found: row.trainee,
          problem: Wording(zh: "该学员没有责任书", en: "no officer answers for this trainee"),
          expected: Wording(zh: "请先用 pledge record 登记", en: "record it with 'pledge record' first"))
        continue
      }
      if let refusal = pledge.refusal(ofDeedOn: row.on, today: today) {
        table.report(
          .error, row: number, "on", found: row.on.description, problem: refusal.wording,
          expected: Wording(zh: "应为责任期内、不晚于今天的日期", en: "expected a day of the pledge, not after today"))
      } else if !seen.insert(row).inserted {
        again.insert(table.lines[number])
        table.report(
          .warning, row: number, "on", found: row.on.description,
          problem: Wording(zh: "同一件事已登记", en: "this is on record already"),
          expected: Wording(zh: "本行不再存入", en: "the row is left out"))
      }
    }
    let reading = FileReading(table)
    return FileReading(
      rows: reading.rows.filter { !again.contains($0.line) }, problems: reading.problems,
      rowsRead: reading.rowsRead)
  }
}

extension TableRows {
  /// That a row names a trainee who is not on record.
  mutating func reportUnknown(trainee: String, row: Int, column: String) {
    report(
      .error, row: row, column, found: trainee, problem: Wording(zh: "没有这名学员", en: "no such trainee"),
      expected: Wording(zh: "应为学员编号；可用 trainee find 查找", en: "expected a trainee's id; 'trainee find' tells"))
  }
}
