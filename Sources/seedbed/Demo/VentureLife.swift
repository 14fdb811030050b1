import Civil
import FollowUp

/// One made-up venture as it is told: what truly happens, and what of it is recorded by the day of the teller.
struct VentureLife {
  private let teller: LifeTeller
  let founders: [MadeUpTrainee]
  private let venture: Venture
  private let start: CivilDate
  private var states: [Ledger<VentureState>.Entry] = []
  private var jobs: [Ledger<Headcount>.Entry] = []
  private var employees = 0
  /// The spans in which it truly operates; the last may be open.
  private var operating: [(from: CivilDate, to: CivilDate?)] = []
  /// When it ended for good; nil: it goes on.
  private(set) var ended: CivilDate?
  private var lastRecorded: CivilDate

  init(
    _ teller: LifeTeller, founders: [MadeUpTrainee], attempt: Int, start: CivilDate,
    random: inout MadeUpRandom
  ) {
    self.teller = teller
    self.founders = founders
    self.start = start
    let rules = teller.rules
    let number = (founders.first?.number ?? 0) * 2 + attempt - 1
    let isLicensed = random.chance(rules.licensed)
    let isLate = random.chance(rules.licensedLate)
    let licensedOn = isLate ? start + random.between(20, 150) : start + -random.between(0, 30)
    let form = isLicensed ? random.pick(LifeRules.forms) ?? .individualBusiness : .unregistered
    let industry = Industry(random.pick(LifeRules.industries) ?? "H6210")
    var registration = Venture.Registration.none
    if isLicensed, licensedOn <= teller.until, let licence = VentureLife.licence(number, form) {
      registration = .licensed(licence, on: licensedOn)
    } else if !isLicensed, random.chance(rules.exempt) {
      registration = .exempt(reason: "零星小额便民劳务")
    }
    let cost = random.between(1, 12) * random.between(5_000, 20_000)
    let name = VentureLife.name(form, industry, &random)
    venture = Venture(
      id: "V\(number)", name: name,
      founders: founders.enumerated().map {
        Venture.Founder(person: $1.id, attempt: $0 == 0 ? attempt : 1)
      },
      legalForm: registration.licence == nil ? .unregistered : form, registration: registration,
      industry: industry, area: founders.first?.area ?? "", startUpCost: Money(yuan: cost / 1_000 * 1_000),
      incubator: random.chance(0.06) ? "示例创业孵化基地" : nil)
    let isSmall = form.kind == .individualBusiness || form.kind == .unregistered
    employees = isSmall ? max(0, random.between(-1, 5)) : random.between(2, 11)
    lastRecorded = start + -90
  }

  /// A code whose checks hold and whose registering authority exists nowhere (999999).
  private static func licence(_ number: Int, _ form: LegalForm) -> Licence? {
    let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    // Odd and no multiple of 31: each number of a venture gives another body.
    var rest = number &* 387_420_489 % 887_503_681
    var body = ""
    for _ in 0..<6 {
      body.append(characters[rest % 31])
      rest /= 31
    }
    guard let area = AreaCode("999999") else { return nil }
    let prefix = form.bodyKind?.rawValue ?? "91"
    return CreditCode(prefix: prefix, area: area, body: "MA" + body).map(Licence.creditCode)
  }

  private static func name(
    _ form: LegalForm, _ industry: Industry?, _ random: inout MadeUpRandom
  ) -> String {
    let first = random.pick(LifeRules.names.first) ?? "云"
    let second = random.pick(LifeRules.names.second) ?? "禾"
    let trade = LifeRules.trade(industry?.section ?? "H")
    let kind =
      switch form {
      case .individualBusiness, .unregistered: "店"
      case .soleProprietorship: "经营部"
      case .partnership: "合伙企业"
      case .farmersCooperative: "专业合作社"
      case .privateNonEnterprise: "服务中心"
      case .onePersonCompany, .limitedCompany, .jointStockCompany: "有限公司"
      }
    return first + second + trade + kind
  }

  /// Lives through states and jobs until the venture ends or the teller's day comes.
  mutating func tell(_ random: inout MadeUpRandom) {
    let licensedOn = venture.registration.date
    if random.chance(0.5) { enter(.preparing, on: start + -random.between(31, 60), "意向登记", &random) }
    if let licensedOn, licensedOn < start { enter(.registered, on: licensedOn, "营业执照", &random) }
    if random.chance(teller.rules.neverOperates) {
      if states.isEmpty { enter(.preparing, on: start, "意向登记", &random) }
      return
    }
    var from = start
    for _ in 0..<3 {
      enter(.operating, on: from, "现场核实", &random)
      count(employees, founders: founders.count, on: from, &random)
      let stop = from + lifetime(&random)
      operating.append((from, stop))
      guard stop <= teller.until else {
        operating[operating.count - 1].to = nil
        return
      }
      let isLicensed = licensedOn.map { $0 < stop } ?? false
      guard let resumed = close(on: stop, isLicensed: isLicensed, &random) else { return }
      from = resumed
    }
    // Who has resumed twice stays.
    enter(.operating, on: from, "现场核实", &random)
    count(employees, founders: founders.count, on: from, &random)
    operating.append((from, nil))
  }

  /// Days of operation, by the share of each year that stops; beyond ten years it is not looked.
  private func lifetime(_ random: inout MadeUpRandom) -> Int {
    var left = random.unit()
    var days = 0
    for year in 0..<10 {
      let share = teller.rules.stops[min(year, teller.rules.stops.count - 1)]
      if left < share { return max(20, days + Int(365 * left / share)) }
      left = (left - share) / (1 - share)
      days += 365
    }
    return days
  }

  /// Stops the venture; the day on which it resumes, nil: it does not.
  private mutating func close(
    on stop: CivilDate, isLicensed: Bool, _ random: inout MadeUpRandom
  ) -> CivilDate? {
    count(0, founders: 0, on: stop, &random)
    if random.chance(teller.rules.suspendedFirst) || !isLicensed {
      enter(.suspended, on: stop, "回访记录", &random)
      if random.chance(teller.rules.resumes) { return stop + random.between(25, 110) }
      ended = stop
      if isLicensed, random.chance(0.7) {
        enter(.deregistered, on: stop + random.between(60, 300), "准予注销登记通知书", &random)
      }
      return nil
    }
    ended = stop
    if random.chance(0.1) {
      enter(.transferred, on: stop, "转让协议", &random)
    } else if random.chance(0.07) {
      enter(.revoked, on: stop, "市场监管部门公告", &random)
      if random.chance(0.5) {
        enter(.deregistered, on: stop + random.between(90, 300), "准予注销登记通知书", &random)
      }
    } else {
      enter(.deregistered, on: stop, "准予注销登记通知书", &random)
    }
    return nil
  }

  private mutating func enter(
    _ state: VentureState, on day: CivilDate, _ paper: String, _ random: inout MadeUpRandom
  ) {
    let recorded = recorded(day, &random)
    guard recorded <= teller.until else { return }
    states.append(
      .init(
        id: "\(venture.id)s\(states.count)", state, from: day, recordedOn: recorded, recordedBy: officer,
        evidence: [Evidence(kind: paper)]))
  }

  private mutating func count(
    _ employees: Int, founders: Int, on day: CivilDate, _ random: inout MadeUpRandom
  ) {
    let recorded = recorded(day, &random)
    let insured = (0..<employees).reduce(0) { count, _ in count + (random.chance(0.55) ? 1 : 0) }
    var groups: [String: Int] = [:]
    if employees > 0, random.chance(0.4), let group = random.pick(teller.rules.keyGroups) {
      groups[group] = random.between(1, max(1, employees / 2))
    }
    guard recorded <= teller.until,
      let count = try? Headcount(
        founders: founders, employees: employees, insured: insured, keyGroups: groups)
    else { return }
    jobs.append(
      .init(
        id: "\(venture.id)j\(jobs.count)", count, from: day, recordedOn: recorded, recordedBy: officer,
        evidence: [Evidence(kind: "用工名册")]))
  }

  /// Most is recorded within days, some only months later; never before what was recorded already.
  private mutating func recorded(_ day: CivilDate, _ random: inout MadeUpRandom) -> CivilDate {
    let delay = random.chance(0.05) ? random.between(30, 90) : random.between(0, 15)
    lastRecorded = max(lastRecorded, day + delay)
    return lastRecorded
  }

  private var officer: String { founders.first?.officer ?? "" }

  /// Whether it truly operates on a day.
  func operates(on day: CivilDate) -> Bool {
    operating.contains { $0.from <= day && ($0.to.map { day < $0 } ?? true) }
  }

  /// Whether it stops within so many days after a day.
  func stops(within days: Int, after day: CivilDate) -> Bool {
    operating.contains { span in span.to.map { $0 > day && $0 - day <= days } ?? false }
  }

  /// Somebody saw or said that it operates, on the day itself.
  mutating func confirm(on day: CivilDate) {
    states.append(
      .init(
        id: "\(venture.id)s\(states.count)", .operating, from: day, recordedOn: day, recordedBy: officer,
        evidence: [Evidence(kind: "回访记录")]))
  }

  /// The day on which it began to operate, if it ever did.
  var began: CivilDate? { operating.first?.from }

  /// Puts the venture with its money among the lives; what begins after the teller's day is left out.
  func add(to lives: inout MadeUpLives) {
    guard !states.isEmpty else { return }
    let inOrder = states.enumerated().sorted { left, right in
      (left.element.from, left.element.recordedOn, left.offset)
        < (right.element.from, right.element.recordedOn, right.offset)
    }.map(\.element)
    lives.ventures.append(VentureRecord(venture, states: Ledger(inOrder), jobs: Ledger(jobs)))
    var random = MadeUpRandom(seed: teller.seed ^ 0xA5A5, number: founders.first?.number ?? 0)
    addLoan(to: &lives, &random)
    let paidOn = start + random.between(190, 320)
    if venture.registration.licence != nil, random.chance(teller.rules.subsidised), paidOn <= teller.until,
      operates(on: paidOn)
    {
      lives.subsidies.append(
        Subsidy(
          id: "\(venture.id)b", kind: teller.rules.subsidyKind, recipient: .venture(venture.id),
          amount: Money(yuan: teller.rules.subsidyYuan), paidOn: paidOn))
    }
  }

  private func addLoan(to lives: inout MadeUpLives, _ random: inout MadeUpRandom) {
    let rules = teller.rules
    guard let borrower = founders.first, venture.registration.licence != nil,
      random.chance(rules.loanApplied)
    else { return }
    var steps: [Ledger<Loan.Step>.Entry] = []
    func step(_ state: Loan.State, _ yuan: Int, on day: CivilDate) {
      guard day <= teller.until else { return }
      steps.append(
        .init(
          id: "\(venture.id)l\(steps.count)", Loan.Step(state, Money(yuan: yuan)), from: day, recordedOn: day,
          recordedBy: borrower.officer))
    }
    let applied = start + random.between(30, 200)
    let asked = random.between(5, 30) * 10_000
    step(.applied, asked, on: applied)
    if random.chance(rules.loanApproved) {
      let approved = applied + random.between(15, 60)
      let granted = asked * random.between(5, 10) / 100_000 * 10_000
      step(.approved, granted, on: approved)
      if random.chance(rules.loanPaid) {
        let paid = approved + random.between(5, 45)
        step(.disbursed, granted, on: paid)
        if random.chance(0.05) {
          step(.overdue, granted, on: paid + random.between(370, 740))
        } else {
          step(.repaid, granted, on: paid + random.between(700, 1_000))
        }
      }
    }
    guard !steps.isEmpty else { return }
    lives.loans.append(
      Loan(id: "\(venture.id)l", borrower: borrower.id, venture: venture.id, steps: Ledger(steps)))
  }
}
