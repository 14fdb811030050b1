package import Civil

/// Help that is asked for (需求): requests open now, and what planned classes and trainees will want.
package struct GuidanceDemand: Hashable, Sendable {
  /// Requests and sessions by link of the chain.
  package var byLink: [ServiceLink: Int] = [:]
  /// By section of industry.
  package var bySection: [Character: Int] = [:]
  /// Trainees who ask for a mentor now and have none.
  package var places = 0

  package init() {}
}

/// Whether the expert team covers what it is for (专家指导团覆盖检查).
package struct TeamCoverage: Hashable, Sendable {
  /// One thing that is to be covered, and by whom.
  package struct Item: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      case quota
      case department(Wording)
      case share(Wording)
      case link(ServiceLink)
      case field(String)
      case section(Character)
    }

    package let subject: Subject
    package let wanted: Int
    /// Ids of those who cover it, in order.
    package let members: [String]
    /// Open requests and planned sessions for it; nil: not counted by this.
    package let demand: Int?

    package var isMet: Bool { members.count >= wanted }
    package var missing: Int { max(0, wanted - members.count) }

    package var name: Wording {
      switch subject {
      case .quota: Wording(zh: "指导团人数", en: "people in the team")
      case .department(let name): Wording(zh: "\(name.chinese)部门", en: "department: \(name.english)")
      case .share(let name): name
      case .link(let link): Wording(zh: "环节：\(link.name.chinese)", en: "link: \(link.name.english)")
      case .field(let field): Wording(zh: "领域：\(field)", en: "field: \(field)")
      case .section(let letter):
        Wording(
          zh: "行业：\(IndustryScope.sectionName(letter).chinese)",
          en: "industry: \(IndustryScope.sectionName(letter).english)")
      }
    }
  }

  /// A term or a certificate that ends soon or has ended, or a yearly minimum that is not reached.
  package struct Expiry: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
      case term
      case certificate(kind: String)
      /// So many periods are not taught yet, and so many of them are planned for the rest of the year.
      case yearlyMinimum(kind: String, short: Int, planned: Int)
    }

    package let member: String
    package let cause: Cause
    package let on: CivilDate
    /// What nobody else covers from then on.
    package let uncovers: [Wording]
  }

  /// Periods of class that those with a qualification may give, and that the plan's classes need of them.
  package struct Teaching: Hashable, Sendable {
    /// Nil: any lecturer.
    package let qualification: String?
    package let capacity: Int
    package let wanted: Int
    /// What is missing when all classes are held, as people with several qualifications teach one class at a time.
    package let short: Int

    package init(qualification: String?, capacity: Int, wanted: Int, short: Int) {
      self.qualification = qualification
      self.capacity = capacity
      self.wanted = wanted
      self.short = short
    }
  }

  package let asOf: CivilDate
  package let rule: RuleStamp
  package let items: [Item]
  /// By day, then member.
  package let expiries: [Expiry]
  /// Places of the pool in total and taken, and those that are wanted.
  package let places: (total: Int, taken: Int, wanted: Int)
  /// By qualification.
  package let teaching: [Teaching]

  package static func == (left: Self, right: Self) -> Bool {
    left.asOf == right.asOf && left.rule == right.rule && left.items == right.items
      && left.expiries == right.expiries && left.places == right.places && left.teaching == right.teaching
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(asOf)
    hasher.combine(items)
    hasher.combine(expiries)
  }

  /// What is not covered.
  package var gaps: [Item] { items.filter { !$0.isMet } }
}

extension TeamCoverage {
  /// Looks at the members who serve on a day.
  ///
  /// Of all members those of the team count for quota, departments and shares, all who serve for the rest. `taught` are
  /// periods taught this year, by member, and `planned` those that are still to come in it; `teaching` is what the
  /// plan's classes need of the lecturers who serve. `chain` are the links to be covered where the rule names none.
  package init(
    of pool: [PoolMember], rule: TeamRule, chain: [ServiceLink] = [], asOf date: CivilDate,
    relations: [MentorRelation] = [], demand: GuidanceDemand = GuidanceDemand(), taught: [String: Int] = [:],
    planned: [String: Int] = [:], teaching: [Teaching] = []
  ) {
    let serving = pool.filter { $0.isServing(on: date) }.sorted { $0.id < $1.id }
    let team = serving.filter(\.isInTeam)
    func item(
      _ subject: Item.Subject, _ wanted: Int, _ members: [PoolMember], demand: Int? = nil
    ) -> Item {
      Item(subject: subject, wanted: wanted, members: members.map(\.id), demand: demand)
    }
    var items = [item(.quota, rule.quota, team)]
    items += rule.departments.map { department in
      item(.department(department.name), 1, team.filter(department.isThat))
    }
    items += rule.shares.map { share in
      item(.share(share.name), share.atLeast, team.filter { !$0.kinds.isDisjoint(with: share.kinds) })
    }
    items += (rule.links ?? chain).map { link in
      item(.link(link), 1, serving.filter { $0.guidedLinks.contains(link) }, demand: demand.byLink[link] ?? 0)
    }
    items += rule.fields.map { field in item(.field(field), 1, serving.filter { $0.fields.contains(field) }) }
    items += demand.bySection.keys.sorted().map { letter in
      item(
        .section(letter), 1, serving.filter { $0.industries.contains { $0.section == letter } },
        demand: demand.bySection[letter] ?? 0)
    }
    asOf = date
    self.rule = rule.stamp
    self.items = items
    expiries = Self.expiries(serving, items, rule: rule, asOf: date, taught: taught, planned: planned)
    let places = serving.map { ($0.capacity ?? 0, $0.places(relations, on: date).taken) }
    self.places = (
      places.reduce(0) { $0 + $1.0 }, places.reduce(0) { $0 + $1.1 }, demand.places
    )
    self.teaching = teaching
  }

  private static func expiries(
    _ serving: [PoolMember], _ items: [Item], rule: TeamRule, asOf date: CivilDate, taught: [String: Int],
    planned: [String: Int]
  ) -> [Expiry] {
    let last = date + rule.warningDays
    let endOfYear = CivilDate(year: date.year, month: 12, day: 31) ?? date
    var found: [Expiry] = []
    for member in serving {
      // Without the member fewer would cover it than are wanted.
      let uncovers = items.filter { $0.members.contains(member.id) && $0.members.count <= $0.wanted }
        .map(\.name)
      if let end = member.term(on: date)?.end, end <= last {
        found.append(Expiry(member: member.id, cause: .term, on: end, uncovers: uncovers))
      }
      for certificate in member.certificates where certificate.from <= date {
        let isRenewed = member.certificates.contains { other in
          other.kind == certificate.kind && (other.to ?? last + 1) > (certificate.to ?? last + 1)
        }
        if let end = certificate.to, end <= last, !isRenewed {
          found.append(
            Expiry(
              member: member.id, cause: .certificate(kind: certificate.kind), on: end, uncovers: uncovers))
        }
        let short = certificate.periodsShort(taught: taught[member.id] ?? 0)
        if certificate.isValid(on: date), short > 0 {
          let cause = Expiry.Cause.yearlyMinimum(
            kind: certificate.kind, short: short, planned: planned[member.id] ?? 0)
          found.append(Expiry(member: member.id, cause: cause, on: endOfYear, uncovers: []))
        }
      }
    }
    return found.sorted { ($0.on, $0.member) < ($1.on, $1.member) }
  }
}

extension IndustryScope {
  package static func sectionName(_ letter: Character) -> Wording {
    Industry.sections.first { $0.letter == letter }?.name ?? Wording(zh: String(letter), en: String(letter))
  }
}
