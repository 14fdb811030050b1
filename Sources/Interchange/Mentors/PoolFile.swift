import Civil
package import Cohorts
package import Mentors

/// Reads the pool of lecturers, mentors and experts (CSV or XLSX), a row for each member and certificate.
package enum PoolFile {
  /// The ids of the trainees whom the rows name, each once.
  package static func trainees(of bytes: [UInt8], file: String) throws(WorkbookError) -> [String] {
    let table = try TableFile.rows(Tables.pool, of: bytes, file: file)
    return Array(Set(table.rows.compactMap(\.trainee))).sorted()
  }

  /// The members of a file whose rows are sound, and all that is wrong.
  ///
  /// `names` tells what a person of an id is called in the plan or in the pool, `trainees` what a trainee is called;
  /// `record` is what is on record of a member, and `recorder` who enters the file: a term that the record has outrun is
  /// warned of.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, recorder: Entry, names: (String) -> String?,
    trainees: (String) -> String? = { _ in nil }, record: (String) -> PoolRecord? = { _ in nil }
  ) throws(WorkbookError) -> FileReading<PoolEntry> {
    var table = try TableFile.rows(Tables.pool, of: bytes, file: file)
    var rows: [String: [Int]] = [:]
    var order: [String] = []
    for (row, cells) in zip(table.rows.indices, table.rows) {
      judge(cells, row: row, in: &table, names, trainees)
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
        judgeFirst(cells, row: row, in: &table, names, trainees)
      }
      rows[cells.member, default: []].append(row)
    }
    var members: [(line: Int, row: PoolEntry)] = []
    for id in order {
      guard let own = rows[id], let first = own.first, !own.contains(where: table.unsound.contains) else {
        continue
      }
      let entry = entry(table.rows[first], own.compactMap { certificate(of: table.rows[$0]) }, trainees)
      let change = PoolChange(entry, to: record(id), name: names(id), by: recorder)
      if let later = change.laterStep { warn(of: later, row: first, in: &table) }
      members.append((table.lines[first], entry))
    }
    return FileReading(
      rows: members, problems: table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
      rowsRead: table.rowsRead)
  }

  private static func warn(
    of later: Ledger<PoolState>.Entry, row: Int, in table: inout TableRows<PoolCells>
  ) {
    table.report(
      .warning, row: row, "from", found: table.rows[row].from?.description,
      problem: Wording(
        zh: "台账已有更晚的“\(later.fact?.name.chinese ?? "")”（\(later.from) 起）",
        en: "the record has a later step: \(later.fact?.name.english ?? ""), from \(later.from)"),
      expected: Wording(zh: "聘期以台账为准，不改动；其余内容照存", en: "the term stays as recorded; all else is stored"))
  }

  private static func judge(
    _ cells: PoolCells, row: Int, in table: inout TableRows<PoolCells>, _ names: (String) -> String?,
    _ trainees: (String) -> String?
  ) {
    if let name = cells.name, let known = names(cells.member), name != known {
      table.report(
        .error, row: row, "name", found: Masking.shown(name),
        problem: Wording(zh: "编号 \(cells.member) 是另一个人", en: "\(cells.member) is somebody else"),
        expected: Wording(
          zh: "师资表或导师库中此编号为“\(known)”；请核对编号，或先改师资表",
          en: "the id stands for \(known): check the id, or change the people table first"))
    }
    if let trainee = cells.trainee, trainees(trainee) == nil {
      table.report(
        .error, row: row, "trainee", found: trainee,
        problem: Wording(zh: "没有这名学员", en: "no such trainee"),
        expected: Wording(
          zh: "应为学员编号；可用 trainee find 查找", en: "expected a trainee's id; 'trainee find' tells"))
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
  private static func judgeFirst(
    _ cells: PoolCells, row: Int, in table: inout TableRows<PoolCells>, _ names: (String) -> String?,
    _ trainees: (String) -> String?
  ) {
    if cells.name == nil, names(cells.member) == nil, cells.trainee.flatMap(trainees) == nil {
      table.report(
        .error, row: row, "name", found: cells.member,
        problem: Wording(zh: "师资表和导师库中都没有这名人员", en: "no such person in the plan or the pool"),
        expected: Wording(zh: "请填姓名；已在师资表中的请核对编号", en: "give the name; of somebody in the plan check the id"))
    }
    if cells.kinds.contains(.alumnus), cells.trainee == nil {
      table.report(
        .warning, row: row, "trainee",
        problem: Wording(zh: "往届学员没有学员编号", en: "an alumnus without a trainee's id"),
        expected: Wording(zh: "请填学员编号，以便与培训档案对应", en: "give the id, so that the training stands with it"))
    }
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

  private static func entry(
    _ cells: PoolCells, _ certificates: [MentorCertificate], _ trainees: (String) -> String?
  ) -> PoolEntry {
    PoolEntry(
      PoolMember(
        id: cells.member, kinds: cells.kinds, department: cells.department, links: cells.links,
        industries: cells.industries, fields: cells.fields, areas: cells.areas, languages: cells.languages,
        capacity: cells.capacity, isFree: cells.isFree, isInTeam: cells.isInTeam),
      name: cells.name ?? cells.trainee.flatMap(trainees), phone: cells.phone, trainee: cells.trainee,
      certificates: certificates, term: cells.from.map { PoolEntry.Term(from: $0, to: cells.to) })
  }
}
