package import Civil
import Cohorts

/// Reads a roster file by itself (花名册) and says all that is wrong with it in one pass.
package enum RosterFile {
  /// What the rows of a file say; identity numbers are mended where that is sure, and told.
  ///
  /// `classes` are the ids that may be named, `today` the day by which ages are checked. Throws where the file is a
  /// workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, classes: Set<String>, today: CivilDate
  ) throws(WorkbookError) -> FileReading<RosterRow> {
    let source = try TableFile(bytes, file: file, columns: Tables.roster.columns)
    var table = TableReader.rows(Tables.roster, of: source.csv, file: source.place)
    for number in table.rows.indices {
      checkIdentity(row: number, of: &table, today)
      checkStatements(row: number, of: &table, today)
      if let classID = table.rows[number].classID, !classes.contains(classID) {
        table.report(
          .error, row: number, "class", found: classID, problem: Wording(zh: "没有这个班级", en: "no such class"),
          expected: Wording(
            zh: "应为已有班级：" + classes.sorted().prefix(8).joined(separator: "、"),
            en: "expected one of the classes: " + classes.sorted().prefix(8).joined(separator: ", ")))
      }
    }
    checkTwice(&table)
    return FileReading(table)
  }

  private static func checkIdentity(row number: Int, of table: inout TableRows<RosterRow>, _ today: CivilDate)
  {
    var row = table.rows[number]
    guard let text = row.idNumber else {
      table.report(
        .warning, row: number, "id_number", problem: Wording(zh: "没有证件号码", en: "no identity number"),
        expected: Wording(zh: "发证和申领补贴前须补填", en: "needed before a certificate or a claim: add it"))
      return
    }
    let kind = row.document ?? kind(of: text)
    if kind == .residentID {
      do throws(ResidentID.Flaw) {
        let (id, repairs) = try ResidentID.reading(text)
        for repair in repairs where repair != .textMarkRemoved {
          table.report(
            .warning, row: number, "id_number", found: Masking.masked(text), problem: repair.text,
            expected: Wording(zh: "请与证件核对", en: "compare it with the card"))
        }
        if let odd = id.implausibility(on: today) {
          table.report(
            .error, row: number, "id_number", found: Masking.masked(text), problem: odd,
            expected: Wording(zh: "请对照证件核对第 7 至 14 位", en: "compare places 7 to 14 with the card"))
        }
        row.idNumber = id.number
      } catch {
        table.report(
          .error, row: number, "id_number", found: Masking.masked(text), problem: error.problem,
          expected: error.remedy)
      }
    } else {
      do throws(IdentityDocument.Flaw) {
        row.idNumber = try IdentityDocument(kind: kind, number: text.folded.withoutTextMark).number
      } catch {
        table.report(
          .error, row: number, "id_number", found: Masking.masked(text), problem: error.problem,
          expected: error.remedy)
      }
    }
    table.replace(row: number, by: row)
  }

  /// Without a type column: a resident identity number unless only another document has that form.
  private static func kind(of text: String) -> IdentityDocument.Kind {
    let kinds = IdentityDocument.kinds(of: text.folded.withoutTextMark)
    let begins = text.folded.first?.isLetter ?? false
    return begins && kinds.contains(.travelPermit)
      ? .travelPermit
      : begins && kinds.contains(.passport)
        ? .passport
        : kinds.contains(.residencePermit) ? .residencePermit : .residentID
  }

  private static func checkStatements(
    row number: Int, of table: inout TableRows<RosterRow>, _ today: CivilDate
  ) {
    let row = table.rows[number]
    guard let id = row.residentID else { return }
    if let sex = row.sex, sex != id.sex {
      table.report(
        .warning, row: number, "sex", found: sex.name.chinese,
        problem: Wording(zh: "性别与身份证号不符", en: "not the sex that the identity number gives"),
        expected: Wording(
          zh: "以身份证号为准（\(id.sex.name.chinese)），请核对", en: "the number's is taken: \(id.sex.name.english)"))
    }
    let age = id.age(on: today)
    // A roster may be a year old, or count years of life (虚岁).
    if let stated = row.age, abs(stated - age) > 1 {
      table.report(
        .warning, row: number, "age", found: "\(stated)",
        problem: Wording(zh: "年龄与身份证号不符", en: "not the age that the identity number gives"),
        expected: Wording(zh: "以身份证号为准（\(age) 周岁），请核对", en: "the number's is taken: \(age) years"))
    }
  }

  private static func checkTwice(_ table: inout TableRows<RosterRow>) {
    var byNumber: [String: Int] = [:]
    var byID: [String: Int] = [:]
    var byNameAndPhone: [String: Int] = [:]
    for number in table.rows.indices {
      let row = table.rows[number]
      let line = table.lines[number]
      let once = Wording(zh: "每人应只有一行", en: "expected each person once")
      let again = { (first: Int) in
        Wording(zh: "与第 \(first) 行是同一人", en: "the same person as on line \(first)")
      }
      if let text = row.idNumber, let first = byNumber.updateValue(line, forKey: text) {
        table.report(
          .error, row: number, "id_number", found: Masking.masked(text), problem: again(first), expected: once
        )
      } else if let id = row.trainee, let first = byID.updateValue(line, forKey: id) {
        table.report(.error, row: number, "trainee", found: id, problem: again(first), expected: once)
      } else if let phone = row.phone,
        let first = byNameAndPhone.updateValue(line, forKey: row.name + "\u{1F}" + phone)
      {
        table.report(.warning, row: number, "name", problem: again(first), expected: once)
      }
    }
  }
}
