import Civil
import Cohorts
import FollowUp

extension Indicator {
  /// Loans applied for, approved and paid out, in person-times and money; what was paid of what was approved.
  package static let loanFunnel = Indicator(
    "loan-funnel", Wording(zh: "创业担保贷款", en: "Start-up loans"), otherNames: ["小额担保贷款", "创业贷款"],
    formula: Wording(
      zh: "期内申请、审核通过、放款各多少人次、多少元；放款率 = 放款金额 ÷ 审核通过金额；审核到放款的天数取中位数",
      en:
        "applied for, approved and paid out in the period, in person-times and yuan; paid of approved by amount; median "
        + "days from approval to payment"),
    source: "市创业型城市总结（审批通过 1085 万元，实际放贷 255 万元）"
  ) { evidence in
    let funnel = evidence.loanFunnel
    let stages = funnel.stages.map { stage in
      let loans = Figure.Part(
        stage.state.name, Quantity(stage.loans.count, .personTime), .records(stage.loans))
      let amount = Figure.Part(
        Wording(zh: "金额", en: "amount"), Quantity(stage.amount.fen, .fen), .records(stage.loans))
      let people = Figure.Part(
        Wording(zh: "人数", en: "people"), Quantity(stage.borrowers.count, .person), .records(stage.borrowers))
      return Component(
        stage.state.name, .figure(Figure(.money(stage.amount), numerator: loans, details: [people, amount])))
    }
    return stages + [evidence.paidOfApproved(funnel), evidence.daysToPayment(funnel)]
  }

  /// Subsidies paid in the period by kind, and those that were paid once too often.
  package static let subsidies = Indicator(
    "subsidies", Wording(zh: "创业补贴", en: "Subsidies"),
    formula: Wording(
      zh: "期内各项补贴的金额和享受对象数；超过规定次数的逐笔列出",
      en: "amount and recipients of each kind in the period; those beyond the limit are listed one by one"),
    source: "补贴项目按政策口径", rules: [.subsidies]
  ) { evidence in
    guard let rule = evidence.subsidyRule else {
      return [
        Component(
          Wording(zh: "创业补贴", en: "subsidies"),
          .notComputable(Wording(zh: "本地没有补贴项目的口径", en: "no regulation names the kinds of subsidy")))
      ]
    }
    let known = evidence.subsidies.filter { $0.paidOn <= evidence.date }
    let paid = known.filter { evidence.period.contains($0.paidOn) }
    let excess = Set(rule.excess(in: known).map(\.id))
    let unknown = Set(rule.unknownKinds(in: paid).map(\.id))
    return rule.kinds.map { kind in evidence.component(of: kind, paid, excess) }
      + [
        (Wording(zh: "超次享受", en: "beyond the limit"), paid.filter { excess.contains($0.id) }),
        (Wording(zh: "项目不明", en: "of a kind not known"), paid.filter { unknown.contains($0.id) }),
      ].map { name, subsidies in
        let part = Figure.Part(
          name, Quantity(subsidies.count, .personTime), .records(subsidies.map(\.id).sorted()))
        return Component(name, .figure(Figure(.count(part.quantity), numerator: part)))
      }
  }

  /// Employees of the new ventures: all, insured, and those of each key group; one may be of several.
  package static let ledJobsByGroup = Indicator(
    "led-jobs", Wording(zh: "创业带动就业人数", en: "Jobs led by new ventures"),
    formula: Wording(
      zh: "新增创业实体期末从业人员（不含创业者）；其中参加社会保险的、各重点群体的分列，同一人可属几类，不相加",
      en:
        "employees of the new ventures at the end, without founders; of them insured and of each key group, which overlap "
        + "and are not added up"),
    source: "区创业型城市工作方案（创业带动就业3000人）", rules: [.survival]
  ) { evidence in
    let groups = Set(
      evidence.newVentures.compactMap {
        $0.jobs.fact(on: evidence.date, knownOn: evidence.knownOn)?.keyGroups.keys
      }.joined())
    let parts =
      [evidence.ledJobs, evidence.jobs(Wording(zh: "其中：参保", en: "of them insured"), \.insured)]
      + groups.sorted().map { code in
        let name = TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
        return evidence.jobs(
          Wording(zh: "其中：\(name.chinese)", en: "of them: \(name.english)")
        ) { $0.keyGroups[code] ?? 0 }
      }
    return parts.map { Component($0.name, .figure(Figure(.count($0.quantity), numerator: $0))) }
  }

  /// The new ventures by what the centre did for their founders before: trained, mentored, neither.
  package static let attribution = Indicator(
    "attribution", Wording(zh: "创业归因", en: "Attribution of starts"),
    formula: Wording(
      zh: "新增创业实体按创业前创业者是否参加过培训、是否得到导师指导分为四类，每户只归一类；另列占辖区全部新登记经营主体的比重，等于或超过全部登记数的提示存疑",
      en:
        "the new ventures by whether a founder had been trained or mentored before the start; each venture stands in one "
        + "group; and their share of all registrations of the area, doubted where it is all of them"
    ),
    source: "对照“扶持创业成功数等于新登记数”一类的报表错误", rules: [.survival]
  ) { evidence in
    let trained = Dictionary(
      evidence.trainings.map { ($0.person, $0.days.lowerBound) }, uniquingKeysWith: min)
    let starts = evidence.newVentures.compactMap { record in
      evidence.survivalRule.start(of: record, knownOn: evidence.knownOn).map { (record.venture, start: $0) }
    }
    let attribution = Attribution(starts, trained: trained, mentored: evidence.mentored)
    let several = Figure.Part(
      Wording(zh: "几名创业者都可申报的实体", en: "could be claimed by several founders"), .venture,
      Set(attribution.claimedSeveralTimes))
    return Attribution.Group.allCases.map { group in
      let part = Figure.Part(group.name, .venture, Set(attribution.ventures[group] ?? []))
      let details = group == .neither ? [] : [several]
      return Component(group.name, .figure(Figure(.count(part.quantity), numerator: part, details: details)))
    } + [evidence.supportedOfRegistered(attribution)]
  }
}

extension IndicatorEvidence {
  /// The ventures of founders who were trained or mentored, of all that registered in the area; with the doubt where
  /// they are said to be all of them.
  fileprivate func supportedOfRegistered(_ attribution: Attribution) -> Component {
    let name = Wording(zh: "占全部新登记经营主体", en: "of all new registrations")
    let groups: [Attribution.Group] = [.trainedAndMentored, .trained, .mentored]
    let supported = Figure.Part(
      Wording(zh: "培训或指导过的", en: "trained or mentored"), .venture,
      Set(groups.flatMap { attribution.ventures[$0] ?? [] }))
    switch denominator(.newRegistrations) {
    case .failure(let missing): return Component(name, .notComputable(missing.sentence))
    case .success(let registered):
      let doubt = Attribution.doubt(claimed: supported.quantity, registrations: registered.quantity)
      return Component(
        name, Figure.share(supported, of: registered, notes: doubt.map { [$0] } ?? []))
    }
  }

  /// What was paid out of what was approved in the period, by amount.
  fileprivate func paidOfApproved(_ funnel: LoanFunnel) -> Component {
    let name = Wording(zh: "放款率（按金额）", en: "paid out of approved, by amount")
    func part(_ state: Loan.State) -> Figure.Part? {
      funnel.stages.first { $0.state == state }.map { stage in
        Figure.Part(stage.state.name, Quantity(stage.amount.fen, .fen), .records(stage.loans))
      }
    }
    guard let paid = part(.disbursed), let approved = part(.approved), approved.quantity.amount > 0 else {
      return Component(
        name, .notComputable(Wording(zh: "期内没有审核通过的贷款", en: "no loan was approved in the period")))
    }
    return Component(name, Figure.share(paid, of: approved))
  }

  /// The median of the days from approval to the first payment.
  fileprivate func daysToPayment(_ funnel: LoanFunnel) -> Component {
    let name = Wording(zh: "审核到放款天数（中位数）", en: "days from approval to payment, median")
    let days = funnel.daysToPayment.compactMap { $0 }.sorted()
    guard !days.isEmpty else {
      return Component(
        name, .notComputable(Wording(zh: "没有审核和放款日期都有记录的贷款", en: "no loan with both days on record")))
    }
    // Of an even number the lower one of the two in the middle: a whole number of days.
    let median = days[(days.count - 1) / 2]
    let part = Figure.Part(
      name, Quantity(median, .day), .records(funnel.stages.last { $0.state == .disbursed }?.loans ?? []))
    return Component(name, .figure(Figure(.count(part.quantity), numerator: part)))
  }

  fileprivate func component(
    of kind: SubsidyRule.Kind, _ paid: [Subsidy], _ excess: Set<String>
  ) -> Component {
    let own = paid.filter { $0.kind == kind.code }
    let amount = own.reduce(Money.zero) { $0 + $1.amount }
    var people: Set<String> = []
    var ventures: Set<String> = []
    for subsidy in own {
      switch subsidy.recipient {
      case .person(let id): people.insert(id)
      case .venture(let id): ventures.insert(id)
      }
    }
    let times = Figure.Part(
      Wording(zh: "笔数", en: "payments"), Quantity(own.count, .personTime), .records(own.map(\.id).sorted()))
    // People and ventures are not added up.
    let recipients = [
      Figure.Part(Wording(zh: "享受个人", en: "people"), .person, people),
      Figure.Part(Wording(zh: "享受实体", en: "ventures"), .venture, ventures),
    ].filter { $0.quantity.amount > 0 }
    let repeated = own.filter { excess.contains($0.id) }.map(\.id).sorted()
    let beyond = Figure.Part(
      Wording(zh: "超次享受", en: "beyond the limit"), Quantity(repeated.count, .personTime), .records(repeated))
    return Component(
      kind.name, .figure(Figure(.money(amount), numerator: times, details: recipients + [beyond])))
  }
}
