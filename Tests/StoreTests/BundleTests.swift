import Civil
import Cohorts
import Foundation
import Planning
import Testing

@testable import Store

@Suite struct BundleTests {
  @Test func `a bundle reads back equal`() throws {
    let folder = try TemporaryFolder()
    let store = try CentreStore.example(in: folder)
    #expect(try store.facts() == nil)
    try store.replaceFacts(with: .example())
    #expect(try store.facts() == .example())
    #expect(try CentreStore.example(in: folder, seed: 2).facts() == .example())
  }

  @Test func `another import takes the place of the one before and both stand in the ledger`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    try store.replaceFacts(with: .example())
    var later = PlanningBundle.example()
    later.centre.name = "改名后的中心"
    later.trainees.removeFirst()
    later.enrolments.removeFirst()
    later.calendar = .init()
    let counts = [ImportedTable(name: "trainees", rows: 1), ImportedTable(name: "classes", rows: 2)]
    #expect(try store.replaceFacts(with: later, source: "九月", tables: counts, stamp: .at(9)))
    #expect(try store.facts() == later)
    let imports = try store.imports()
    #expect(imports.map(\.source) == ["example", "九月"])
    #expect(imports.map(\.tables) == [[], counts])
    #expect(imports.map(\.stamp) == [.at(0), .at(9)])
  }

  @Test func `an unsound bundle leaves what was there`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    try store.replaceFacts(with: .example())
    var unsound = PlanningBundle.example()
    unsound.enrolments.append(Enrolment(classID: "第1班", trainee: "nobody"))
    #expect(throws: StoreError.refused(rule: "FOREIGN KEY constraint failed")) {
      try store.replaceFacts(with: unsound)
    }
    #expect(try store.facts() == .example())
    #expect(try store.imports().count == 1)
  }

  @Test func `thousands of trainees go in and come back in order`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    var bundle = PlanningBundle.example()
    bundle.trainees += (0..<3000).map {
      Trainee(id: "N\(9999 - $0)", name: "学员\($0)（虚构）", category: "laid_off", phone: madeUpPhone)
    }
    try store.replaceFacts(with: bundle)
    #expect(try store.facts() == bundle)
  }

  @Test func `a backup opens with the same key`() throws {
    let folder = try TemporaryFolder()
    let store = try CentreStore.example(in: folder)
    try store.replaceFacts(with: .example())
    let copy = folder.path + "/copy.sqlite"
    try store.backUp(to: copy)
    try FileManager.default.copyItem(atPath: folder.database + ".key", toPath: copy + ".key")
    let randomness = CountedRandomness(seed: 3)
    #expect(try CentreStore(path: copy) { randomness.bytes($0) }.facts() == .example())
    #expect(throws: StoreError.self) { try store.backUp(to: copy) }
  }
}
