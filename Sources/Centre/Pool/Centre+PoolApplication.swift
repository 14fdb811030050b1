package import Civil
import Cohorts
import Logging
package import Mentors
import Store

extension Centre {
  /// Records that somebody applies to be in the pool, or applies anew.
  ///
  /// Of an entry with a trainee the trainee becomes an alumnus of the pool, under the trainee's name. Throws where the
  /// trainee is unknown, the person has no name anywhere, or is in the pool or being vetted already.
  package func apply(
    _ entry: PoolEntry, from day: CivilDate? = nil, evidence: [Evidence] = []
  ) throws(CentreError) -> PoolRecord {
    let people = try planPeople()
    let record = try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let trainee = try entry.trainee.map { id throws(CentreError) in try centre.traineeName(id) }
      guard let name = entry.name ?? trainee ?? people[entry.id]?.name ?? centre.knownName(entry.id, stamp.on)
      else {
        throw .refused(
          Wording(
            zh: "师资表和导师库中都没有 \(entry.id)；请用 --name 给出姓名，或核对编号",
            en: "neither the plan nor the pool has \(entry.id): give the name with --name, or check the id"))
      }
      let known = try centre.stored { store throws(StoreError) in
        try store.poolRecords(of: [entry.id], knownOn: stamp.on)
      }.first
      if let known, let standing = known.member.standing(on: stamp.on),
        ![.refused, .ended].contains(standing)
      {
        throw .refused(
          Wording(
            zh:
              "\(entry.id) \(known.name) 已在导师库中（\(standing.name.chinese)）；可用 mentor change 修改、mentor renew 续聘",
            en:
              "\(entry.id) \(known.name) is in the pool already (\(standing.name.english)): see mentor change, mentor renew"
          ))
      }
      let step = Ledger<PoolState>.Entry(
        id: "", .applied, from: day ?? stamp.on, recordedOn: stamp.on, recordedBy: stamp.by,
        evidence: evidence)
      do throws(PoolStateFlaw) {
        try (known?.member.membership ?? Ledger()).check(step)
      } catch {
        throw .refused(error.sentence)
      }
      let merged = PoolEntry(
        entry.profile, name: name, phone: entry.phone, trainee: entry.trainee,
        certificates: entry.certificates)
      let change = PoolChange(merged, to: known, name: name, by: Entry(on: stamp.on, by: stamp.by))
      try centre.stored { store throws(StoreError) in
        try store.record(
          [
            PoolChange(
              of: entry.id, version: change.version, steps: [step], certificates: change.certificates)
          ], stamp: stamp)
      }
      return try centre.poolMember(entry.id, asOf: stamp.on)
    }
    log.notice("applied to the pool", metadata: ["member": "\(record.id)"])
    return record
  }

  /// Enters another version of who a member is and what help can be had; whether anything differed.
  ///
  /// Throws where there is no member of the id.
  package func change(
    _ id: String, _ change: (PoolChange.Version) -> PoolChange.Version
  ) throws(CentreError) -> (record: PoolRecord, hasChanged: Bool) {
    try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let record = try centre.poolMember(id, asOf: stamp.on)
      let before = PoolChange.Version(record.identity, record.member)
      let after = change(before)
      if let trainee = after.identity.trainee { _ = try centre.traineeName(trainee) }
      guard after != before else { return (record, false) }
      try centre.stored { store throws(StoreError) in
        try store.record([PoolChange(of: id, version: after)], stamp: stamp)
      }
      return (try centre.poolMember(id, asOf: stamp.on), true)
    }
  }

  private func traineeName(_ id: String) throws(CentreError) -> String {
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: [id]) }
    guard let name = names[id]?.name else { throw .unknownSubject(.trainee(id)) }
    return name
  }

  private func knownName(_ id: String, _ day: CivilDate) -> String? {
    (try? poolMember(id, asOf: day))?.name
  }
}
