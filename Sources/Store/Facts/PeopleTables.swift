import Civil
import Foundation
import Mentors

/// A person, and whether a calendar of theirs has been read, be it empty.
struct PersonFact: Sendable {
  let person: Person
  let hasBusyTimes: Bool
}

extension Facts {
  static func people(_ blocks: [String] = []) -> FactTable<PersonFact> {
    FactTable(
      name: "person",
      columns: [
        "code", "name", "site", "maxPeriodsDay", "maxPeriodsWeek", "calendar", "hasBusyTimes", "email",
        "phoneSealed",
      ],
      cells: { fact, scribe in
        let person = fact.person
        return [
          person.id, person.name, person.site, person.maxPeriodsDay, person.maxPeriodsWeek, person.calendar,
          fact.hasBusyTimes, person.email, scribe.sealed(person.phone),
        ]
      },
      lists: [
        ListTable("personRole", "role") { $0.person.roles.map(\.rawValue).sorted() },
        ListTable("personQualification", "qualification") { $0.person.qualifications.sorted() },
        ListTable("personIndustry", "industry") { $0.person.industries.sorted() },
        .openings("personOpening", blocks) { $0.person.open },
      ],
      value: { row in
        let person = try Person(
          id: row["code"], name: row["name"],
          roles: Set(row.list("personRole").compactMap(Person.Role.init(rawValue:))),
          qualifications: Set(row.list("personQualification")), industries: Set(row.list("personIndustry")),
          site: row[optional: "site"], maxPeriodsDay: row["maxPeriodsDay"],
          maxPeriodsWeek: row["maxPeriodsWeek"],
          open: row.pattern("personOpening"), calendar: row[optional: "calendar"],
          email: row[optional: "email"],
          phone: row.opened("phoneSealed"))
        return try PersonFact(person: person, hasBusyTimes: row["hasBusyTimes"])
      })
  }
}

/// One busy stretch of a person.
struct PersonBusyTime: Sendable {
  let person: String
  let time: BusyTime
}

extension Facts {
  static let busyTimes = FactTable<PersonBusyTime>(
    name: "busyTime", columns: ["person", "fromMinute", "toMinute"],
    cells: { busy, _ in
      [busy.person, busy.time.lowerBound.minutesSinceEpoch, busy.time.upperBound.minutesSinceEpoch]
    },
    value: { row in
      let from = try CivilMoment(minutesSinceEpoch: row["fromMinute"])
      let to = try CivilMoment(minutesSinceEpoch: row["toMinute"])
      return try PersonBusyTime(person: row["person"], time: from..<max(from, to))
    })
}
