package import Civil
import Indicators
package import Interchange
import Logging
package import Mentors
import Store

/// The pledges of some, what is owed for them, and the rules by which.
package struct PledgeStanding: Sendable {
  package let pledges: [Pledge]
  package let duties: [PledgeRule.Duty]
  package let rules: [RuleStamp]
}

extension Centre {
  /// Reads a file of pledges against those on record; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readPledges(_ bytes: [UInt8], file: String) throws(CentreError) -> FileReading<PledgeEntry> {
    let today = try today()
    let (known, people) = (try pledges(knownOn: today), try traineeIDs())
    return try inWorkbook(file) { () throws(WorkbookError) in
      try PledgeFile.read(bytes, file: file, today: today, isKnown: people.contains, beside: known)
    }
  }

  /// Reads a ledger of what was done for pledges; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readPledgeDeeds(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<PledgeDeedEntry> {
    let today = try today()
    let known = try pledges(knownOn: today)
    return try inWorkbook(file) { () throws(WorkbookError) in
      try PledgeFile.readDeeds(bytes, file: file, today: today, pledges: known)
    }
  }

  /// Records pledges; returns their ids.
  ///
  /// Throws where a trainee is unknown or has an officer who answers at that time.
  package func pledge(_ entries: [PledgeEntry]) throws(CentreError) -> [String] {
    let stamp = try recordStamp()
    let ids = try inOneStep { centre throws(CentreError) in
      var beside = try centre.pledges(of: entries.map(\.trainee), knownOn: stamp.on)
      var new: [(pledge: Pledge, officer: String)] = []
      try centre.expectTrainees(entries.map(\.trainee))
      for (place, entry) in entries.enumerated() {
        let pledge = entry.pledge(id: "new \(place + 1)", today: stamp.on)
        if let refusal = pledge.refusal(beside: beside) { throw .refused(entry.trainee, refusal.wording) }
        beside.append(pledge)
        new.append((pledge, entry.officer))
      }
      return try centre.stored { store throws(StoreError) in try store.record(new, stamp: stamp) }
    }
    log.notice("pledges recorded", metadata: ["pledges": "\(ids.count)"])
    return ids
  }

  /// Hands the pledge for a trainee on to another officer, from a day on.
  ///
  /// Throws where nobody answers for the trainee on the day, or the officer does already.
  package func handOn(
    pledgeFor trainee: String, to officer: String, from day: CivilDate, reason: String?
  ) throws(CentreError) -> Pledge {
    let stamp = try recordStamp()
    return try inOneStep { centre throws(CentreError) in
      let pledge = try centre.pledge(for: trainee, on: day, knownOn: stamp.on)
      if let refusal = pledge.refusal(ofHandingTo: officer, from: day, today: stamp.on) {
        throw .refused(trainee, refusal.wording)
      }
      _ = try centre.stored { store throws(StoreError) in
        try store.handOn(pledge: pledge.id, to: officer, from: day, reason: reason, stamp: stamp)
      }
      return pledge
    }
  }

  /// Records what was done for pledges; returns the ids of the deeds.
  ///
  /// Throws where nobody answers for a trainee on the day of a deed, or the day is to come.
  package func keep(_ entries: [PledgeDeedEntry]) throws(CentreError) -> [String] {
    let stamp = try recordStamp()
    return try inOneStep { centre throws(CentreError) in
      let known = try centre.pledges(of: entries.map(\.trainee), knownOn: stamp.on)
      var deeds: [(pledge: String, deed: Pledge.Deed)] = []
      for entry in entries {
        let own = known.filter { $0.trainee == entry.trainee }
        guard let pledge = own.last(where: { $0.binds(on: entry.on) }) ?? own.last else {
          throw .noPledge(entry.trainee)
        }
        if let refusal = pledge.refusal(ofDeedOn: entry.on, today: stamp.on) {
          throw .refused(entry.trainee, refusal.wording)
        }
        deeds.append((pledge.id, Pledge.Deed(item: entry.item, on: entry.on, what: entry.what)))
      }
      return try centre.stored { store throws(StoreError) in try store.record(deeds, stamp: stamp) }
    }
  }

  /// Ends the pledge for a trainee on a day, its last one.
  ///
  /// Throws where nobody answers for the trainee on it.
  package func endPledge(
    for trainee: String, on day: CivilDate, reason: String
  ) throws(CentreError) -> Pledge {
    let stamp = try recordStamp()
    return try inOneStep { centre throws(CentreError) in
      let pledge = try centre.pledge(for: trainee, on: day, knownOn: stamp.on)
      if let refusal = pledge.refusal(ofEndOn: day) { throw .refused(trainee, refusal.wording) }
      try centre.end(pledge.id, on: day, reason: reason)
      return pledge
    }
  }

  /// The pledges as known on a day: of some trainees, or of all.
  package func pledges(
    of trainees: [String]? = nil, knownOn day: CivilDate
  ) throws(CentreError) -> [Pledge] {
    let few = trainees.map { Array(Set($0)).sorted() }
    return try stored { store throws(StoreError) in
      try store.pledges(of: few.flatMap { $0.count <= 500 ? $0 : nil }, knownOn: day)
    }.filter { pledge in trainees?.contains(pledge.trainee) ?? true }
  }

  /// The pledges of an officer or in an area as known on a day, and what is owed for those that bind on it.
  package func pledgeStanding(
    officer: String? = nil, area: String = "", asOf day: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> PledgeStanding {
    let prefix = AreaCode.prefix(area)
    var own = try pledges(knownOn: day)
    let trainees = Array(Set(own.map(\.trainee))).sorted()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: trainees) }
    own = own.filter { pledge in
      AreaCode.prefix(names[pledge.trainee]?.area ?? "").hasPrefix(prefix)
        && officer.map { name in pledge.officers.entries.contains { $0.fact == name } } ?? true
    }
    var rules: [String: PledgeRule] = [:]
    var duties: [PledgeRule.Duty] = []
    for pledge in own {
      let place = names[pledge.trainee]?.area ?? ""
      if rules[place] == nil { rules[place] = try rule(\.pledges, .pledges, in: place, on: day) }
      guard let rule = rules[place] else { continue }
      duties += rule.duties(of: pledge, in: calendar, asOf: day)
    }
    return PledgeStanding(
      pledges: own, duties: duties.filter { duty in officer.map { duty.officer == $0 } ?? true },
      rules: Set(rules.values.map(\.stamp)).sorted { ($0.name.chinese, $0.from) < ($1.name.chinese, $1.from) }
    )
  }

  private func pledge(
    for trainee: String, on day: CivilDate, knownOn known: CivilDate
  ) throws(CentreError) -> Pledge {
    let own = try pledges(of: [trainee], knownOn: known)
    guard let pledge = own.last(where: { $0.binds(on: day) }) ?? own.last else { throw .noPledge(trainee) }
    return pledge
  }
}

extension CentreError {
  fileprivate static func noPledge(_ trainee: String) -> CentreError {
    .refused(
      Wording(
        zh: "\(trainee)：没有责任书；请先用 pledge record 登记责任人",
        en: "\(trainee): no officer answers for this trainee: record one with 'pledge record'"))
  }

  /// What cannot be done, and with whom.
  static func refused(_ who: String, _ why: Wording) -> CentreError {
    .refused(Wording(zh: "\(who)：\(why.chinese)", en: "\(who): \(why.english)"))
  }
}
