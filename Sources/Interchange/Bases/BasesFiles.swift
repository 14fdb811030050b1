package import Civil
package import Courses
package import FollowUp
package import ProjectLibrary

/// Reads the registers of bases: internship hosts with placements, incubators with tenants.
package enum BasesFiles {
  fileprivate static let notRegistered = Wording(zh: "此行未登记", en: "the row is not registered")

  /// The trainees that a file of placements names; of any file that can be opened.
  package static func trainees(of bytes: [UInt8], file: String) throws(WorkbookError) -> [String] {
    Array(Set(try TableFile.rows(Tables.placements, of: bytes, file: file).sound.map(\.row.trainee))).sorted()
  }

  /// The ventures that a file of tenancies names; of any file that can be opened.
  package static func ventures(of bytes: [UInt8], file: String) throws(WorkbookError) -> [String] {
    Array(Set(try TableFile.rows(Tables.tenancies, of: bytes, file: file).sound.map(\.row.venture))).sorted()
  }

  /// The hosts of a file; one that is recognised until before it is recognised is an error, and so is one that leaves
  /// interns of `register` without a place, or that has the number of one of `others`.
  package static func hosts(
    _ bytes: [UInt8], file: String,
    register: InternshipRegister = InternshipRegister(hosts: [], placements: []), others: Set<String> = []
  ) throws(WorkbookError) -> FileReading<InternshipHost> {
    var table = try TableFile.rows(Tables.internshipHosts, of: bytes, file: file)
    table.reportRepeated("host") { $0.id }
    for (number, host) in Array(table.sound) {
      if others.contains(host.id) { table.reportTaken(row: number, "host", host.id) }
      for flaw in register.flaws(of: host) {
        table.report(
          .error, row: number, "places", found: host.id, problem: flaw.text, expected: notRegistered)
      }
      guard let until = host.recognisedUntil, until < host.recognisedOn else { continue }
      table.report(
        .error, row: number, "recognised_until", found: until.description,
        problem: Wording(zh: "早于认定日期", en: "before it is recognised"),
        expected: Wording(zh: "应不早于 \(host.recognisedOn)", en: "expected no day before \(host.recognisedOn)"))
    }
    return FileReading(table)
  }

  /// The placements of a file that the hosts have room for, beside those of `register` and above them in the file.
  package static func placements(
    _ bytes: [UInt8], file: String, register: InternshipRegister,
    isOnRecord: (_ trainee: String) -> Bool = { _ in true }
  ) throws(WorkbookError) -> FileReading<InternshipPlacement> {
    var table = try TableFile.rows(Tables.placements, of: bytes, file: file)
    table.reportRepeated("placement") { $0.id }
    var register = register
    table.admit(
      "trainee", { $0.trainee }, isOnRecord, into: "host", { $0.host },
      unknown: Wording(zh: "没有这名学员", en: "no such trainee on record"),
      remedy: Wording(zh: "请先导入学员", en: "import the trainee first")
    ) { placement in
      let flaws = register.flaws(of: placement).map(\.text)
      if flaws.isEmpty {
        register = InternshipRegister(
          hosts: register.hosts,
          placements: register.placements.filter { $0.id != placement.id } + [placement])
      }
      return flaws
    }
    return FileReading(table)
  }

  /// The incubators of a file; one that closes before it opens is an error, and so is one that leaves tenants of
  /// `register` without their units, or that has the number of one of `others`.
  package static func incubators(
    _ bytes: [UInt8], file: String,
    register: IncubatorRegister = IncubatorRegister(incubators: [], tenancies: []), others: Set<String> = []
  ) throws(WorkbookError) -> FileReading<Incubator> {
    var table = try TableFile.rows(Tables.incubators, of: bytes, file: file)
    table.reportRepeated("incubator") { $0.id }
    for (number, incubator) in Array(table.sound) {
      if others.contains(incubator.id) { table.reportTaken(row: number, "incubator", incubator.id) }
      for flaw in register.flaws(of: incubator) {
        table.report(
          .error, row: number, "units", found: incubator.id, problem: flaw.text, expected: notRegistered)
      }
      guard let closed = incubator.closedOn, closed < incubator.openedOn else { continue }
      table.report(
        .error, row: number, "closed_on", found: closed.description,
        problem: Wording(zh: "早于启用日期", en: "before it opens"),
        expected: Wording(
          zh: "应不早于 \(incubator.openedOn)", en: "expected no day before \(incubator.openedOn)"))
    }
    return FileReading(table)
  }

  /// The tenancies of a file that the incubators have units for, beside those of `register` and above them in the file.
  package static func tenancies(
    _ bytes: [UInt8], file: String, register: IncubatorRegister,
    isOnRecord: (_ venture: String) -> Bool = { _ in true }
  ) throws(WorkbookError) -> FileReading<Tenancy> {
    var table = try TableFile.rows(Tables.tenancies, of: bytes, file: file)
    table.reportRepeated("tenancy") { $0.id }
    var register = register
    table.admit(
      "venture", { $0.venture }, isOnRecord, into: "incubator", { $0.incubator },
      unknown: Wording(zh: "没有这个创业实体", en: "no such venture on record"),
      remedy: Wording(zh: "请先登记实体", en: "register the venture first")
    ) { tenancy in
      let flaws = register.flaws(of: tenancy).map(\.text)
      if flaws.isEmpty {
        register = IncubatorRegister(
          incubators: register.incubators,
          tenancies: register.tenancies.filter { $0.id != tenancy.id } + [tenancy])
      }
      return flaws
    }
    return FileReading(table)
  }

  /// The outreach events of a file; those that name projects which the library has not are warned of.
  ///
  /// One with results though it is to come is an error.
  package static func events(
    _ bytes: [UInt8], file: String, projects: Set<String>, today: CivilDate? = nil
  ) throws(WorkbookError) -> FileReading<OutreachEvent> {
    var table = try TableFile.rows(Tables.outreachEvents, of: bytes, file: file)
    table.reportRepeated("event") { $0.id }
    for (number, event) in Array(table.sound) {
      if let today, event.days.lowerBound > today, event.hasResults {
        table.report(
          .error, row: number, "from", found: event.days.lowerBound.description,
          problem: Wording(zh: "活动还没有举办，却已有结果", en: "it is still to come, but has results"),
          expected: Wording(zh: "请核对日期，或去掉结果", en: "correct the day, or leave the results out"))
      }
      for project in event.allProjects where !projects.contains(project) {
        table.report(
          .warning, row: number, "projects", found: project,
          problem: Wording(zh: "项目库中没有这个项目", en: "no such project in the library"),
          expected: Wording(zh: "请核对项目编号", en: "check its number"))
      }
    }
    return FileReading(table)
  }
}

extension TableRows {
  /// Reports rows of somebody who is not on record, and those that a base has no room for.
  ///
  /// `enter` says what is wrong with a row beside those before it, and takes it up where nothing is.
  fileprivate mutating func admit(
    _ whoColumn: String, _ who: (Row) -> String, _ isOnRecord: (String) -> Bool, into baseColumn: String,
    _ base: (Row) -> String, unknown: Wording, remedy: Wording, enter: (Row) -> [Wording]
  ) {
    for (number, row) in Array(sound) {
      guard isOnRecord(who(row)) else {
        report(
          .error, row: number, whoColumn, found: Masking.shown(who(row)), problem: unknown, expected: remedy)
        continue
      }
      for flaw in enter(row) {
        report(
          .error, row: number, baseColumn, found: base(row), problem: flaw,
          expected: BasesFiles.notRegistered)
      }
    }
  }

  /// Reports a row whose id another kind of base has.
  mutating func reportTaken(row: Int, _ column: String, _ id: String) {
    report(
      .error, row: row, column, found: id,
      problem: Wording(zh: "编号已用于另一类基地", en: "another kind of base has this number"),
      expected: Wording(zh: "请换一个编号", en: "choose another number"))
  }

  /// Reports rows whose id stood above in the file.
  mutating func reportRepeated(_ column: String, _ id: (Row) -> String) {
    var first: [String: Int] = [:]
    for (number, row) in Array(sound) {
      guard let line = first[id(row)] else {
        first[id(row)] = lines[number]
        continue
      }
      report(
        .error, row: number, column, found: id(row),
        problem: Wording(zh: "与第 \(line) 行编号相同", en: "the same number as on line \(line)"),
        expected: Wording(zh: "编号应各不相同", en: "expected a number of its own"))
    }
  }
}
