import Civil
import Cohorts
import Courses
import Interchange
import Mentors
import Planning
import Testing

@Suite struct PartialReadingTests {
  @Test func `a sound bundle is the same in part as whole`() {
    #expect(ExampleBundle().read(partial: true).bundle == ExampleBundle().read().bundle)
  }

  @Test func `without partial an unsound bundle gives none`() {
    #expect(ExampleBundle().adding("R3,S9,x,3,", to: "rooms.csv").read().bundle == nil)
  }

  @Test func `rows that hang on unsound rows are left out and listed`() throws {
    let bundle = ExampleBundle()
      .adding("S3,Third,610113,95,0", to: "sites.csv")
      .replacing("site,name,area", by: "site,name,area,latitude,longitude", in: "sites.csv")
      .adding("R3,S3,x,30,projector", to: "rooms.csv")
      .adding("C2,GYB,grads,S3,20,,,,", to: "classes.csv")
      .adding("C2,T1", to: "enrolments.csv")
      .adding("C2,know,1,,,,R3,", to: "pins.csv")
    let whole = bundle.read()
    #expect(whole.problems.map(\.file) == ["sites.csv"])
    let reading = bundle.read(partial: true)
    #expect(
      reading.problems.map { $0.text(in: .english) } == [
        "sites.csv:4: latitude: not a number of degrees, found 95: expected degrees from -90 to 90",
        "rooms.csv:4: site: hangs on a row of sites that is left out, found S3: this row is left out: correct it and import again",
        "classes.csv:3: site: hangs on a row of sites that is left out, found S3: this row is left out: correct it and import again",
        "enrolments.csv:4: class: hangs on a row of classes that is left out, found C2: this row is left out: correct it and import again",
        "pins.csv:3: class: hangs on a row of classes that is left out, found C2: this row is left out: correct it and import again",
      ])
    let kept = try #require(reading.bundle)
    #expect(kept.classes.map(\.id) == ["C1"])
    #expect(kept.enrolments.count == 2 && kept.pins.count == 1)
    #expect(reading.tables.map(\.rowsSkipped) == [0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1])
  }

  @Test func `a course that lacks a module is left out with its classes`() throws {
    let bundle = ExampleBundle().adding("GYB,3,plan,Plan,many,,,,,", to: "modules.csv")
    let kept = try #require(bundle.read(partial: true).bundle)
    #expect(kept.courses.isEmpty && kept.modules.isEmpty && kept.classes.isEmpty && kept.pins.isEmpty)
    #expect(kept.trainees.count == 2)
  }

  @Test func `without a centre or blocks nothing can be used`() {
    #expect(ExampleBundle().without("centre.csv").read(partial: true).bundle == nil)
    #expect(
      ExampleBundle().with("blocks.csv", "block,start,periods\nAM,25:00,4\n").read(partial: true).bundle
        == nil)
  }

  @Test func `what hangs on a table that cannot be read is left out`() throws {
    let reading = ExampleBundle().with("sites.csv", "name,area\nNorth,1\n").read(partial: true)
    let kept = try #require(reading.bundle)
    #expect(kept.rooms.isEmpty && kept.people.isEmpty && kept.classes.isEmpty && kept.busy.isEmpty)
    #expect(kept.cohorts.count == 1 && kept.trainees.count == 2)
  }
}
