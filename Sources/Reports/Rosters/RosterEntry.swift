package import Civil
package import Cohorts
package import Courses

/// One line of a roster: a trainee of a class with all that its columns may show.
package struct RosterEntry: Sendable {
  /// Counted from 1 (序号).
  package let number: Int
  package let member: TraineeRecord
  package let file: ClassFile
  package let disclosure: Disclosure
  /// The stages of the subsidy that the roster claims.
  package let claims: [ClaimVerdict]
  /// The whole subsidy of the programme (补贴标准); nil: no rule is in force.
  package let rate: Money?
  package let outcome: StartUpOutcome?
  package let areaNames: AreaNames

  package init(
    number: Int, member: TraineeRecord, file: ClassFile, disclosure: Disclosure, claims: [ClaimVerdict] = [],
    rate: Money? = nil, outcome: StartUpOutcome? = nil, areaNames: AreaNames = AreaNames()
  ) {
    self.number = number
    self.member = member
    self.file = file
    self.disclosure = disclosure
    self.claims = claims
    self.rate = rate
    self.outcome = outcome
    self.areaNames = areaNames
  }

  /// What is claimed for the trainee in all.
  package var amount: Money { claims.reduce(.zero) { $0 + $1.amount } }
}

/// What became of a trainee after the class: the columns of the follow-up roster (后续服务花名册).
package struct StartUpOutcome: Hashable, Sendable {
  package let hasStarted: Bool
  package let venture: String?
  /// The unified social credit code or the old number, as it may be shown to everybody.
  package let licence: String?
  package let licensedOn: CivilDate?
  package let form: Wording?
  package let industry: String?
  package let address: String?
  package let state: Wording?
  /// Founders and employees.
  package let jobs: Int?
  package let keyGroupJobs: Int?
  package let loan: Money?
  package let contactedOn: CivilDate?
  package let contactedBy: String?
  package let contactMethod: Wording?
  package let need: String?

  package init(
    hasStarted: Bool, venture: String? = nil, licence: String? = nil, licensedOn: CivilDate? = nil,
    form: Wording? = nil, industry: String? = nil, address: String? = nil, state: Wording? = nil,
    jobs: Int? = nil, keyGroupJobs: Int? = nil, loan: Money? = nil, contactedOn: CivilDate? = nil,
    contactedBy: String? = nil, contactMethod: Wording? = nil, need: String? = nil
  ) {
    self.hasStarted = hasStarted
    self.venture = venture
    self.licence = licence
    self.licensedOn = licensedOn
    self.form = form
    self.industry = industry
    self.address = address
    self.state = state
    self.jobs = jobs
    self.keyGroupJobs = keyGroupJobs
    self.loan = loan
    self.contactedOn = contactedOn
    self.contactedBy = contactedBy
    self.contactMethod = contactMethod
    self.need = need
  }
}

/// The institution that a roster is of (培训机构), and where a subsidy is paid to.
package struct Institution: Hashable, Sendable {
  package let name: String
  /// The name under which it has its account (户名), where that is another.
  package let holder: String?
  package let bank: String?
  package let account: String?

  package init(name: String, holder: String? = nil, bank: String? = nil, account: String? = nil) {
    self.name = name
    self.holder = holder
    self.bank = bank
    self.account = account
  }
}
