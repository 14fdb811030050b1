package import Civil
import Cohorts
package import FollowUp
package import Interchange
import Logging
import Store

/// What storing filled sheets did.
package struct ImportedContacts: Sendable {
  package let contacts: Int
  package let requests: [HelpRequest]
  package let changes: Int
}

extension Centre {
  /// Reads filled follow-up sheets against what is on record; nothing is stored.
  ///
  /// `by` is the officer of rows that name none. Throws where a file is a workbook that cannot be opened.
  package func readContacts(
    _ files: [(name: String, bytes: [UInt8])], calendar: WorkingCalendar
  ) throws -> ContactReading {
    if let (name, reason) = ContactFile.unreadable(files) { throw CentreError.workbook(path: name, reason) }
    let today = try today()
    let subjects = ContactFile.subjects(of: files)
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: subjects) }
    let known = subjects.filter { names[$0] != nil }
    let contacts = try contacts(with: known)
    var tasks: [String: [FollowUpTask]] = [:]
    var ventures: [String: VentureRecord] = [:]
    for subject in known {
      tasks[subject] = try self.tasks(of: subject, calendar: calendar)
      ventures[subject] = try self.ventures(VentureQuery(founder: subject)).last?.record
    }
    let (dues, records) = (tasks, ventures)
    return try ContactFile.read(
      files, entry: Entry(on: today, by: environment.actor),
      people: FollowedPeople(
        name: { names[$0]?.name }, tasks: { dues[$0] ?? [] }, contacts: { contacts[$0] ?? [] },
        venture: { records[$0] }))
  }

  /// Stores what was read in one step: the contacts, the help that they ask for, and what they say of ventures.
  package func record(
    _ reading: ContactReading, calendar: WorkingCalendar
  ) throws(CentreError) -> ImportedContacts {
    let imported = try inOneStep { centre throws(CentreError) in try centre.enter(reading, calendar) }
    log.notice("sheets recorded", metadata: ["contacts": "\(imported.contacts)"])
    return imported
  }

  private func enter(
    _ reading: ContactReading, _ calendar: WorkingCalendar
  ) throws(CentreError) -> ImportedContacts {
    let stamp = try recordStamp()
    var changes: [(venture: String, entry: Ledger<VentureChange>.Entry)] = []
    for filled in reading.contacts where !filled.changes.isEmpty {
      let contact = filled.contact
      guard let venture = try ventures(VentureQuery(founder: contact.subject)).last else { continue }
      let code = venture.record.venture.id
      for change in filled.changes {
        changes.append(
          (
            code,
            .init(
              id: "", change, from: contact.on, recordedOn: stamp.on, recordedBy: stamp.by,
              evidence: [
                Evidence(kind: "回访记录", reference: "\(contact.subject) \(contact.on)", issuedOn: contact.on)
              ])
          ))
      }
    }
    let (filled, appended) = (reading.contacts.map(\.contact), changes)
    let entered = try stored { store throws(StoreError) in
      let entered = try store.record(filled, stamp: stamp)
      try store.record(appended, stamp: stamp)
      return entered
    }
    try replan(entered.map(\.subject), calendar: calendar)
    return ImportedContacts(
      contacts: entered.count, requests: entered.compactMap(HelpRequest.init(openedBy:)),
      changes: changes.count)
  }
}
