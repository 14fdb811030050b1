import Civil
import FollowUp

/// The notice of the ministry that names the five groups, as city plans quote it.
let ministryNotice = "人力资源和社会保障部 2008 年创建创业型城市通知（各地方案引用的定义）"

extension Indicator {
  /// People who were served, were trained or started by themselves, each once, of all urban workers.
  package static let activityIndex = Indicator(
    "activity-index", Wording(zh: "全民创业活动指数", en: "Entrepreneurial activity index"),
    otherNames: ["全员创业活动指数"],
    formula: Wording(
      zh: "参与创业活动的人数（创业服务、创业培训、自主创业三项去重）÷ 城镇劳动者人数",
      en: "people in start-up services, training or an own start-up, each once ÷ urban workers"),
    source: ministryNotice, rules: [.survival]
  ) { evidence in
    let served = Set(evidence.participations.filter { $0.kind == .service }.map(\.person))
    let trained = Set(evidence.participations.filter { $0.kind == .training }.map(\.person))
    let started = Set(evidence.newVentures.flatMap { $0.venture.founders.map(\.person) })
    let all = served.union(trained).union(started)
    let several = served.intersection(trained).union(served.intersection(started))
      .union(trained.intersection(started))
    let name = Wording(zh: "全民创业活动指数", en: "Entrepreneurial activity index")
    switch evidence.denominator(.urbanWorkers) {
    case .failure(let missing): return [Component(name, .notComputable(missing.sentence))]
    case .success(let workers):
      return [
        Component(
          name,
          Figure.share(
            .init(Wording(zh: "参与创业活动的人数", en: "participants"), .person, all), of: workers,
            details: [
              .init(Wording(zh: "创业服务", en: "served"), .person, served),
              .init(Wording(zh: "创业培训", en: "trained"), .person, trained),
              .init(Wording(zh: "自主创业", en: "started"), .person, started),
              .init(Wording(zh: "参与两项以上", en: "in more than one of these"), .person, several),
            ]))
      ]
    }
  }

  /// New founders and the jobs they lead, of all new employment.
  package static let employmentContribution = Indicator(
    "employment-contribution", Wording(zh: "创业活动对就业的贡献率", en: "Contribution of start-ups to employment"),
    otherNames: ["创业对就业的贡献率"],
    formula: Wording(
      zh: "（新增创业人数 + 其带动就业人数）÷ 全部新增就业人数",
      en: "(new founders + the employees of their ventures) ÷ all new employment"),
    source: ministryNotice, rules: [.survival]
  ) { evidence in
    let name = Wording(zh: "创业活动对就业的贡献率", en: "Contribution of start-ups to employment")
    let (founders, jobs) = (evidence.newFounders, evidence.ledJobs)
    switch evidence.denominator(.newEmployment) {
    case .failure(let missing): return [Component(name, .notComputable(missing.sentence))]
    case .success(let employment):
      do throws(UnitMismatch) {
        let sum = Figure.Part(
          Wording(zh: "新增创业及带动就业人数", en: "new founders and led jobs"),
          try founders.quantity.adding(jobs.quantity), .records(evidence.newVentures.map(\.venture.id)))
        return [Component(name, Figure.share(sum, of: employment, details: [founders, jobs]))]
      } catch {
        return [Component(name, .notComputable(error.sentence))]
      }
    }
  }

  /// Employees of the new ventures for each founder; the founders are not among them.
  package static let leadRatio = Indicator(
    "lead-ratio", Wording(zh: "创业带动就业比例", en: "Jobs led by each founder"), otherNames: ["创业带动就业率"],
    formula: Wording(
      zh: "1 ∶（带动就业人数 ÷ 创业者人数），带动就业不含创业者本人",
      en: "1 : employees ÷ founders; founders are not employees"),
    source: "区创业型城市工作方案（1∶6 = 3000 ÷ 500）", rules: [.survival]
  ) { evidence in
    let name = Wording(zh: "创业带动就业比例", en: "Jobs led by each founder")
    let (founders, jobs) = (evidence.newFounders, evidence.ledJobs)
    guard founders.quantity.amount > 0 else {
      return [Component(name, .notComputable(Wording(zh: "期内没有新增创业者", en: "nobody started in the period")))]
    }
    let ratio = Double(jobs.quantity.amount) / Double(founders.quantity.amount)
    return [Component(name, .figure(Figure(.oneTo(ratio), numerator: jobs, denominator: founders)))]
  }
}

extension IndicatorEvidence {
  /// The people who founded the new ventures, each once.
  var newFounders: Figure.Part {
    .init(
      Wording(zh: "新增创业人数", en: "new founders"), .person,
      Set(newVentures.flatMap { $0.venture.founders.map(\.person) }))
  }

  /// The employees of the new ventures at the end of the period; the part opens to the ventures.
  var ledJobs: Figure.Part {
    let counts = newVentures.compactMap { record in
      record.jobs.fact(on: date, knownOn: knownOn).map { (record.venture.id, $0.employees) }
    }.filter { $0.1 > 0 }
    return .init(
      Wording(zh: "带动就业人数", en: "led jobs"), Quantity(counts.reduce(0) { $0 + $1.1 }, .person),
      .records(counts.map(\.0)))
  }
}
