import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange

/// `venture add`: one venture with its founders and its present state.
struct VentureAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: text(zh: "登记一个创业实体", en: "Put a venture on record"),
      discussion: text(
        zh: "没有执照也可登记，统计时按未登记计。状态：筹备、已登记未营业、正常经营、停业、注销、吊销、转让。",
        en: "A venture without a licence can be recorded and is counted as what it is."))
  }

  @Option(help: help(zh: "编号（默认：V000001 起顺排）", en: "Its id (default: the next, from V000001)", "id"))
  var id: String?

  @OptionGroup var venture: VentureOptions

  @Option(
    help: help(zh: "经营状态（默认：有证照为已登记未营业，否则为筹备）", en: "Its state (default: registered or preparing)", "state"))
  var state: String?

  @Option(help: help(zh: "该状态从哪天起（默认：登记日期或今天）", en: "Since when (default: registration or today)", "date"))
  var since: String?

  @Option(help: help(zh: "证明材料，如 营业执照:编号，可给多个", en: "Evidence, as licence:NUMBER, repeatable", "kind:number"))
  var evidence: [String] = []

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try venture.check()
    if venture.name == nil || venture.founder.isEmpty || venture.area == nil {
      throw ValidationError(
        text(zh: "请给出 --name、--founder 和 --area", en: "give --name, --founder and --area"))
    }
    _ = try Typed.word(state, "--state", VentureState.allCases.map(\.name), FollowUpWords.state)
    _ = try Typed.day(since, "--since")
  }

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let today = try centre.today()
    let registration = try venture.registration() ?? .none
    let form =
      try venture.form() ?? (registration.licence.map(LegalForm.init(licence:)) ?? .unregistered)
    let added = Venture(
      id: try id ?? centre.nextVentureCode(), name: venture.name ?? "", founders: try venture.founders(),
      legalForm: form, registration: registration, industry: try venture.readIndustry(),
      area: venture.area ?? "", startUpCost: try Typed.money(venture.cost, "--cost"),
      incubator: venture.incubator)
    let papers = Typed.evidence(evidence)
    func entry(_ state: VentureState, _ from: CivilDate) -> Ledger<VentureChange>.Entry {
      .init(
        id: "", .state(state), from: from, recordedOn: today, recordedBy: centre.actor, evidence: papers)
    }
    let state = try Typed.word(state, "--state", [], FollowUpWords.state)
    let first = state ?? (registration.licence == nil ? .preparing : .registered)
    let from = try Typed.day(since, "--since") ?? registration.date ?? today
    var changes = [entry(first, from)]
    if let licensed = registration.date, licensed < from, first != .preparing, first != .registered {
      changes.insert(entry(.registered, licensed), at: 0)
    }
    try centre.addVenture(
      added, whereabouts: VentureWhereabouts(address: venture.address, phone: venture.phone),
      changes: changes, calendar: calendar)
    if let mismatch = registration.mismatch(with: form) { Console.note(mismatch) }
    Console.write(
      Wording(
        zh: "已登记 \(added.id)：\(added.name)，\(first.name.chinese)（\(from) 起）",
        en: "\(added.id) on record: \(added.name), \(first.name.english) since \(from)"))
  }
}

extension LegalForm {
  /// What a licence says of the form; of enterprises it leaves it open, and most are limited companies.
  init(licence: Licence) {
    switch licence.bodyKind {
    case .individualBusiness, nil: self = .individualBusiness
    case .farmersCooperative: self = .farmersCooperative
    case .privateNonEnterprise: self = .privateNonEnterprise
    default: self = .limitedCompany
    }
  }
}
