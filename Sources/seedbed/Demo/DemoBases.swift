import Centre
import Civil
import Interchange
import Reports

extension DemoPart {
  /// Internship hosts, incubators and events for the public, against what is asked of the district.
  static let bases = DemoPart(
    Wording(zh: "基地和宣传活动：应有多少，实有多少", en: "Bases and events: how many there are, and should be"),
    enter: { stage in
      func file(_ path: String) throws -> HandedFile {
        HandedFile(name: path, bytes: try stage.fixture(path))
      }
      var files = BaseFiles()
      files.hosts = try file("bases/hosts.csv")
      files.placements = try file("bases/placements.csv")
      files.incubators = try file("bases/incubators.csv")
      files.tenants = try file("bases/tenants.csv")
      let counts = try stage.centre.enter(try stage.centre.readBases(files))
      let events = try stage.centre.readEvents(file("events/events.csv").bytes, file: "events.csv")
      let entered = try stage.centre.enter(events.rows.map(\.row))
      return Wording(
        zh: "见习基地 \(counts.hosts.new) 家、见习人员 \(counts.placements.new) 人、孵化基地 \(counts.incubators.new) 个、"
          + "入驻实体 \(counts.tenancies.new) 个、宣传活动 \(entered.new) 场",
        en: "\(counts.hosts.new) internship hosts with \(counts.placements.new) interns, "
          + "\(counts.incubators.new) incubators with \(counts.tenancies.new) tenants, \(entered.new) events")
    },
    show: { stage in
      let bases = try stage.centre.basesReport(area: stage.area, asOf: stage.today)
      let events = try stage.centre.outreachReport(area: stage.area, asOf: stage.today)
      return [bases, events].compactMap(\.tables.first).flatMap(\.rows).filter {
        $0.count > 2 && $0[1] != .count(0)
      }.map { row in
        Wording(
          zh: "\(row[0].text(in: .chinese))：应有 \(row[1].text(in: .chinese))，实有 \(row[2].text(in: .chinese))",
          en: "\(row[0].text(in: .english)): \(row[2].text(in: .english)) of \(row[1].text(in: .english))")
      }
    },
    reports: [("bases", ["html"]), ("outreach", ["html"])])
}
