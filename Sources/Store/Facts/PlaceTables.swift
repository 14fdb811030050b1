import Civil
import Foundation
import Planning

extension Facts {
  static let blocks = FactTable<Block>(
    name: "block", columns: ["code", "startMinute", "periods", "periodMinutes", "breakMinutes"],
    cells: { block, _ in
      [block.id, block.start.minutes, block.periods, block.periodMinutes, block.breakMinutes]
    },
    value: { row in
      try Block(
        id: row["code"], start: ClockTime(minutes: row["startMinute"]), periods: row["periods"],
        periodMinutes: row["periodMinutes"], breakMinutes: row["breakMinutes"])
    })
}

extension Facts {
  static let sites = FactTable<Site>(
    name: "site", columns: ["code", "name", "area", "latitude", "longitude"],
    cells: { site, _ in [site.id, site.name, site.area, site.latitude, site.longitude] },
    value: { row in
      try Site(
        id: row["code"], name: row["name"], area: row[optional: "area"], latitude: row[optional: "latitude"],
        longitude: row[optional: "longitude"])
    })
}

extension Facts {
  static let travel = FactTable<TravelTime>(
    name: "travel", columns: ["fromSite", "toSite", "minutes"],
    cells: { travel, _ in [travel.from, travel.to, travel.minutes] },
    value: { row in try TravelTime(from: row["fromSite"], to: row["toSite"], minutes: row["minutes"]) })
}

extension Facts {
  static func rooms(_ blocks: [String] = []) -> FactTable<Room> {
    FactTable(
      name: "room", columns: ["code", "site", "name", "capacity"],
      cells: { room, _ in [room.id, room.site, room.name, room.capacity] },
      lists: [
        ListTable("roomFeature", "feature") { $0.features.sorted() },
        .openings("roomOpening", blocks) { $0.open },
      ],
      value: { row in
        try Room(
          id: row["code"], site: row["site"], name: row["name"], capacity: row["capacity"],
          features: Set(row.list("roomFeature")), open: row.pattern("roomOpening"))
      })
  }
}

/// A marked day of the working calendar, with its date.
struct MarkedDate: Sendable {
  let date: CivilDate
  let mark: WorkingCalendar.Mark
}

extension Facts {
  static let markedDays = FactTable<MarkedDate>(
    name: "markedDay", columns: ["date", "kind", "name", "isProvisional"],
    cells: { day, _ in [day.date, day.mark.kind.rawValue, day.mark.name, day.mark.isProvisional] },
    value: { row in
      try MarkedDate(
        date: row["date"],
        mark: .init(kind: row.word("kind"), name: row["name"], isProvisional: row["isProvisional"]))
    })
}
