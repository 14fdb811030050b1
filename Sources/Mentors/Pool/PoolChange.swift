package import Civil
package import Cohorts

/// What a list of the pool (导师名册) says of a member.
package struct PoolEntry: Hashable, Sendable {
  /// The days of a term of service.
  package struct Term: Hashable, Sendable {
    package let from: CivilDate
    /// The last day; nil: without end.
    package let to: CivilDate?

    package init(from: CivilDate, to: CivilDate? = nil) {
      self.from = from
      self.to = to
    }
  }

  /// Nil: the list gives none.
  package let name: String?
  package let phone: String?
  package let trainee: String?
  /// Without certificates and membership.
  package let profile: PoolMember
  package let certificates: [MentorCertificate]
  /// Nil: an application.
  package let term: Term?

  package init(
    _ profile: PoolMember, name: String? = nil, phone: String? = nil, trainee: String? = nil,
    certificates: [MentorCertificate] = [], term: Term? = nil
  ) {
    self.profile = profile.profile
    self.name = name
    self.phone = phone
    self.trainee = trainee
    self.certificates = certificates
    self.term = term
  }

  package var id: String { profile.id }
}

/// What is appended to the record of a member of the pool.
package struct PoolChange: Hashable, Sendable {
  package let member: String
  /// The new version of who the member is and what help can be had; nil: the last one stands.
  package let version: Version?
  package let steps: [Ledger<PoolState>.Entry]
  package let certificates: [Ledger<MentorCertificate>.Entry]
  /// The step on record that is later than the term of the list, which is therefore left out.
  package let laterStep: Ledger<PoolState>.Entry?

  package struct Version: Hashable, Sendable {
    package let identity: PoolIdentity
    package let profile: PoolMember

    package init(_ identity: PoolIdentity, _ profile: PoolMember) {
      self.identity = identity
      self.profile = profile.profile
    }
  }

  package init(
    of member: String, version: Version? = nil, steps: [Ledger<PoolState>.Entry] = [],
    certificates: [Ledger<MentorCertificate>.Entry] = [], laterStep: Ledger<PoolState>.Entry? = nil
  ) {
    self.member = member
    self.version = version
    self.steps = steps
    self.certificates = certificates
    self.laterStep = laterStep
  }

  package var isEmpty: Bool { version == nil && steps.isEmpty && certificates.isEmpty }
}

extension PoolChange {
  /// What a list changes of a record: only what differs.
  ///
  /// `name` is what the person is called elsewhere, for lists without names. Telephone, trainee and name that the list
  /// leaves out stay. A term that is on record already with another end corrects it; one that begins after all that is
  /// on record is a renewal, or a new application with its vetting; one that is older than what is on record is left out.
  package init(_ entry: PoolEntry, to record: PoolRecord?, name: String?, by recorder: Entry) {
    let known = record?.identity
    let identity = PoolIdentity(
      name: entry.name ?? known?.name ?? name ?? entry.id, phone: entry.phone ?? known?.phone,
      trainee: entry.trainee ?? known?.trainee)
    let isSame = known == identity && record?.member.profile == entry.profile
    let ledger = record?.member.membership ?? Ledger()
    let (steps, later) = ledger.steps(to: entry.term, by: recorder)
    self.init(
      of: entry.id, version: isSame ? nil : Version(identity, entry.profile), steps: steps,
      certificates: (record?.certificates ?? Ledger()).entries(for: entry.certificates, by: recorder),
      laterStep: later)
  }
}

extension Ledger<PoolState> {
  /// The steps that a term of a list adds, or the step on record that is later than it.
  fileprivate func steps(
    to term: PoolEntry.Term?, by recorder: Cohorts.Entry
  ) -> (steps: [Entry], later: Entry?) {
    func step(_ state: PoolState, from day: CivilDate, corrects wrong: String? = nil) -> Entry {
      Entry(
        id: "", state, from: day, recordedOn: recorder.on, recordedBy: recorder.by, corrects: wrong)
    }
    let standing = standing(knownOn: recorder.on)
    guard let term else { return (standing.isEmpty ? [step(.applied, from: recorder.on)] : [], nil) }
    let serving = step(.serving(to: term.to), from: term.from)
    let same = standing.last { entry in
      if case .serving = entry.fact { entry.from == term.from } else { false }
    }
    if let same {
      return same.fact == serving.fact
        ? ([], nil) : ([step(.serving(to: term.to), from: term.from, corrects: same.id)], nil)
    }
    guard let last = standing.last else {
      // A term that lies ahead was applied for before.
      let day = Swift.min(term.from, recorder.on)
      return ([step(.applied, from: day), step(.vetting, from: day), serving], nil)
    }
    guard last.from <= term.from else { return ([], last) }
    let day = Swift.max(last.from, Swift.min(term.from, recorder.on))
    return switch last.fact {
    case .applied: ([step(.vetting, from: day), serving], nil)
    case .refused, .ended: ([step(.applied, from: day), step(.vetting, from: day), serving], nil)
    case .vetting, .serving, .suspended, nil: ([serving], nil)
    }
  }
}

extension Ledger<MentorCertificate> {
  /// The entries by which certificates of a list come on record: those of the same kind, number and beginning are
  /// corrected where they differ.
  fileprivate func entries(for certificates: [MentorCertificate], by recorder: Cohorts.Entry) -> [Entry] {
    let standing = standing(knownOn: recorder.on)
    return certificates.compactMap { certificate in
      let same = standing.first { entry in
        guard let known = entry.fact else { return false }
        return known.kind == certificate.kind && known.from == certificate.from
          && (certificate.number.isEmpty || known.number == certificate.number)
      }
      let fact = MentorCertificate(
        kind: certificate.kind,
        number: certificate.number.isEmpty ? same?.fact?.number ?? "" : certificate.number,
        from: certificate.from, to: certificate.to, yearlyPeriods: certificate.yearlyPeriods)
      guard same?.fact != fact else { return nil }
      return Entry(certificate: fact, by: recorder, corrects: same?.id)
    }
  }
}

extension Ledger<MentorCertificate>.Entry {
  /// That a certificate holds on its days.
  package init(
    certificate: MentorCertificate, by recorder: Cohorts.Entry, evidence: [Evidence] = [],
    corrects: String? = nil
  ) {
    self.init(
      id: "", certificate, from: certificate.from, to: certificate.to, recordedOn: recorder.on,
      recordedBy: recorder.by, evidence: evidence, corrects: corrects)
  }
}
