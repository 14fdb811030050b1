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
    let served = Set(evidence.participations.filter(\.kind.isService).map(\.person))
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

  /// Guidance in people and in person-times: papers state the same quota once as one and once as the other.
  package static let guidance = Indicator(
    "guidance", Wording(zh: "创业指导", en: "Guidance"), otherNames: ["创业指导服务"],
    formula: Wording(
      zh: "期内有指导记录的学员：按人去重为人数，按次为人次，不相加；约定未到的、已作废的不计；课表上已过而没有记录的另列",
      en:
        "trainees guided by mentors as recorded in the period: each once in people, each meeting in person-times, never "
        + "added up; missed meetings and struck-out entries do not count; meetings of the timetable without a record are "
        + "told apart"),
    source: "区创业型城市工作方案（创业指导1400人；创业指导服务不少于1400人次）"
  ) { evidence in
    let (people, meetings) = (evidence.guidedPeople, evidence.guidanceMeetings)
    let unrecorded = Figure.Part(
      Wording(zh: "课表上已过、没有指导记录", en: "past by the timetable, without a record"),
      Quantity(evidence.participations.count { $0.kind == .meeting }, .personTime),
      .records(evidence.participations.filter { $0.kind == .meeting }.map(\.person).sorted()))
    return [
      Component(people.name, .figure(Figure(.count(people.quantity), numerator: people))),
      Component(
        meetings.name,
        .figure(Figure(.count(meetings.quantity), numerator: meetings, details: [unrecorded]))),
    ]
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
  /// The people whom mentors guided, each once.
  var guidedPeople: Figure.Part {
    .init(
      Wording(zh: "创业指导人数", en: "people guided"), .person,
      Set(participations.filter { $0.kind == .guidance }.map(\.person)))
  }

  /// Guidance in person-times: who came twice counts, and is named, twice.
  var guidanceMeetings: Figure.Part {
    let people = participations.filter { $0.kind == .guidance }.map(\.person).sorted()
    return .init(
      Wording(zh: "创业指导人次", en: "guidance meetings"), Quantity(people.count, .personTime), .records(people))
  }

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
