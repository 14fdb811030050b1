import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// What can be done with the pool of mentors.
struct MentorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mentor",
      abstract: text(
        zh: "导师库和专家指导团：导入、申请、聘任、证书、覆盖检查、工作量",
        en: "The pool of mentors and the expert team: in, terms, certificates, coverage, load"),
      subcommands: [
        MentorImport.self, MentorList.self, MentorShow.self, MentorCoverage.self, MentorLoadCommand.self,
        MentorMatch.self, MentorAssign.self, MentorRelease.self, MentorAssignments.self,
        MentorApply.self, MentorChange.self, MentorVet.self, MentorAppoint.self, MentorRenew.self,
        MentorSuspend.self, MentorEnd.self, MentorCertify.self, MentorStrike.self,
      ])
  }
}

/// `mentor import`: takes in a list of the pool.
struct MentorImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(
        zh: "导入导师名册（CSV 或 XLSX），再次导入只改动不同之处",
        en: "Take in a list of the pool (CSV or XLSX); taken in again, only what differs changes"),
      discussion: text(
        zh: "表头：人员编号、姓名、电话、学员编号、类别、部门、服务环节、行业、专业领域、服务区域、语言、辅导名额、公益、指导团成员、"
          + "聘期起、聘期止、证书、证书编号、证书有效期起、证书有效期止、年度最低课时。一人多证写多行。",
        en:
          "The headers: member, name, phone, trainee, kinds, department, links, industries, fields, areas, languages, "
          + "capacity, free, team, from, to, certificate, certificate_number, valid_from, valid_to, yearly_periods. "
          + "A member with several certificates has a row for each."))
  }

  @Argument(help: help(zh: "名册文件", en: "The file of the pool", "file"), completion: .file())
  var file: String

  @OptionGroup var sound: PartialOption

  @Flag(name: .customLong("dry-run"), help: help(zh: "只检查，不存入", en: "Only look; store nothing"))
  var dryRun = false

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readPool(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading.problems, partial: sound.partial)
    guard !dryRun else {
      Console.write(
        Wording(
          zh: "检查通过：\(reading.rows.count) 人，没有存入",
          en: "\(reading.rows.count) members are sound; nothing was stored"))
      return
    }
    let counts = try centre.enter(reading.rows.map(\.row))
    let members = counts.members
    Console.write(
      Wording(
        zh: "导师库已存入：新增 \(members.new) 人，变更 \(members.changed) 人，未变 \(members.unchanged) 人；"
          + "聘任记录 \(counts.steps) 条，证书 \(counts.certificates) 份",
        en: "pool on record: \(members.new) new, \(members.changed) changed, \(members.unchanged) as before; "
          + "\(counts.steps) steps of membership, \(counts.certificates) certificates"))
    try FileIntake.end(isWhole: reading.isSound)
  }
}

/// `mentor coverage`: the expert team against its rule, and capacity against demand.
struct MentorCoverage: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage",
      abstract: text(
        zh: "检查专家指导团：缺谁、谁将到期、名额和课时够不够",
        en: "Check the expert team: who is missing, what ends soon, capacity against demand"))
  }

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let asOf = try day.asOf(today: centre.today())
    let coverage = try centre.teamCoverage(area: day.area ?? "", asOf: asOf)
    Console.write(try centre.coverageReport(coverage))
    if !coverage.gaps.isEmpty { throw ExitCode.findings }
  }
}

/// `mentor load`: who bears how much, and how even it is.
struct MentorLoadCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "load",
      abstract: text(zh: "导师工作量：谁带得多、谁还有名额、是否均衡", en: "The load of the mentors and how even it is"))
  }

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try span.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try span.asOf(today: centre.today())
    try Console.write(
      "mentor-load", of: centre,
      ReportRequest(period: try span.period(asOf: day), asOf: day))
  }
}
