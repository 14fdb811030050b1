import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange

/// `venture change`: appends to a venture's ledgers; nothing is overwritten.
struct VentureChangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: text(zh: "登记创业实体的变更：状态、就业、贷款、补贴、登记事项", en: "Record a change of a venture"),
      discussion: text(
        zh: """
          每次变更都追加到台账，原记录保留。例：
            venture change V000001 --state 停业 --since 2026-11-02 --evidence 回访记录:T0001-3
            venture change V000001 --employees 5 --insured 3 --key-group graduate=2
            venture change V000001 --loan L1 --loan-state 放款 --amount 10万 --borrower T0001
            venture change V000001 --subsidy start_up --amount 5000
            venture change V000001 --corrects V000001.s2 --strike-out
          """,
        en: """
          Each change is appended; what was recorded stays. Examples:
            venture change V000001 --state suspended --since 2026-11-02 --evidence "visit note:T0001-3"
            venture change V000001 --employees 5 --insured 3 --key-group graduate=2
            venture change V000001 --loan L1 --loan-state disbursed --amount 100000 --borrower T0001
            venture change V000001 --subsidy start_up --amount 5000
            venture change V000001 --corrects V000001.s2 --strike-out
          """))
  }

  @Argument(help: help(zh: "创业实体编号", en: "The venture's id", "id"))
  var id: String

  @Option(help: help(zh: "经营状态", en: "Its state", "state"))
  var state: String?

  @Option(help: help(zh: "带动就业人数（不含创办人）", en: "Employees, without the founders", "n"))
  var employees: Int?

  @Option(help: help(zh: "在岗创办人数（默认：全部创办人）", en: "Founders at work (default: all)", "n"))
  var foundersAtWork: Int?

  @Option(help: help(zh: "其中参保人数", en: "Of the employees, those insured", "n"))
  var insured = 0

  @Option(
    help: help(zh: "其中重点群体，如 graduate=2，可给多个", en: "Of a key group, as graduate=2, repeatable", "code=n"))
  var keyGroup: [String] = []

  @Option(help: help(zh: "贷款编号", en: "A loan's id", "id"))
  var loan: String?

  @Option(
    help: help(zh: "贷款状态：申请、审核通过、放款、展期、逾期、还清", en: "Its state: applied, approved, disbursed …", "state"))
  var loanState: String?

  @Option(help: help(zh: "借款人的学员编号（默认：第一创办人）", en: "The borrower (default: the first founder)", "id"))
  var borrower: String?

  @Option(help: help(zh: "补贴种类，如 start_up", en: "A kind of subsidy, as start_up", "kind"))
  var subsidy: String?

  @Option(help: help(zh: "享受补贴的学员（默认：本实体）", en: "The person who got it (default: the venture)", "id"))
  var recipient: String?

  @Option(help: help(zh: "贷款或补贴金额（元）", en: "The amount of the loan or subsidy in yuan", "yuan"))
  var amount: String?

  @OptionGroup var venture: VentureOptions

  @Option(help: help(zh: "从哪天起（默认：今天）", en: "Since when (default: today)", "date"))
  var since: String?

  @Option(help: help(zh: "证明材料，如 营业执照:编号，可给多个", en: "Evidence, as licence:NUMBER, repeatable", "kind:number"))
  var evidence: [String] = []

  @Option(
    help: help(
      zh: "更正哪条台账记录：记录号见 venture show", en: "The entry that this one corrects; 'venture show' tells its id",
      "entry"))
  var corrects: String?

  @Flag(
    help: help(
      zh: "撤销 --corrects 所指的记录，不登记新的", en: "Strike out the entry of --corrects, with nothing in its place"))
  var strikeOut = false

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try venture.check()
    _ = try (Typed.day(since, "--since"), Typed.money(amount, "--amount"), groups())
    _ = try Typed.word(state, "--state", VentureState.allCases.map(\.name), FollowUpWords.state)
    _ = try Typed.word(loanState, "--loan-state", Loan.State.allCases.map(\.name), FollowUpWords.loanState)
    if (loan == nil) != (loanState == nil) {
      throw ValidationError(
        text(zh: "--loan 和 --loan-state 须同时给出", en: "give --loan and --loan-state together"))
    }
    if loan != nil || subsidy != nil, amount == nil {
      throw ValidationError(text(zh: "请给出 --amount", en: "give --amount"))
    }
    if strikeOut, corrects == nil {
      throw ValidationError(
        text(zh: "--strike-out 须与 --corrects 一起给出", en: "--strike-out goes with --corrects"))
    }
    if loan != nil, subsidy != nil {
      throw ValidationError(text(zh: "贷款和补贴请分两次登记", en: "record the loan and the subsidy one at a time"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let file = try centre.venture(id)
    let today = try centre.today()
    let since = try Typed.day(since, "--since") ?? today
    let papers = Typed.evidence(evidence)
    let changes = try changes(of: file, on: since)
    if strikeOut, let corrects {
      guard changes.isEmpty else {
        throw ValidationError(
          text(zh: "--strike-out 不能与其他变更同用", en: "--strike-out goes without other changes"))
      }
      try centre.changeVenture(
        id,
        [
          .init(
            id: "", nil, from: today, recordedOn: today, recordedBy: centre.actor, evidence: papers,
            corrects: corrects)
        ], calendar: calendar)
      Console.write(
        Wording(
          zh: "\(id)：已撤销 \(corrects)，原记录仍可查", en: "\(id): \(corrects) struck out; it stays in the ledger"))
      return
    }
    guard !changes.isEmpty else {
      throw ValidationError(text(zh: "没有给出要变更的内容", en: "nothing to change is given"))
    }
    try centre.changeVenture(
      id,
      changes.map {
        .init(
          id: "", $0, from: since, recordedOn: today, recordedBy: centre.actor, evidence: papers,
          corrects: corrects)
      }, calendar: calendar)
    Console.write(
      Wording(
        zh: "\(id)：\(file.record.venture.name)，已登记 \(changes.count) 项变更（\(since) 起）",
        en: "\(id): \(file.record.venture.name), \(changes.count) change(s) recorded, from \(since)"))
  }

  private func changes(of file: VentureFile, on day: CivilDate) throws -> [VentureChange] {
    let venture = file.record.venture
    var changes: [VentureChange] = try facts().map(VentureChange.fact)
    if let state = try Typed.word(state, "--state", [], FollowUpWords.state) { changes.append(.state(state)) }
    if let employees {
      do throws(Headcount.Flaw) {
        changes.append(
          .jobs(
            try Headcount(
              founders: foundersAtWork ?? venture.founders.count, employees: employees, insured: insured,
              keyGroups: (try? groups()) ?? [:])))
      } catch { throw Failure(error.sentence) }
    }
    if let loan, let amount = try Typed.money(amount, "--amount"),
      let state = try Typed.word(loanState, "--loan-state", [], FollowUpWords.loanState)
    {
      let borrower = borrower ?? venture.founders.first?.person ?? ""
      changes.append(.loan(id: loan, borrower: borrower, Loan.Step(state, amount)))
    }
    if let subsidy, let amount = try Typed.money(amount, "--amount") {
      let recipient = recipient.map(Subsidy.Recipient.person) ?? .venture(id)
      let number = file.subsidies.count + 1
      changes.append(
        .subsidy(
          Subsidy(
            id: "\(id)-\(subsidy)-\(number)", kind: subsidy, recipient: recipient, amount: amount, paidOn: day
          )))
    }
    return changes
  }

  private func facts() throws -> [VentureFact] {
    var facts: [VentureFact] = []
    if let name = venture.name { facts.append(.name(name)) }
    if !venture.founder.isEmpty { facts.append(.founders(try venture.founders())) }
    if let form = try venture.form() { facts.append(.legalForm(form)) }
    if let registration = try venture.registration() { facts.append(.registration(registration)) }
    if let industry = try venture.readIndustry() { facts.append(.industry(industry)) }
    if let area = venture.area { facts.append(.area(area)) }
    if let cost = try Typed.money(venture.cost, "--cost") { facts.append(.startUpCost(cost)) }
    if let incubator = venture.incubator { facts.append(.incubator(incubator)) }
    if let address = venture.address { facts.append(.address(address)) }
    if let phone = venture.phone { facts.append(.phone(phone)) }
    return facts
  }

  private func groups() throws -> [String: Int] {
    var groups: [String: Int] = [:]
    for item in keyGroup {
      let parts = item.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[1]), count >= 0 else {
        throw ValidationError(
          text(zh: "--key-group：“\(item)”应写成 graduate=2", en: "--key-group: write '\(item)' as graduate=2"))
      }
      groups[String(parts[0])] = count
    }
    return groups
  }
}
