package import Civil

/// Who a member of the pool is, beside what help can be had.
package struct PoolIdentity: Hashable, Sendable {
  package let name: String
  package let phone: String?
  /// The id of the trainee that an alumnus was; nil: nobody whom the centre trained.
  package let trainee: String?

  package init(name: String, phone: String? = nil, trainee: String? = nil) {
    self.name = name
    self.phone = phone
    self.trainee = trainee
  }
}

/// A member of the pool with all that is on record of it.
package struct PoolRecord: Hashable, Sendable {
  package let identity: PoolIdentity
  /// With the certificates that stand.
  package let member: PoolMember
  package let certificates: Ledger<MentorCertificate>

  /// A member's record as it was known on a day: entries that were made later are left out.
  package init(
    _ identity: PoolIdentity, profile: PoolMember, membership: Ledger<PoolState>,
    certificates: Ledger<MentorCertificate>, knownOn day: CivilDate
  ) {
    self.identity = identity
    self.certificates = Ledger(certificates.entries.filter { $0.recordedOn <= day })
    member = profile.with(
      certificates: self.certificates.standing(knownOn: day).compactMap(\.fact),
      membership: Ledger(membership.entries.filter { $0.recordedOn <= day }))
  }

  package var id: String { member.id }
  package var name: String { identity.name }
}

extension PoolRecord {
  /// The term that follows the last one; nil: there is none, or it has no end and goes on.
  ///
  /// From the day after it, or from today where that is past, for as long; after a suspension to the end that it had.
  package func renewal(from day: CivilDate?, to last: CivilDate?, today: CivilDate) -> PoolEntry.Term? {
    let standing = member.membership.standing(knownOn: today)
    let isSuspended = member.standing(on: today) == .suspended
    let term = standing.lazy.compactMap { entry -> PoolEntry.Term? in
      guard case .serving(let end) = entry.fact else { return nil }
      return PoolEntry.Term(from: entry.from, to: end)
    }.last
    guard let term else { return nil }
    guard let end = term.to else {
      return isSuspended ? PoolEntry.Term(from: day ?? today, to: last) : nil
    }
    if isSuspended {
      let from = day ?? today
      return PoolEntry.Term(from: from, to: last ?? (end >= from ? end : from + (end - term.from)))
    }
    let from = day ?? max(end + 1, today)
    return PoolEntry.Term(from: from, to: last ?? from + (end - term.from))
  }
}

/// Where a member stands on a day, as lists name it.
package enum PoolStanding: String, CaseIterable, Hashable, Sendable {
  case applied, vetting, refused, serving
  /// The term of service is over and was not renewed.
  case over
  case suspended, ended

  package var name: Wording {
    switch self {
    case .applied: Wording(zh: "已申请", en: "applied")
    case .vetting: Wording(zh: "审核中", en: "being vetted")
    case .refused: Wording(zh: "未通过", en: "refused")
    case .serving: Wording(zh: "在聘", en: "serving")
    case .over: Wording(zh: "聘期已满", en: "term over")
    case .suspended: Wording(zh: "暂停", en: "suspended")
    case .ended: Wording(zh: "解聘", en: "ended")
    }
  }
}

extension PoolMember {
  /// The profile alone, by which versions are compared.
  package var profile: PoolMember { with(certificates: [], membership: Ledger()) }

  package func with(certificates: [MentorCertificate], membership: Ledger<PoolState>) -> PoolMember {
    PoolMember(
      id: id, kinds: kinds, department: department, links: links, industries: industries, fields: fields,
      areas: areas, languages: languages, capacity: capacity, isFree: isFree, isInTeam: isInTeam,
      certificates: certificates, membership: membership)
  }

  /// Where the member stands on a date, as known on that day or another; nil: it had not applied.
  package func standing(on date: CivilDate, knownOn day: CivilDate? = nil) -> PoolStanding? {
    switch membership.fact(on: date, knownOn: day ?? date) {
    case nil: nil
    case .applied: .applied
    case .vetting: .vetting
    case .refused: .refused
    case .serving(let end): end.map { date <= $0 } ?? true ? .serving : .over
    case .suspended: .suspended
    case .ended: .ended
    }
  }

  /// The links in which the member helps; lecturers train.
  package var guidedLinks: Set<ServiceLink> { kinds.contains(.lecturer) ? links.union([.training]) : links }

  /// Whether help can be had in an area: its own areas hold it or lie in it; without areas everywhere.
  package func serves(_ area: String) -> Bool {
    let place = AreaCode.prefix(area)
    return areas.isEmpty || areas.contains { $0.digits.hasPrefix(place) || place.hasPrefix($0.digits) }
  }
}
