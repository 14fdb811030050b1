package import Civil
package import Cohorts

/// That somebody was trained at public cost: what an entitlement is counted by.
package struct SubsidisedTraining: Hashable, Sendable {
  package let id: String
  package let person: String
  package let programme: Course.Programme
  package let classID: String
  /// The day that counts, by default the first day of the class.
  package let on: CivilDate
  package let area: AreaCode
  package let entry: Entry

  package init(
    id: String, person: String, programme: Course.Programme, classID: String, on: CivilDate, area: AreaCode,
    entry: Entry
  ) {
    self.id = id
    self.person = person
    self.programme = programme
    self.classID = classID
    self.on = on
    self.area = area
    self.entry = entry
  }
}

/// The appended facts about who was trained at public cost, across all years.
package struct EntitlementLedger: Sendable {
  private let byPerson: [String: [SubsidisedTraining]]
  private let withdrawals: [String: [Correction]]

  package init(_ trainings: [SubsidisedTraining], withdrawals: [Correction] = []) {
    byPerson = Dictionary(grouping: trainings, by: \.person)
    self.withdrawals = Dictionary(grouping: withdrawals, by: \.of)
  }

  /// The trainings of a person, who may stand under several names, as known on a day, by date.
  package func trainings(of person: Set<String>, asKnownOn known: CivilDate) -> [SubsidisedTraining] {
    person.sorted().flatMap { byPerson[$0] ?? [] }
      .filter { training in
        training.entry.on <= known && !(withdrawals[training.id] ?? []).contains { $0.entry.on <= known }
      }
      .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
  }
}

extension EntitlementRule {
  /// The trainings that use up the entitlement to a further one, or none where the limit is not reached.
  ///
  /// A class already attended does not count against itself.
  package func uses(
    among trainings: [SubsidisedTraining], programme: Course.Programme, on date: CivilDate, classID: String?
  ) -> [SubsidisedTraining] {
    guard programmes.contains(programme) else { return [] }
    let counted = trainings.filter { training in
      let isOfKind =
        counting == .sameProgramme ? training.programme == programme : programmes.contains(training.programme)
      return isOfKind && training.classID != classID && (area.map { training.area.isWithin($0) } ?? true)
        && isInPeriod(training.on, of: date)
    }
    return counted.count >= limit ? counted : []
  }

  /// Trainings after the date count too: what is entered late must not open the entitlement twice.
  private func isInPeriod(_ training: CivilDate, of date: CivilDate) -> Bool {
    switch period {
    case .lifetime: return true
    case .calendarYear: return training.year == date.year
    case .months(let months):
      let (earlier, later) = training < date ? (training, date) : (date, training)
      return later < earlier.adding(months: months)
    }
  }
}
