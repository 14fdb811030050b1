import Civil
package import Cohorts
package import Mentors

/// Reads the pool of lecturers, mentors and experts (CSV or XLSX), a row for each member and certificate.
package enum PoolFile {
  /// The members of a file whose rows are sound, and all that is wrong.
  ///
  /// `entry` is who imports it and when; `knows` says whether there is a person of an id. A term of service that is given
  /// stands for an application that was vetted on the day on which it begins.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, entry: Entry, knows: (String) -> Bool
  ) throws(WorkbookError) -> FileReading<PoolMember> {
    let source = try TableFile(bytes, file: file, columns: Tables.pool.columns)
    var table = TableReader.rows(Tables.pool, of: source.csv, file: source.place)
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, cells) in zip(table.rows.indices, table.rows) {
      judge(cells, row: row, in: &table, knows)
      if let first = rows[cells.member]?.first {
        if !cells.agrees(with: table.rows[first]) {
          table.report(
            .error, row: row, "member", found: cells.member,
            problem: Wording(
              zh: "与第 \(table.lines[first]) 行同一人员的内容不一致",
              en: "differs from line \(table.lines[first]), which is of the same member"),
            expected: Wording(zh: "同一人员的各行只有证书可以不同", en: "rows of one member differ in the certificate only"))
        }
      } else {
        order.append(cells.member)
        judgeFirst(cells, row: row, in: &table)
      }
      rows[cells.member, default: []].append(row)
    }
    let members = order.compactMap { id -> (line: Int, row: PoolMember)? in
      guard let own = rows[id], let first = own.first, !own.contains(where: table.unsound.contains) else {
        return nil
      }
      let certificates = own.compactMap { certificate(of: table.rows[$0]) }
      return (table.lines[first], member(table.rows[first], certificates, entry: entry))
    }
    return FileReading(
      rows: members, problems: table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
      rowsRead: table.rowsRead)
  }

  private static func judge(
    _ cells: PoolCells, row: Int, in table: inout TableRows<PoolCells>, _ knows: (String) -> Bool
  ) {
    if !knows(cells.member) {
      table.report(
        .error, row: row, "member", found: cells.member,
        problem: Wording(zh: "没有这名人员", en: "no such person"),
        expected: Wording(zh: "请先在师资与导师表中登记", en: "enter the person in the people table first"))
    }
    if let from = cells.from, let to = cells.to, to < from {
      table.report(
        .error, row: row, "to", found: to.description,
        problem: Wording(zh: "聘期止早于聘期起 \(from)", en: "the term ends before it begins on \(from)"),
        expected: Wording(zh: "请核对两个日期", en: "compare the two days"))
    }
    if cells.from == nil, let to = cells.to {
      table.report(
        .error, row: row, "from", found: to.description,
        problem: Wording(zh: "有聘期止而没有聘期起", en: "a term that ends but never begins"),
        expected: Wording(zh: "请填聘期起", en: "give the day on which it begins"))
    }
    if let from = cells.validFrom, let to = cells.validTo, to < from {
      table.report(
        .error, row: row, "valid_to", found: to.description,
        problem: Wording(zh: "证书有效期止早于起 \(from)", en: "the certificate ends before it begins on \(from)"),
        expected: Wording(zh: "请核对两个日期", en: "compare the two days"))
    }
    if cells.certificate == nil, cells.validTo != nil || cells.yearlyPeriods != nil || cells.number != nil {
      table.report(
        .error, row: row, "certificate", problem: Wording(zh: "没有证书名称", en: "no name of the certificate"),
        expected: Wording(zh: "请填证书名称，如 SYB讲师证", en: "say which certificate it is"))
    }
    if cells.certificate != nil, cells.validFrom == nil {
      table.report(
        .error, row: row, "valid_from",
        problem: Wording(zh: "没有证书有效期起", en: "since when the certificate holds is not given"),
        expected: Wording(zh: "请填发证日期", en: "give the day on which it was issued"))
    }
  }

  /// What is judged of a member's first row only, as further ones may leave it blank.
  private static func judgeFirst(_ cells: PoolCells, row: Int, in table: inout TableRows<PoolCells>) {
    if cells.kinds.contains(.departmentExpert), cells.department == nil {
      table.report(
        .error, row: row, "department",
        problem: Wording(zh: "部门业务专家没有部门", en: "a department expert without department"),
        expected: Wording(zh: "请填所在部门，如 税务", en: "give the department that sends the expert"))
    }
    if cells.capacity == nil {
      table.report(
        .warning, row: row, "capacity", problem: Wording(zh: "没有约定辅导名额", en: "no number of places agreed"),
        expected: Wording(zh: "填写名额之前不能安排辅导对象", en: "nobody can be assigned before it is given"))
    }
  }

  private static func certificate(of cells: PoolCells) -> MentorCertificate? {
    guard let kind = cells.certificate, let from = cells.validFrom else { return nil }
    return MentorCertificate(
      kind: kind, number: cells.number ?? "", from: from, to: cells.validTo,
      yearlyPeriods: cells.yearlyPeriods)
  }

  private static func member(
    _ cells: PoolCells, _ certificates: [MentorCertificate], entry: Entry
  ) -> PoolMember {
    // Without a term it is an application made today.
    let from = cells.from ?? entry.on
    let steps: [PoolState] = cells.from == nil ? [.applied] : [.applied, .vetting, .serving(to: cells.to)]
    return PoolMember(
      id: cells.member, kinds: cells.kinds, department: cells.department, links: cells.links,
      industries: cells.industries, fields: cells.fields, areas: cells.areas, languages: cells.languages,
      capacity: cells.capacity, isFree: cells.isFree, isInTeam: cells.isInTeam, certificates: certificates,
      membership: Ledger(
        steps.enumerated().map { place, state in
          Ledger<PoolState>.Entry(
            id: "\(cells.member)/import/\(place + 1)", state, from: min(from, stepDay(state, from, entry)),
            recordedOn: entry.on, recordedBy: entry.by)
        }))
  }

  /// An application cannot lie ahead, though its term may.
  private static func stepDay(_ state: PoolState, _ from: CivilDate, _ entry: Entry) -> CivilDate {
    if case .serving = state { from } else { min(from, entry.on) }
  }
}
