package import Civil
import Cohorts
package import Courses
package import FollowUp
import Logging
import Store

/// The bases of a centre: internship hosts and incubators, with who is there.
package struct Bases: Sendable {
  package let internships: InternshipRegister
  package let incubators: IncubatorRegister

  package func host(_ id: String) -> InternshipHost? { internships.hosts.first { $0.id == id } }
  package func incubator(_ id: String) -> Incubator? { incubators.incubators.first { $0.id == id } }
}

/// That somebody came to a base or left it.
package enum BaseStay: Hashable, Sendable {
  case placement(InternshipPlacement)
  case tenancy(Tenancy)
}

extension Centre {
  /// The bases as known on a day.
  package func bases(asOf day: CivilDate) throws(CentreError) -> Bases {
    try stored { store throws(StoreError) in
      Bases(
        internships: try store.internships(knownOn: day), incubators: try store.incubators(knownOn: day))
    }
  }

  /// Registers an internship host, or what changed of it.
  ///
  /// Throws where its interns would not keep their places, or `isNew` and there is a base of its number.
  package func register(_ host: InternshipHost, isNew: Bool) throws(CentreError) {
    let stamp = try recordStamp()
    let bases = try bases(asOf: stamp.on)
    let flaws = bases.internships.flaws(of: host).map(\.text)
    try check(host.id, isNew: isNew, isKnown: bases.host(host.id) != nil, bases.incubator(host.id) != nil)
    if let end = host.recognisedUntil, end < host.recognisedOn { throw .refused(.endsEarly(host.id)) }
    guard flaws.isEmpty else { throw .refused(.joined(host.id, flaws)) }
    _ = try stored { store throws(StoreError) in try store.record([host], stamp: stamp) }
    log.notice("internship host registered", metadata: ["host": "\(host.id)"])
  }

  /// Registers an incubator, or what changed of it.
  ///
  /// Throws where its tenants would not keep their units, or `isNew` and there is a base of its number.
  package func register(_ incubator: Incubator, isNew: Bool) throws(CentreError) {
    let stamp = try recordStamp()
    let bases = try bases(asOf: stamp.on)
    let flaws = bases.incubators.flaws(of: incubator).map(\.text)
    try check(
      incubator.id, isNew: isNew, isKnown: bases.incubator(incubator.id) != nil,
      bases.host(incubator.id) != nil)
    if let end = incubator.closedOn, end < incubator.openedOn { throw .refused(.endsEarly(incubator.id)) }
    guard flaws.isEmpty else { throw .refused(.joined(incubator.id, flaws)) }
    _ = try stored { store throws(StoreError) in try store.record([incubator], stamp: stamp) }
    log.notice("incubator registered", metadata: ["incubator": "\(incubator.id)"])
  }

  private func check(
    _ id: String, isNew: Bool, isKnown: Bool, _ isOfOtherKind: Bool
  ) throws(CentreError) {
    if isOfOtherKind || (isNew && isKnown) {
      throw .refused(
        Wording(
          zh: "编号“\(id)”已有基地；换一个编号，或用 base change 变更",
          en: "there is a base \(id) already: choose another number, or use 'base change'"))
    }
    if !isNew, !isKnown { throw .refused(.noBase(id)) }
  }

  /// Records that somebody comes to a base: a trainee to a host, a venture to an incubator.
  ///
  /// Throws where the base has no room on some day of it, or base, trainee or venture is unknown: all reasons.
  package func place(
    _ who: String, at base: String, from first: CivilDate, to last: CivilDate?, units: Int = 1,
    mentor: String? = nil
  ) throws(CentreError) -> BaseStay {
    let stamp = try recordStamp()
    let bases = try bases(asOf: stamp.on)
    if bases.host(base) != nil {
      if try trainees(TraineeQuery(code: who)).isEmpty { throw .unknownSubject(.trainee(who)) }
      let id = try newStayID("J")
      let placement = InternshipPlacement(
        id: id, host: base, trainee: who, from: first, to: last, mentor: mentor)
      try record(placement, among: bases, stamp)
      return .placement(placement)
    }
    guard bases.incubator(base) != nil else { throw .refused(.noBase(base)) }
    if try stored({ store throws(StoreError) in try store.ventureNames(of: [who]) }).isEmpty {
      throw .refused(Wording(zh: "没有创业实体 \(who)", en: "there is no venture \(who)"))
    }
    let tenancy = Tenancy(
      id: try newStayID("R"), incubator: base, venture: who, units: units, from: first, to: last)
    try record(tenancy, among: bases, stamp)
    return .tenancy(tenancy)
  }

  /// Records the last day of who is at a base.
  ///
  /// Throws where nobody of that id is there on the day.
  package func leave(_ who: String, from base: String, on last: CivilDate) throws(CentreError) -> BaseStay {
    let stamp = try recordStamp()
    let bases = try bases(asOf: stamp.on)
    guard bases.host(base) != nil || bases.incubator(base) != nil else { throw .refused(.noBase(base)) }
    if let stay = bases.internships.interns(at: base, on: last).first(where: { $0.trainee == who }) {
      let ended = InternshipPlacement(
        id: stay.id, host: base, trainee: who, from: stay.from, to: last, mentor: stay.mentor)
      try record(ended, among: bases, stamp)
      return .placement(ended)
    }
    guard let stay = bases.incubators.tenants(of: base, on: last).first(where: { $0.venture == who }) else {
      throw .refused(
        Wording(
          zh: "\(last) \(who) 不在“\(base)”；可用 base show \(base) 查看",
          en: "\(who) is not at \(base) on \(last); 'base show \(base)' tells who is"))
    }
    let ended = Tenancy(
      id: stay.id, incubator: base, venture: who, units: stay.units, from: stay.from, to: last)
    try record(ended, among: bases, stamp)
    return .tenancy(ended)
  }

  /// Strikes out a base, a placement or a tenancy that was entered by mistake.
  ///
  /// Throws where none of the code stands, or the base has somebody on record.
  package func strikeOut(base code: String, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let bases = try bases(asOf: stamp.on)
    let stays =
      bases.internships.placements.filter { $0.host == code }.map(\.id)
      + bases.incubators.tenancies.filter { $0.incubator == code }.map(\.id)
    guard stays.isEmpty else {
      throw .refused(
        Wording(
          zh: "“\(code)”下还有登记：\(stays.joined(separator: "、"))；请先作废这些登记",
          en: "\(code) has entries: \(stays.joined(separator: ", ")); strike those out first"))
    }
    let done = try stored { store throws(StoreError) in
      try store.strikeOut(base: code, reason: reason, stamp: stamp)
    }
    guard done else {
      throw .refused(
        Wording(
          zh: "没有有效的登记“\(code)”；可用 base list 查看", en: "no entry \(code) stands; 'base list' tells which do"))
    }
    log.notice("base entry struck out", metadata: ["entry": "\(code)"])
  }

  private func record(
    _ placement: InternshipPlacement, among bases: Bases, _ stamp: RecordStamp
  ) throws(CentreError) {
    let flaws = bases.internships.flaws(of: placement).map(\.text)
    guard flaws.isEmpty else { throw .refused(.joined(placement.trainee, flaws)) }
    _ = try stored { store throws(StoreError) in try store.record([placement], stamp: stamp) }
    log.notice("placement recorded", metadata: ["placement": "\(placement.id)"])
  }

  private func record(_ tenancy: Tenancy, among bases: Bases, _ stamp: RecordStamp) throws(CentreError) {
    let flaws = bases.incubators.flaws(of: tenancy).map(\.text)
    guard flaws.isEmpty else { throw .refused(.joined(tenancy.venture, flaws)) }
    _ = try stored { store throws(StoreError) in try store.record([tenancy], stamp: stamp) }
    log.notice("tenancy recorded", metadata: ["tenancy": "\(tenancy.id)"])
  }

  /// An id that no placement or tenancy ever had, those struck out too.
  private func newStayID(_ letter: String) throws(CentreError) -> String {
    let used = try stored { store throws(StoreError) in try store.stayCodes(letter) }
    let last = used.compactMap { Int($0.dropFirst()) }.max() ?? 0
    return letter + padded(last + 1, 4)
  }
}

extension Wording {
  /// What is said of `subject`, all reasons in one sentence.
  static func joined(_ subject: String, _ reasons: [Wording]) -> Wording {
    Wording(
      zh: "\(subject)：" + reasons.map(\.chinese).joined(separator: "；"),
      en: "\(subject): " + reasons.map(\.english).joined(separator: "; "))
  }

  static func noBase(_ id: String) -> Wording {
    Wording(
      zh: "没有基地“\(id)”；可用 base list 查看，或用 base add 登记",
      en: "there is no base \(id); 'base list' tells which there are, 'base add' registers one")
  }

  fileprivate static func endsEarly(_ id: String) -> Wording {
    Wording(zh: "\(id)：终止日期早于起始日期", en: "\(id): its last day is before its first")
  }
}
