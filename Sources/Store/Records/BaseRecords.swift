package import Civil
package import Courses
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  package func record(_ hosts: [InternshipHost], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try enter(hosts, Records.internshipHosts, id: \.id, stamp: stamp)
  }

  package func record(
    _ placements: [InternshipPlacement], stamp: RecordStamp
  ) throws(StoreError) -> RecordedCounts {
    try enter(placements, Records.internshipPlacements, id: \.id, stamp: stamp)
  }

  package func record(_ incubators: [Incubator], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try enter(incubators, Records.incubators, id: \.id, stamp: stamp)
  }

  package func record(_ tenancies: [Tenancy], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try enter(tenancies, Records.tenancies, id: \.id, stamp: stamp)
  }

  /// Strikes out a host, a placement, an incubator or a tenancy; false: none of the code stands.
  package func strikeOut(base code: String, reason: String, stamp: RecordStamp) throws(StoreError) -> Bool {
    if try strikeOut(code, Records.internshipHosts, reason: reason, stamp: stamp) { return true }
    if try strikeOut(code, Records.internshipPlacements, reason: reason, stamp: stamp) { return true }
    if try strikeOut(code, Records.incubators, reason: reason, stamp: stamp) { return true }
    return try strikeOut(code, Records.tenancies, reason: reason, stamp: stamp)
  }

  /// The names of some ventures as they are at present, by code; those that are not on record are left out.
  package func ventureNames(of codes: [String]) throws(StoreError) -> [String: String] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT name FROM venture WHERE code = ?")
      var names: [String: String] = [:]
      for code in codes where names[code] == nil {
        names[code] = try String.fetchOne(statement, arguments: [code])
      }
      return names
    }
  }

  /// The codes of all placements and tenancies that begin with a letter, those struck out too.
  package func stayCodes(_ letter: String) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT code FROM internshipPlacement WHERE code LIKE ?1 || '%'
          UNION SELECT code FROM tenancy WHERE code LIKE ?1 || '%'
          """, arguments: [letter])
    }
  }

  /// The internship hosts and placements as they stood on a day.
  package func internships(knownOn day: CivilDate) throws(StoreError) -> InternshipRegister {
    InternshipRegister(
      hosts: try entries(Records.internshipHosts, knownOn: day),
      placements: try entries(Records.internshipPlacements, knownOn: day))
  }

  /// The incubators and tenancies as they stood on a day.
  package func incubators(knownOn day: CivilDate) throws(StoreError) -> IncubatorRegister {
    IncubatorRegister(
      incubators: try entries(Records.incubators, knownOn: day),
      tenancies: try entries(Records.tenancies, knownOn: day))
  }
}

extension Records {
  static let internshipHosts = RecordTable<RecordVersion<InternshipHost>>(
    name: "internshipHost",
    columns: [
      "code", "number", "name", "area", "industry", "places", "recognisedDay", "untilDay", "contactSealed",
      "struckOut",
    ],
    cells: { row, scribe in
      let host = row.value
      return [
        host.id, row.number, host.name, host.area?.description, host.industry?.code, host.places,
        host.recognisedOn.daysSinceEpoch, host.recognisedUntil?.daysSinceEpoch, scribe.sealed(host.contact),
        row.struckOut,
      ]
    },
    value: { row in
      let (industry, area): (String?, String?) = try (row[optional: "industry"], row[optional: "area"])
      let host = try InternshipHost(
        id: row["code"], name: row["name"], area: area.flatMap { AreaCode($0) },
        industry: industry.flatMap { Industry($0) }, places: row["places"],
        recognisedOn: row.day("recognisedDay"), recognisedUntil: row.day(optional: "untilDay"),
        contact: row.opened("contactSealed"))
      return try RecordVersion(number: row["number"], value: host, struckOut: row[optional: "struckOut"])
    })

  static let internshipPlacements = RecordTable<RecordVersion<InternshipPlacement>>(
    name: "internshipPlacement",
    columns: ["code", "number", "host", "trainee", "fromDay", "toDay", "mentor", "struckOut"],
    cells: { row, _ in
      let placement = row.value
      return [
        placement.id, row.number, placement.host, placement.trainee, placement.from.daysSinceEpoch,
        placement.to?.daysSinceEpoch, placement.mentor, row.struckOut,
      ]
    },
    value: { row in
      let placement = try InternshipPlacement(
        id: row["code"], host: row["host"], trainee: row["trainee"], from: row.day("fromDay"),
        to: row.day(optional: "toDay"), mentor: row[optional: "mentor"])
      return try RecordVersion(number: row["number"], value: placement, struckOut: row[optional: "struckOut"])
    })

  static let incubators = RecordTable<RecordVersion<Incubator>>(
    name: "incubator",
    columns: [
      "code", "number", "name", "area", "squareMetres", "units", "openedDay", "closedDay", "struckOut",
    ],
    cells: { row, _ in
      let incubator = row.value
      return [
        incubator.id, row.number, incubator.name, incubator.area?.description, incubator.squareMetres,
        incubator.units, incubator.openedOn.daysSinceEpoch, incubator.closedOn?.daysSinceEpoch,
        row.struckOut,
      ]
    },
    value: { row in
      let area: String? = try row[optional: "area"]
      let incubator = try Incubator(
        id: row["code"], name: row["name"], area: area.flatMap { AreaCode($0) },
        squareMetres: row["squareMetres"], units: row["units"], openedOn: row.day("openedDay"),
        closedOn: row.day(optional: "closedDay"))
      return try RecordVersion(number: row["number"], value: incubator, struckOut: row[optional: "struckOut"])
    })

  static let tenancies = RecordTable<RecordVersion<Tenancy>>(
    name: "tenancy",
    columns: ["code", "number", "incubator", "venture", "units", "fromDay", "toDay", "struckOut"],
    cells: { row, _ in
      let tenancy = row.value
      return [
        tenancy.id, row.number, tenancy.incubator, tenancy.venture, tenancy.units,
        tenancy.from.daysSinceEpoch, tenancy.to?.daysSinceEpoch, row.struckOut,
      ]
    },
    value: { row in
      let tenancy = try Tenancy(
        id: row["code"], incubator: row["incubator"], venture: row["venture"], units: row["units"],
        from: row.day("fromDay"), to: row.day(optional: "toDay"))
      return try RecordVersion(number: row["number"], value: tenancy, struckOut: row[optional: "struckOut"])
    })
}
