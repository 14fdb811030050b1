import Civil
import Courses
import FollowUp

extension Measure {
  /// People who were trained and whose venture met the success rule in the period.
  package static let successfulStarts = Measure(
    "successful-starts", Wording(zh: "帮助创业成功人数", en: "successful starts"), .person
  ) { evidence in
    .success(.init(Wording(zh: "帮助创业成功人数", en: "successful starts"), .person, evidence.successfulPeople))
  }

  package static let insuredJobs = Measure(
    "insured-jobs", Wording(zh: "带动就业参保人数", en: "led jobs with social insurance"), .person
  ) { evidence in
    .success(evidence.jobs(Wording(zh: "带动就业参保人数", en: "led jobs with social insurance"), \.insured))
  }

  package static let hardToEmployJobs = Measure(
    "hard-to-employ-jobs", Wording(zh: "带动就业困难人员就业人数", en: "led jobs of people hard to employ"), .person
  ) { evidence in
    .success(
      evidence.jobs(Wording(zh: "带动就业困难人员就业人数", en: "led jobs of people hard to employ")) {
        $0.keyGroups["hard_to_employ"] ?? 0
      })
  }

  package static let enterprises = entities(
    "enterprises", Wording(zh: "新增企业", en: "new enterprises"), .enterprise, .enterprise)

  package static let individualBusinesses = entities(
    "individual-businesses", Wording(zh: "新增个体工商户", en: "new individual businesses"), .individualBusiness,
    .individualBusiness)

  private static func entities(
    _ id: String, _ name: Wording, _ kind: LegalForm.Kind, _ unit: Unit
  ) -> Measure {
    Measure(id, name, unit) { evidence in
      let ids = evidence.newVentures.filter { $0.venture.legalForm.kind == kind }.map(\.venture.id)
      return .success(.init(name, unit, Set(ids)))
    }
  }

  /// Loans paid out in the period, in person-times: who had two counts twice.
  package static let loans = Measure("loans", Wording(zh: "创业贷款人次", en: "start-up loans"), .personTime) {
    evidence in
    let paid = evidence.loanFunnel.stages.last { $0.state == .disbursed }?.loans ?? []
    return .success(
      .init(Wording(zh: "创业贷款人次", en: "start-up loans"), Quantity(paid.count, .personTime), .records(paid)))
  }

  package static let loanBorrowers = people(
    "loan-borrowers", Wording(zh: "获得创业贷款人数", en: "people with a start-up loan")
  ) { evidence in
    evidence.loanFunnel.stages.last { $0.state == .disbursed }?.borrowers ?? []
  }
}

extension IndicatorEvidence {
  var loanFunnel: LoanFunnel { LoanFunnel(loans, within: period, knownOn: knownOn) }

  /// A count among the employees of the new ventures at the end of the period; the part opens to the ventures.
  func jobs(_ name: Wording, _ count: (Headcount) -> Int) -> Figure.Part {
    let counts = newVentures.compactMap { record in
      record.jobs.fact(on: date, knownOn: knownOn).map { (record.venture.id, count($0)) }
    }.filter { $0.1 > 0 }
    return .init(name, Quantity(counts.reduce(0) { $0 + $1.1 }, .person), .records(counts.map(\.0)))
  }
}
