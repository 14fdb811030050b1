import Civil
import Foundation
import Interchange
import Planning
import Testing

@testable import Centre

@Suite struct BundleFolderTests {
  @Test func `tables and calendars are listed by name, all else is left alone`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.csv", "a.ICS", "notes.txt"] { try folder.write("x", to: name) }
    let files = try BundleFolder.open(folder.path)
    #expect(files.names == ["a.ICS", "b.csv"])
    #expect(try files.read("b.csv") == Array("x".utf8))
  }

  @Test func `a name that is not in the folder is refused`() throws {
    let outer = try TemporaryFolder()
    try outer.write("secret", to: "secret.csv")
    try FileManager.default.createDirectory(atPath: outer.path + "/in", withIntermediateDirectories: true)
    let files = try BundleFolder.open(outer.path + "/in")
    for name in ["../secret.csv", outer.path + "/secret.csv", "none.csv", ""] {
      #expect(throws: CentreError.outsideFolder(name: name)) { try files.read(name) }
    }
  }

  @Test func `a link, a folder and a pipe are no tables`() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: folder.path + "/secret.txt")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/folder.csv", withIntermediateDirectories: true)
    #expect(mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
    let files = try BundleFolder.open(folder.path)
    #expect(files.names == ["folder.csv", "link.csv", "pipe.csv"])
    for name in files.names {
      #expect(throws: CentreError.notARegularFile(path: folder.path + "/" + name)) { try files.read(name) }
    }
  }

  @Test func `a path that is no folder says what it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "plan.txt")
    let file = folder.path + "/plan.txt"
    #expect(throws: CentreError.notAFolder(path: file)) { try BundleFolder.open(file) }
    #expect {
      _ = try BundleFolder.open(folder.path + "/none")
    } throws: { error in
      guard case .unreadable = error as? CentreError else { return false }
      return true
    }
  }

  @Test func `a working calendar is found among the program's own`() throws {
    let shared = try TemporaryFolder()
    let bundle = try TemporaryFolder()
    for (name, text) in ExampleBundle.tables {
      try (name == "days.ics" ? shared : bundle).write(text, to: name)
    }
    let found = try BundleService.readBundle(at: bundle.path, partial: false, calendarsFolder: shared.path)
    #expect(found.isSound)
    let lost = try BundleService.readBundle(at: bundle.path, partial: false, calendarsFolder: "/nowhere")
    #expect(!lost.isSound)
  }

  // MARK: Workbooks

  /// A folder with the demo centre's workbook and calendars.
  private func workbookFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.fixtures + "/demo")
    where name.hasSuffix(".ics") {
      try FileManager.default.copyItem(
        atPath: Self.fixtures + "/demo/" + name, toPath: folder.path + "/" + name)
    }
    try FileManager.default.copyItem(
      atPath: Self.fixtures + "/workbooks/demo.xlsx", toPath: folder.path + "/demo.xlsx")
    return folder
  }

  private static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  private func read(_ path: String) throws -> BundleReading {
    try BundleService.readBundle(
      at: path, partial: false, calendarsFolder: Self.fixtures + "/../Calendars")
  }

  @Test func `a workbook is the same bundle as the folder with its tables`() throws {
    let folder = try workbookFolder()
    let tables = try read(Self.fixtures + "/demo")
    let bundle = try #require(tables.bundle)
    #expect(!bundle.trainees.isEmpty && !bundle.classes.isEmpty)
    #expect(try read(folder.path + "/demo.xlsx").bundle == bundle)
    // Alone in a folder it is the folder's bundle.
    try folder.write("", to: "~$demo.xlsx")
    #expect(try read(folder.path).bundle == bundle)
  }

  @Test func `beside tables in CSV a workbook is not read, and that is said`() throws {
    let folder = try workbookFolder()
    try folder.write("key,value\nname,X\n", to: "centre.csv")
    let problems = try read(folder.path).problems
    #expect(problems.contains { $0.text(in: .english).contains("demo.xlsx: the workbook is not read") })
  }

  @Test func `a file that is no bundle and a damaged workbook are refused with their place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "notes.txt")
    try folder.write("x", to: "centre.xlsx")
    #expect(throws: CentreError.notAFolder(path: folder.path + "/notes.txt")) {
      try BundleFolder.open(folder.path + "/notes.txt")
    }
    #expect(throws: CentreError.workbook(path: folder.path + "/centre.xlsx", .notAWorkbook)) {
      try BundleFolder.open(folder.path + "/centre.xlsx")
    }
  }
}
