import Civil
import Cohorts
import Courses
import FollowUp
import Foundation
import Planning
import Testing

@testable import Store

/// Databases as earlier versions left them; each is named for the last step of its schema.
@Suite struct MigrationTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/databases").standardizedFileURL

  static var databases: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    return names.filter { $0.hasSuffix(".db") }.sorted()
  }

  @Test func `there is a database of the first schema that was shipped`() {
    #expect(Self.databases.contains("schema-006-two-publications.db"))
  }

  @Test(arguments: databases)
  func `an earlier database opens with all that it holds`(name: String) throws {
    let folder = try TemporaryFolder()
    for suffix in ["", ".key"] {
      try FileManager.default.copyItem(
        atPath: Self.fixtures.path + "/" + name + suffix, toPath: folder.database + suffix)
    }
    // A checkout does not keep the mode that the key must have.
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.database + ".key")
    let store = try CentreStore.example(in: folder)
    let facts = try #require(try store.facts())
    #expect(facts.classes.map(\.id) == ["第1班", "第2班"])
    #expect(facts.trainees.first?.idNumber == impossibleIDNumber)
    #expect(facts.trainees.first?.phone == madeUpPhone)
    #expect(try store.imports().count == 2)
    #expect(try store.drafts().map(\.isPublished) == [true, false])
    let published = try #require(try store.published())
    #expect(published.revisions.map(\.sequence).sorted() == [0, 0, 0, 0, 1, 1, 1])
    #expect(published.withdrawals.count == 3)
  }

  @Test func `a venture on record opens with its founder and its state`() throws {
    let folder = try TemporaryFolder()
    for suffix in ["", ".key"] {
      try FileManager.default.copyItem(
        atPath: Self.fixtures.path + "/schema-011-one-venture.db" + suffix, toPath: folder.database + suffix)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.database + ".key")
    let store = try CentreStore.example(in: folder)
    let file = try #require(try store.ventures(VentureQuery(founder: "T77")).first)
    #expect(file.record.venture.industry?.code == "6210")
    #expect(file.record.states.entries.map(\.fact) == [.operating])
    #expect(file.record.states.entries.first?.evidence.map(\.kind) == ["visit"])
    #expect(try store.trainees(TraineeQuery(code: "T77")).first?.trainee.phone == "19900000077")
  }
}
