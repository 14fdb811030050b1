import Testing

@testable import Interchange

@Suite struct TableDescriptionTests {
  private static let tables: [(title: TableTitle, columns: [ColumnHeader])] = [
    (Tables.centre.title, Tables.centre.columns), (Tables.blocks.title, Tables.blocks.columns),
    (Tables.sites.title, Tables.sites.columns), (Tables.travel.title, Tables.travel.columns),
    (Tables.rooms.title, Tables.rooms.columns), (Tables.courses.title, Tables.courses.columns),
    (Tables.modules.title, Tables.modules.columns), (Tables.people.title, Tables.people.columns),
    (Tables.cohorts.title, Tables.cohorts.columns), (Tables.classes.title, Tables.classes.columns),
    (Tables.trainees.title, Tables.trainees.columns), (Tables.enrolments.title, Tables.enrolments.columns),
    (Tables.mentoring.title, Tables.mentoring.columns), (Tables.pins.title, Tables.pins.columns),
    (Tables.timetable.title, Tables.timetable.columns),
  ]

  @Test func `no header names two columns of one table`() {
    for (title, columns) in TableDescriptionTests.tables {
      var owners: [String: String] = [:]
      for column in columns {
        for key in Set(column.keys) {
          let other = owners.updateValue(column.name, forKey: key)
          #expect(other == nil, "\(title.name): \(key) names \(other ?? "") and \(column.name)")
        }
      }
    }
  }

  @Test func `every table is known by its English and its Chinese name, and by no other's`() {
    for title in Tables.titles {
      for name in [title.name, title.chinese, title.name.uppercased(), title.chinese + "（2026）"] {
        #expect(Tables.titles.filter { $0.matches(name) }.map(\.name) == [title.name])
      }
    }
  }

  @Test func `the columns are those of the formats, in their order`() {
    #expect(
      Tables.people.columns.map(\.name) == [
        "person", "name", "roles", "qualifications", "industries", "site", "max_periods_day",
        "max_periods_week",
        "open", "calendar", "email", "phone",
      ])
    #expect(Tables.classes.columns.filter(\.isRequired).map(\.name) == ["class", "course", "cohort"])
    #expect(Tables.trainees.columns.filter(\.isPrivate).map(\.name) == ["name", "id_number", "phone"])
  }
}
