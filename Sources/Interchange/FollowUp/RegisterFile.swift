import Civil
package import Cohorts
import FollowUp

/// An extract of the business register as it was read.
package struct RegisterReading: Sendable {
  /// One a firm, in the file's order; empty where the file is of no use.
  package let rows: [RegisterRow]
  /// All that is wrong, by line.
  package let problems: [ImportProblem]
  package let rowsRead: Int

  package var isSound: Bool { !problems.contains(where: \.isError) }
}

/// Reads an extract of the business register (CSV or XLSX).
package enum RegisterFile {
  /// The firms of an extract; several rows of one code are one firm with several people.
  ///
  /// A code or an identity number that cannot be is a warning: the row is still of use without it.
  /// `identityKey` turns a whole identity number into what stands for it among the trainees.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, identityKey: (ResidentID) -> String
  ) throws(WorkbookError) -> RegisterReading {
    let source = try TableFile(bytes, file: file, columns: Tables.register.columns)
    var table = TableReader.rows(Tables.register, of: source.csv, file: source.place)
    guard table.isUsable else { return RegisterReading(rows: [], problems: table.problems, rowsRead: 0) }
    var rows: [RegisterRow] = []
    var places: [String: Int] = [:]
    for (number, cells) in zip(table.rows.indices, table.rows) {
      let licence = licence(of: cells, row: number, in: &table)
      let id = licence?.text ?? "\(cells.name)/\(cells.registeredOn?.description ?? "")"
      let people = people(of: cells, row: number, in: &table, identityKey)
      if people.isEmpty {
        table.report(
          .warning, row: number, "representative", problem: Wording(zh: "没有人员", en: "nobody is named"),
          expected: Wording(zh: "此户无法与学员比对", en: "the firm cannot be compared with trainees"))
      }
      if let place = places[id] {
        rows[place] = rows[place].adding(people)
        continue
      }
      places[id] = rows.count
      rows.append(row(cells, id: id, licence: licence, people: people))
    }
    return RegisterReading(
      rows: rows, problems: table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
      rowsRead: table.rowsRead)
  }

  private static func licence(
    of cells: RegisterCells, row: Int, in table: inout TableRows<RegisterCells>
  ) -> Licence? {
    guard let text = cells.licence else { return nil }
    do throws(Licence.Flaw) { return try Licence(text) } catch {
      table.report(
        .warning, row: row, "licence", found: text, problem: error.problem, expected: error.remedy)
      return nil
    }
  }

  private static func people(
    of cells: RegisterCells, row: Int, in table: inout TableRows<RegisterCells>,
    _ identityKey: (ResidentID) -> String
  ) -> [RegisteredPerson] {
    var people: [RegisteredPerson] = []
    if let name = cells.representative {
      let id = cells.idNumber.flatMap { try? ResidentID($0) }
      let masked = id.map(MaskedNumber.init) ?? cells.idNumber.flatMap { MaskedNumber($0) }
      if cells.idNumber != nil, id == nil, masked == nil {
        table.report(
          .warning, row: row, "id_number", found: cells.idNumber.map(Masking.masked),
          problem: Wording(zh: "不是身份证号", en: "no identity number"),
          expected: Wording(zh: "比对时不用此号码", en: "it is not used for the comparison"))
      }
      people.append(
        RegisteredPerson(
          name: name, identityKey: id.map(identityKey), maskedIdentity: masked, phone: cells.phone))
    }
    people += cells.founders.filter { $0 != cells.representative }.map {
      RegisteredPerson(role: .founder, name: $0)
    }
    return people
  }

  private static func row(
    _ cells: RegisterCells, id: String, licence: Licence?, people: [RegisteredPerson]
  ) -> RegisterRow {
    var codeArea: AreaCode?
    if case .creditCode(let code) = licence { codeArea = code.area }
    if case .oldNumber(let number) = licence { codeArea = number.area }
    let given = cells.area.flatMap { AreaCode($0.prefix { $0.isASCII && $0.isNumber }) }
    let industry = cells.industry.map { "\($0.section)\($0.code)" }
    return RegisterRow(
      firm: RegisteredFirm(
        id: id, name: cells.name, people: people, phone: cells.phone, area: given ?? codeArea,
        registeredOn: cells.registeredOn, industry: industry),
      licence: licence, legalForm: cells.legalForm ?? LegalForm(of: licence), industry: cells.industry,
      address: cells.address, state: cells.state, endedOn: cells.endedOn)
  }
}

extension RegisterRow {
  fileprivate func adding(_ people: [RegisteredPerson]) -> RegisterRow {
    let new = people.filter { !firm.people.contains($0) }
    return RegisterRow(
      firm: RegisteredFirm(
        id: firm.id, name: firm.name, people: firm.people + new, phone: firm.phone, area: firm.area,
        registeredOn: firm.registeredOn, industry: firm.industry),
      licence: licence, legalForm: legalForm, industry: industry, address: address, state: state,
      endedOn: endedOn)
  }
}

extension LegalForm {
  /// What the first characters of a code say of the form; nil: they leave it open.
  init?(of licence: Licence?) {
    switch licence?.bodyKind {
    case .individualBusiness: self = .individualBusiness
    case .farmersCooperative: self = .farmersCooperative
    case .privateNonEnterprise: self = .privateNonEnterprise
    default: return nil
    }
  }
}
