import Civil
import Cohorts
import Planning
import Testing

@testable import Interchange

@Suite struct BundleTablesTests {
  private func read(_ files: [String: [UInt8]]) throws -> PlanningBundle {
    let reading = ExampleBundle(files: files).read()
    let errors = reading.problems.filter(\.isError).map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors.prefix(5))")
    return try #require(reading.bundle)
  }

  /// The tables of a bundle without calendars.
  private func tables(_ bundle: PlanningBundle, hasNumbers: Bool = true) -> [String: [UInt8]] {
    let files = BundleTables(bundle, hasNumbers: hasNumbers).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
  }

  @Test(arguments: ["demo", "two-classes"])
  func `a bundle that is written reads back as the same facts`(name: String) throws {
    let bundle = try read(FormedBundleTests().files(name))
    #expect(try read(tables(bundle)) == bundle)
  }

  @Test func `numbers of trainees are left out unless they are asked for`() throws {
    let bundle = try read(FormedBundleTests().files("demo"))
    let numbers = bundle.trainees.compactMap(\.idNumber)
    #expect(!numbers.isEmpty)
    let masked = String(decoding: tables(bundle, hasNumbers: false)["trainees.csv"] ?? [], as: UTF8.self)
    #expect(!numbers.contains { masked.contains($0) })
    let whole = String(decoding: tables(bundle)["trainees.csv"] ?? [], as: UTF8.self)
    #expect(numbers.allSatisfy { whole.contains($0) })
  }
}
