import ArgumentParser
import Centre
import Civil
import Cohorts
import Interchange
import Mentors

/// `mentor apply`: somebody wants to be in the pool, or an alumnus is won for it.
struct MentorApply: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "apply",
      abstract: text(
        zh: "登记入库申请；创业成功学员用 --trainee", en: "Record an application to the pool; of an alumnus with --trainee"),
      discussion: text(
        zh: """
          其后依次为 mentor vet（审核）、mentor appoint（聘任）。
          师资表中的人员用原编号，不必写姓名；学员入库默认编号为 A-学员编号。例：
            mentor apply E01 --name 示例甲 --kind 部门业务专家 --department 区税务局 --link 融资服务 --capacity 3 --team
            mentor apply --trainee T0001 --link 开业指导 --industry H --capacity 1
          """,
        en: """
          'mentor vet' and 'mentor appoint' follow. Who is in the plan keeps the id there and needs no name; an alumnus
          gets the id A- and the trainee's, unless another is given. Examples:
            mentor apply E01 --name "Example A" --kind department_expert --department "tax bureau" --link financing --capacity 3
            mentor apply --trainee T0001 --link opening_guidance --industry H --capacity 1
          """))
  }

  @Argument(help: help(zh: "人员编号", en: "The member's id", "id"))
  var id: String?

  @Option(help: help(zh: "创业成功学员的学员编号", en: "The trainee who becomes a mentor", "id"))
  var trainee: String?

  @OptionGroup var profile: PoolProfileOptions

  @Option(help: help(zh: "申请日期（默认：今天）", en: "The day of the application (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "申请材料，如 申请表:编号，可给多个", en: "A paper, as form:NUMBER, repeatable", "kind:number"))
  var evidence: [String] = []

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try profile.check()
    _ = try Typed.day(on, "--on")
    guard id != nil || trainee != nil else {
      throw ValidationError(text(zh: "请给出人员编号，或 --trainee", en: "give the member's id, or --trainee"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let id = id ?? "A-" + (trainee ?? "")
    let known = try centre.poolMembers(asOf: centre.today()).first { $0.id == id }
    let base = known?.member.profile ?? PoolMember(id: id, kinds: trainee == nil ? [] : [.alumnus])
    let member = try profile.applied(to: base)
    guard !member.kinds.isEmpty else {
      throw ValidationError(text(zh: "请用 --kind 给出类别", en: "say with --kind which kind of mentor it is"))
    }
    let record = try centre.apply(
      PoolEntry(
        member, name: profile.name, phone: profile.phone, trainee: trainee ?? known?.identity.trainee),
      from: Typed.day(on, "--on"), evidence: Typed.evidence(evidence))
    Console.write(
      Wording(
        zh: "已登记申请：\(record.id) \(record.name)；下一步 mentor vet \(record.id)",
        en: "application recorded: \(record.id) \(record.name); next: mentor vet \(record.id)"))
  }
}

/// `mentor change`: what help can be had of a member, anew.
struct MentorChange: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: text(
        zh: "修改导师资料：只改给出的各项，旧资料留档", en: "Change a member's profile: what is given; the earlier one is kept"))
  }

  @Argument(help: help(zh: "人员编号", en: "The member's id", "id"))
  var id: String

  @OptionGroup var profile: PoolProfileOptions

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try profile.check()
    guard !profile.isEmpty else {
      throw ValidationError(text(zh: "没有给出要修改的内容", en: "nothing to change is given"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let before = try centre.poolMember(id, asOf: today)
    let member = try profile.applied(to: before.member)
    let (record, hasChanged) = try centre.change(id) { version in
      PoolChange.Version(
        PoolIdentity(
          name: profile.name ?? version.identity.name, phone: profile.phone ?? version.identity.phone,
          trainee: version.identity.trainee), member)
    }
    Console.write(
      hasChanged
        ? Wording(zh: "已修改：\(record.id) \(record.name)", en: "changed: \(record.id) \(record.name)")
        : Wording(zh: "\(record.id) \(record.name)：与原资料相同", en: "\(record.id) \(record.name): as it was"))
  }
}

/// What is said of a member on the command line.
struct PoolProfileOptions: ParsableArguments {
  @Option(help: help(zh: "姓名", en: "The name", "name"))
  var name: String?

  @Option(help: help(zh: "电话", en: "The telephone", "number"))
  var phone: String?

  @Option(
    help: help(
      zh: "类别，可给多个：讲师、长期导师、单次导师、部门业务专家、专家学者、企业家、创业志愿者、创业成功学员",
      en: "A kind, repeatable: lecturer, long-term mentor, department expert …", "kind"))
  var kind: [String] = []

  @Option(help: help(zh: "所在部门", en: "The department", "text"))
  var department: String?

  @Option(help: help(zh: "服务环节，可给多个", en: "A link of the service chain, repeatable", "link"))
  var link: [String] = []

  @Option(help: help(zh: "行业代码，可给多个", en: "An industry's code, repeatable", "code"))
  var industry: [String] = []

  @Option(help: help(zh: "专业领域，可给多个", en: "A field, repeatable", "text"))
  var field: [String] = []

  @Option(help: help(zh: "服务区域的区划代码，可给多个", en: "An area's code, repeatable", "code"))
  var area: [String] = []

  @Option(help: help(zh: "语言或方言，可给多个", en: "A language, repeatable", "text"))
  var language: [String] = []

  @Option(help: help(zh: "辅导名额（人）", en: "How many places", "n"))
  var capacity: Int?

  @Flag(inversion: .prefixedNo, help: help(zh: "是否公益", en: "Whether it is free of charge"))
  var free: Bool?

  @Flag(inversion: .prefixedNo, help: help(zh: "是否专家指导团成员", en: "Whether in the expert team"))
  var team: Bool?

  var isEmpty: Bool {
    let texts = [name, phone, department] + kind + link + industry + field + area + language
    return texts.allSatisfy { $0 == nil } && capacity == nil && free == nil && team == nil
  }

  func check() throws {
    try Typed.notBlank(name, "--name")
    _ = try applied(to: PoolMember(id: "", kinds: []))
    if let capacity, !(0...10_000).contains(capacity) {
      throw ValidationError(text(zh: "--capacity：应为 0 至 10000", en: "--capacity: expected 0 to 10000"))
    }
  }

  /// A profile with what is given in the place of what was there.
  func applied(to member: PoolMember) throws -> PoolMember {
    let kinds = try kind.compactMap {
      try Typed.word($0, "--kind", PoolMember.Kind.allCases.map(\.name), PoolWords.kind)
    }
    let links = try link.compactMap {
      try Typed.word($0, "--link", ServiceLink.allCases.map(\.name), GuidanceWords.link)
    }
    let industries = try industry.compactMap { try Typed.industry($0) }
    let areas = try area.compactMap { try Typed.area($0).flatMap { AreaCode($0) } }
    let keepsAlumnus = member.kinds.contains(.alumnus) && kinds.isEmpty == false
    return PoolMember(
      id: member.id, kinds: kinds.isEmpty ? member.kinds : Set(kinds).union(keepsAlumnus ? [.alumnus] : []),
      department: department ?? member.department, links: links.isEmpty ? member.links : Set(links),
      industries: industries.isEmpty ? member.industries : Set(industries),
      fields: field.isEmpty ? member.fields : Set(field), areas: areas.isEmpty ? member.areas : Set(areas),
      languages: language.isEmpty ? member.languages : Set(language.map(SpokenLanguage.named)),
      capacity: capacity ?? member.capacity,
      isFree: free ?? member.isFree, isInTeam: team ?? member.isInTeam)
  }
}
