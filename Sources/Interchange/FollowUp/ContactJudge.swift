import Civil
import Cohorts
import FollowUp

/// Judges the rows of filled sheets against what is known, and against each other.
struct ContactJudge {
  private struct Filled {
    let file: Int
    let row: Int
    let cells: ContactCells
    let contact: FilledContact
  }

  let entry: Entry
  let people: FollowedPeople
  private(set) var rowsLeftBlank = 0
  private(set) var rowsRecorded = 0
  private var filled: [Filled] = []
  private var copies: Set<Int> = []

  init(entry: Entry, people: FollowedPeople) {
    self.entry = entry
    self.people = people
  }

  mutating func judge(
    _ cells: ContactCells, row: Int, of file: Int, in table: inout TableRows<ContactCells>
  ) {
    guard !cells.isBlank else {
      rowsLeftBlank += 1
      return
    }
    guard let name = people.name(cells.subject) else {
      table.report(
        .error, row: row, "subject", found: cells.subject,
        problem: Wording(zh: "没有这名学员", en: "no such trainee"),
        expected: Wording(zh: "请勿改动学员编号一列", en: "leave this column as it was printed"))
      return
    }
    if let given = cells.name, PersonName(given) != PersonName(name) {
      table.report(
        .error, row: row, "name", found: given.prefix(1) + "**",
        problem: Wording(zh: "姓名与学员 \(cells.subject) 不符", en: "not the name of trainee \(cells.subject)"),
        expected: Wording(
          zh: "可能只对部分列排了序：请对照打印的回访记录表",
          en: "perhaps only some columns were sorted: compare with the printed sheet"))
      return
    }
    let tasks = people.tasks(cells.subject)
    let task = tasks.first { $0.id == cells.task }
    if !cells.task.isEmpty, task == nil {
      table.report(
        .error, row: row, "task", found: cells.task,
        problem: Wording(zh: "没有这项回访任务", en: "no such task of this trainee"),
        expected: Wording(
          zh: "应为 \(tasks.map(\.id).joined(separator: "、"))；计划外的回访请留空",
          en:
            "expected one of \(tasks.map(\.id).joined(separator: ", ")), or blank for a contact beside the plan"
        ))
      return
    }
    guard let on = date(cells, row: row, task: task, in: &table),
      let (method, result) = words(cells, row: row, in: &table)
    else { return }
    let contact = Contact(
      id: "\(cells.subject)/\(on)/\(method.rawValue)", subject: cells.subject, on: on, method: method,
      result: result, officer: cells.officer ?? entry.by,
      recordedOn: entry.on, said: cells.said, troubles: cells.troubles, need: cells.need, next: cells.next)
    guard isNew(contact, row: row, in: &table) else { return }
    if let task, case .done(let day, _) = task.status, day != on {
      table.report(
        .warning, row: row, "task", found: cells.task,
        problem: Wording(zh: "此任务已于 \(day) 完成", en: "the task was done on \(day) already"),
        expected: Wording(zh: "作为另一次回访登记", en: "recorded as one more contact"))
    }
    guard let changes = changes(cells, on: on, row: row, in: &table) else { return }
    filled.append(
      Filled(
        file: file, row: row, cells: cells,
        contact: FilledContact(contact: contact, task: task?.id, changes: changes)))
  }

  private func date(
    _ cells: ContactCells, row: Int, task: FollowUpTask?, in table: inout TableRows<ContactCells>
  ) -> CivilDate? {
    guard let on = cells.on else {
      table.report(
        .error, row: row, "on", problem: Wording(zh: "没有回访日期", en: "no day of the contact"),
        expected: Wording(zh: "此行已有内容，请填日期", en: "the row is filled in: give the day"))
      return nil
    }
    guard on <= entry.on else {
      table.report(
        .error, row: row, "on", found: on.description,
        problem: Wording(zh: "日期晚于今天 \(entry.on)", en: "after today, \(entry.on)"),
        expected: Wording(
          zh: "请填实际回访的日期；预约请填“下次回访日期”", en: "give the day it took place; an appointment goes into next"))
      return nil
    }
    if let task, on < task.opens {
      table.report(
        .warning, row: row, "on", found: on.description,
        problem: Wording(
          zh: "早于此任务可回访的日期 \(task.opens)", en: "before the task may be done, from \(task.opens)"),
        expected: Wording(zh: "登记，但不算完成此任务", en: "recorded, but the task stays open"))
    }
    if let next = cells.next, next <= on {
      table.report(
        .error, row: row, "next", found: next.description,
        problem: Wording(zh: "下次回访日期不晚于回访日期", en: "the next contact is not after this one"),
        expected: Wording(zh: "应晚于 \(on)", en: "expected a day after \(on)"))
      return nil
    }
    return on
  }

  private func words(
    _ cells: ContactCells, row: Int, in table: inout TableRows<ContactCells>
  ) -> (Contact.Method, Contact.Result)? {
    for (column, isMissing) in [("method", cells.method == nil), ("result", cells.result == nil)]
    where isMissing {
      table.report(
        .error, row: row, column, problem: Wording(zh: "空白", en: "blank"),
        expected: Wording(zh: "此行已有内容，请填写", en: "the row is filled in: give it"))
    }
    guard let method = cells.method, let result = cells.result else { return nil }
    let saysMore =
      !cells.troubles.isEmpty || cells.need != nil || cells.state != nil || cells.employees != nil
    if result != .reached, saysMore {
      table.report(
        .error, row: row, "result", found: result.name.chinese,
        problem: Wording(
          zh: "没有联系上，却填了困难、需求或经营情况", en: "nobody was reached, yet troubles, a need or the venture are told"),
        expected: Wording(zh: "请改结果为“已联系”，或删去这些内容", en: "give reached, or leave these out"))
      return nil
    }
    return (method, result)
  }

  /// False where the contact is recorded already, whether with the same words or with others.
  private mutating func isNew(
    _ contact: Contact, row: Int, in table: inout TableRows<ContactCells>
  ) -> Bool {
    let known = people.contacts(contact.subject).first {
      $0.id == contact.id || $0.on == contact.on && $0.method == contact.method
    }
    guard let known else { return true }
    if known.result == contact.result, known.said == contact.said, known.troubles == contact.troubles,
      known.need == contact.need, known.next == contact.next
    {
      rowsRecorded += 1
      return false
    }
    table.report(
      .error, row: row, "result", found: contact.result.name.chinese,
      problem: Wording(
        zh:
          "\(contact.on) 的\(contact.method.name.chinese)回访已由 \(known.officer) 登记，内容不同（\(known.result.name.chinese)）",
        en:
          "the contact of \(contact.on) was recorded by \(known.officer) with other words (\(known.result.name.english))"
      ),
      expected: Wording(
        zh: "请两人核对后，改为一致或删去此行", en: "compare them, and make this row the same or leave it out"))
    return false
  }

  /// What the row says of the venture; nil where it cannot be.
  private func changes(
    _ cells: ContactCells, on: CivilDate, row: Int, in table: inout TableRows<ContactCells>
  ) -> [VentureChange]? {
    guard cells.state != nil || cells.employees != nil || cells.insured != nil else { return [] }
    guard let record = people.venture(cells.subject) else {
      table.report(
        .error, row: row, "state", found: cells.state?.name.chinese,
        problem: Wording(zh: "这名学员没有登记的创业实体", en: "this trainee has no venture on record"),
        expected: Wording(zh: "请先登记创业实体", en: "record the venture first"))
      return nil
    }
    var changes: [(VentureChange, String)] = []
    if let state = cells.state { changes.append((.state(state), "state")) }
    do throws(Headcount.Flaw) {
      if cells.employees != nil || cells.insured != nil {
        let before = record.jobs.fact(on: on, knownOn: entry.on)
        changes.append(
          (
            .jobs(
              try Headcount(
                founders: before?.founders ?? record.venture.founders.count,
                employees: cells.employees ?? before?.employees ?? 0,
                insured: cells.insured ?? min(before?.insured ?? 0, cells.employees ?? 0),
                keyGroups: (before?.keyGroups ?? [:]).mapValues { min($0, cells.employees ?? $0) })),
            "employees"
          ))
      }
    } catch {
      table.report(
        .error, row: row, "employees", problem: error.sentence,
        expected: Wording(zh: "请核对人数", en: "compare the numbers"))
      return nil
    }
    for (change, column) in changes {
      let appended = Ledger<VentureChange>.Entry(
        id: "\(cells.subject)/\(on)", change, from: on, recordedOn: entry.on, recordedBy: entry.by)
      do throws(VentureChangeFlaw) { try record.check(appended) } catch {
        table.report(
          .error, row: row, column, found: cells.state?.name.chinese, problem: error.sentence,
          expected: Wording(zh: "请核对台账", en: "compare it with the ledger"))
        return nil
      }
    }
    return changes.map(\.0)
  }

  /// Reports rows that two people filled in differently; equal ones count once.
  ///
  /// That is one contact (person, day, method) with different words, or one task reached on two days: several tries are
  /// none.
  mutating func reportConflicts(in tables: inout [TableRows<ContactCells>]) {
    var first: [String: Int] = [:]
    for (place, row) in filled.enumerated() {
      let clashing = row.cells.conflictKeys.compactMap { first[$0] }.first
      for key in row.cells.conflictKeys where first[key] == nil { first[key] = place }
      guard let held = clashing else { continue }
      let other = filled[held]
      let line = "\(tables[other.file].place):\(tables[other.file].lines[other.row])"
      if other.cells == row.cells {
        copies.insert(place)
        tables[row.file].report(
          .warning, row: row.row, "task", found: row.cells.task,
          problem: Wording(zh: "与 \(line) 相同", en: "the same as \(line)"),
          expected: Wording(zh: "只登记一次", en: "recorded once"))
        continue
      }
      let differing = row.cells.differences(from: other.cells)
      for (this, that) in [(row, other), (other, row)] {
        let line = "\(tables[that.file].place):\(tables[that.file].lines[that.row])"
        tables[this.file].report(
          .error, row: this.row, "task", found: this.cells.task,
          problem: Wording(
            zh: "与 \(line) 是同一次回访，填写不一致：\(differing.chinese)",
            en: "the same contact as \(line), filled in differently: \(differing.english)"),
          expected: Wording(zh: "请两人核对后只留一行", en: "compare the two and keep one row"))
      }
    }
  }

  /// The contacts of the rows that nothing is wrong with.
  func sound(in tables: [TableRows<ContactCells>]) -> [FilledContact] {
    filled.enumerated().filter { place, row in
      !copies.contains(place) && !tables[row.file].unsound.contains(row.row)
    }.map(\.element.contact)
  }
}

extension ContactCells {
  /// What two rows share that stand for one contact, or for the end of one task.
  fileprivate var conflictKeys: [String] {
    let contact = "\(subject)\u{1F}\(on?.description ?? "")\u{1F}\(method?.rawValue ?? "")"
    return [contact] + (result == .reached && !task.isEmpty ? [task] : [])
  }

  /// The columns in which two rows of one task differ.
  fileprivate func differences(from other: ContactCells) -> Wording {
    let columns: [(Bool, Wording)] = [
      (on == other.on, Wording(zh: "日期", en: "day")),
      (method == other.method, Wording(zh: "方式", en: "method")),
      (result == other.result, Wording(zh: "结果", en: "result")),
      (said == other.said, Wording(zh: "内容", en: "what was said")),
      (troubles == other.troubles, Wording(zh: "困难", en: "trouble")),
      (need == other.need, Wording(zh: "需求", en: "need")),
      (next == other.next, Wording(zh: "下次日期", en: "next day")),
      (state == other.state, Wording(zh: "经营状态", en: "state")),
      (employees == other.employees && insured == other.insured, Wording(zh: "人数", en: "number of people")),
      (officer == other.officer, Wording(zh: "回访人", en: "officer")),
    ]
    let differing = columns.filter { !$0.0 }.map(\.1)
    return Wording(
      zh: differing.map(\.chinese).joined(separator: "、"),
      en: differing.map(\.english).joined(separator: ", "))
  }
}
