import Civil
import Cohorts
import FollowUp

/// A venture as its rows are put together.
struct VentureDraft {
  let id: String
  private let row: Int
  private let cells: VentureCells
  private let registration: Venture.Registration
  private let area: String
  private let entry: Entry
  private var founders: [Venture.Founder]
  private var contacts: [Contact]

  /// The draft of a row; nil where something is wrong with it, which is reported.
  init?(
    _ cells: VentureCells, row: Int, entry: Entry, in table: inout TableRows<VentureCells>,
    _ founder: (FounderCells) -> FounderAnswer
  ) {
    var registration: Venture.Registration?
    do throws(Venture.Registration.Flaw) {
      registration = try Venture.Registration(cells.licence, on: cells.registeredOn)
    } catch {
      table.report(
        .error, row: row, "licence", found: cells.licence, problem: error.problem, expected: error.remedy)
    }
    let person = VentureDraft.person(cells, row: row, in: &table, founder)
    if cells.name == nil {
      table.report(
        .error, row: row, "enterprise", problem: Wording(zh: "没有名称", en: "no name"),
        expected: Wording(
          zh: "请填创业实体名称；尚未创业的请在“是否创业”填否", en: "give one, or say in started that there is none"))
    }
    guard let registration, let person, cells.name != nil else { return nil }
    let area = cells.area ?? person.area ?? registration.area?.description
    guard let area else {
      table.report(
        .error, row: row, "area", problem: Wording(zh: "没有区域", en: "no area"),
        expected: Wording(zh: "请填区划代码", en: "give the code of the area it works in"))
      return nil
    }
    self.cells = cells
    self.row = row
    self.registration = registration
    self.area = area
    self.entry = entry
    id = cells.venture ?? registration.licence?.text ?? "\(person.id)/\(cells.attempt)"
    founders = [Venture.Founder(person: person.id, attempt: cells.attempt)]
    contacts = []
    if let on = cells.lastContact, let method = cells.method {
      contacts = [
        Contact(
          id: "\(person.id)/\(on)/\(method.rawValue)", subject: person.id, on: on, method: method,
          result: .reached, officer: cells.officer ?? entry.by, recordedOn: entry.on, said: cells.said)
      ]
    }
  }

  private static func person(
    _ cells: VentureCells, row: Int, in table: inout TableRows<VentureCells>,
    _ founder: (FounderCells) -> FounderAnswer
  ) -> (id: String, area: String?)? {
    let column = cells.trainee != nil ? "trainee" : cells.idNumber != nil ? "id_number" : "founder"
    let found =
      cells.trainee ?? cells.idNumber.map(Masking.masked) ?? cells.founder.map { $0.prefix(1) + "**" }
    switch founder(FounderCells(trainee: cells.trainee, name: cells.founder, idNumber: cells.idNumber)) {
    case .person(let id, let area): return (id, area)
    case .unknown:
      table.report(
        .error, row: row, column, found: found, problem: Wording(zh: "没有这名学员", en: "no such trainee"),
        expected: Wording(
          zh: "请先导入学员，或填写学员编号、身份证号", en: "import the trainee first, or give the id or the identity number"))
    case .several(let ids):
      table.report(
        .error, row: row, column, found: found,
        problem: Wording(zh: "有 \(ids.count) 名学员符合", en: "\(ids.count) trainees fit"),
        expected: Wording(
          zh: "请填写学员编号，可选：\(ids.prefix(5).joined(separator: "、"))",
          en: "give the id, one of \(ids.prefix(5).joined(separator: ", "))"))
    }
    return nil
  }

  /// Takes the founder of another row of the same venture over; what else differs is an error.
  mutating func join(_ other: VentureDraft, in table: inout TableRows<VentureCells>) {
    let line = table.lines[row]
    for (column, isSame) in differences(with: other) where !isSame {
      table.report(
        .error, row: other.row, column,
        problem: Wording(
          zh: "与第 \(line) 行同一创业实体的内容不一致", en: "differs from line \(line), which is of the same venture"),
        expected: Wording(zh: "同一实体各行应一致，仅创办人不同", en: "rows of one venture differ in the founder only"))
    }
    if founders.contains(where: { $0.person == other.founders.first?.person }) {
      table.report(
        .error, row: other.row, "trainee",
        problem: Wording(zh: "与第 \(line) 行重复", en: "the same as line \(line)"),
        expected: Wording(zh: "每名创办人一行", en: "expected one row for each founder"))
      return
    }
    founders += other.founders
    contacts += other.contacts
  }

  private func differences(with other: VentureDraft) -> [(String, Bool)] {
    let (mine, theirs) = (cells, other.cells)
    return [
      ("enterprise", mine.name == theirs.name), ("licence", registration == other.registration),
      ("legal_form", mine.legalForm == theirs.legalForm), ("industry", mine.industry == theirs.industry),
      ("state", mine.state == theirs.state), ("state_from", mine.stateFrom == theirs.stateFrom),
      ("staff", mine.staff == theirs.staff), ("employees", mine.employees == theirs.employees),
    ]
  }

  /// The venture with its ledgers; nil where one of its changes cannot be, which is reported.
  func entry(in table: inout TableRows<VentureCells>) -> ListedVenture? {
    guard !table.unsound.contains(row) else { return nil }
    let venture = Venture(
      id: id, name: cells.name ?? id, founders: founders, legalForm: legalForm(in: &table),
      registration: registration, industry: cells.industry, area: area, startUpCost: cells.startUpCost,
      incubator: cells.incubator)
    if let mismatch = registration.mismatch(with: venture.legalForm) {
      table.report(
        .warning, row: row, "legal_form", found: venture.legalForm.name.chinese, problem: mismatch,
        expected: Wording(zh: "已按所填法律形态导入", en: "imported with the form as given"))
    }
    var record = VentureRecord(venture)
    var changes = stateChanges()
    guard !changes.isEmpty else {
      table.report(
        .error, row: row, "state_from", problem: Wording(zh: "不知从哪天起", en: "since which day is not known"),
        expected: Wording(zh: "请填登记日期、开业日期或状态日期", en: "give registered_on, operating_from or state_from"))
      return nil
    }
    do throws(Headcount.Flaw) {
      if let (count, on) = try jobs() { changes.append((.jobs(count), on, "employees")) }
    } catch {
      table.report(
        .error, row: row, "employees", problem: error.sentence,
        expected: Wording(zh: "请核对人数", en: "compare the numbers"))
      return nil
    }
    for (place, (change, from, column)) in changes.enumerated() {
      let appended = Ledger<VentureChange>.Entry(
        id: "\(id)/import/\(place + 1)", change, from: from, recordedOn: entry.on, recordedBy: entry.by,
        evidence: [Evidence(kind: "roster", reference: table.place, issuedOn: entry.on)])
      do throws(VentureChangeFlaw) { try record.check(appended) } catch {
        table.report(
          .error, row: row, column, found: from.description, problem: error.sentence,
          expected: Wording(zh: "请更正后重新导入", en: "correct it and import again"))
        return nil
      }
      if case .state(let state) = change { record.states.append(appended.with(state)) }
      if case .jobs(let count) = change { record.jobs.append(appended.with(count)) }
    }
    return ListedVenture(
      record: record, whereabouts: VentureWhereabouts(address: cells.address, phone: cells.phone),
      loans: loans(in: &table), contacts: contacts)
  }

  private func legalForm(in table: inout TableRows<VentureCells>) -> LegalForm {
    if let form = cells.legalForm ?? LegalForm(of: registration.licence) { return form }
    guard registration.licence != nil else { return .unregistered }
    table.report(
      .warning, row: row, "legal_form", problem: Wording(zh: "没有法律形态", en: "no legal form"),
      expected: Wording(zh: "按有限责任公司导入，请核对", en: "imported as a limited company: compare it with the licence")
    )
    return .limitedCompany
  }

  /// The states with their days: registered, operating, and the present one; empty: since when is not known.
  private func stateChanges() -> [(VentureChange, CivilDate, String)] {
    let licensed = registration.date
    let state =
      cells.state
      ?? (cells.operatingFrom != nil ? .operating : licensed != nil ? .registered : .preparing)
    let operating = cells.operatingFrom ?? (state == .operating ? cells.stateFrom ?? licensed : nil)
    var changes: [(VentureChange, CivilDate, String)] = []
    if let licensed, state != .preparing, operating.map({ licensed < $0 }) ?? true {
      changes.append((.state(.registered), licensed, "registered_on"))
    }
    if let operating { changes.append((.state(.operating), operating, "operating_from")) }
    switch state {
    case .operating where operating != nil, .registered where licensed != nil: return changes
    default:
      let watched = state == .preparing ? cells.lastContact ?? entry.on : nil
      guard let from = cells.stateFrom ?? watched else { return [] }
      return changes + [(.state(state), from, "state")]
    }
  }

  private func jobs() throws(Headcount.Flaw) -> (Headcount, CivilDate)? {
    guard cells.staff != nil || cells.employees != nil else { return nil }
    let employees = cells.employees?.count ?? max(0, (cells.staff?.count ?? 0) - founders.count)
    let atWork = cells.staff.map { max(0, $0.count - employees) } ?? founders.count
    let ofGroups = cells.employees?.ofKeyGroups ?? cells.staff?.ofKeyGroups
    let count = try Headcount(
      founders: min(atWork, founders.count), employees: employees, insured: cells.insured,
      keyGroups: ofGroups.map { ["key_group": min($0, employees)] } ?? [:])
    return (count, cells.staffOn ?? cells.lastContact ?? entry.on)
  }

  private func loans(in table: inout TableRows<VentureCells>) -> [Loan] {
    guard let amount = cells.loan, let borrower = founders.first?.person else { return [] }
    guard let on = cells.loanOn else {
      table.report(
        .warning, row: row, "loan_on",
        problem: Wording(zh: "贷款没有放款日期，未读取", en: "a loan without the day it was paid out, left out"),
        expected: Wording(zh: "请填放款日期", en: "give the day"))
      return []
    }
    let step = Ledger<Loan.Step>.Entry(
      id: "\(id)/loan/1", Loan.Step(.disbursed, amount), from: on, recordedOn: entry.on, recordedBy: entry.by)
    return [Loan(id: "\(id)/loan", borrower: borrower, venture: id, steps: Ledger([step]))]
  }
}

extension Venture.Registration {
  /// The area of the authority that gave the licence.
  fileprivate var area: AreaCode? {
    switch licence {
    case .creditCode(let code): code.area
    case .oldNumber(let number): number.area
    case nil: nil
    }
  }
}
