import Cohorts
import Foundation
import Planning
import Testing

@testable import Store

@Suite struct SealingTests {
  @Test func `no file holds a number that was stored`() throws {
    let folder = try TemporaryFolder()
    let store = try CentreStore.example(in: folder)
    try store.replaceFacts(with: .example())
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count >= 3)
    for file in files {
      let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/" + file))
      #expect(bytes.range(of: Data(impossibleIDNumber.utf8)) == nil, "\(file)")
      #expect(bytes.range(of: Data(madeUpPhone.utf8)) == nil, "\(file)")
    }
  }

  @Test func `one number twice is found without opening any`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    var bundle = PlanningBundle.example()
    bundle.trainees.append(
      Trainee(id: "T9", name: "学员戊（虚构）", idNumber: impossibleIDNumber, category: "graduate"))
    bundle.trainees.append(
      Trainee(id: "T8", name: "学员己（虚构）", idNumber: "999999188001010020", category: "graduate"))
    try store.replaceFacts(with: bundle)
    #expect(try store.traineesSharingAnIdentityNumber() == [["T2", "T9"]])
  }

  @Test func `only the owner may read the database and its key`() throws {
    let folder = try TemporaryFolder()
    let store = try CentreStore.example(in: folder)
    try store.replaceFacts(with: .example())
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + file)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file)")
    }
  }

  @Test func `a missing key is said to be missing and none is made in its place`() throws {
    let folder = try TemporaryFolder()
    _ = try CentreStore.example(in: folder)
    let key = folder.database + ".key"
    try FileManager.default.removeItem(atPath: key)
    #expect(throws: StoreError.keyMissing(path: key)) { try CentreStore.example(in: folder) }
    #expect(!FileManager.default.fileExists(atPath: key))
  }

  @Test func `another database's key is said to be wrong`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    _ = try CentreStore.example(in: folder)
    _ = try CentreStore.example(in: other, seed: 2)
    let key = folder.database + ".key"
    try FileManager.default.removeItem(atPath: key)
    try FileManager.default.copyItem(atPath: other.database + ".key", toPath: key)
    #expect(throws: StoreError.keyWrong(path: key)) { try CentreStore.example(in: folder) }
  }

  @Test(arguments: [("short", 0o600), (String(repeating: "k", count: 32), 0o644)])
  func `a key that is short or that others may read is refused`(text: String, mode: Int) throws {
    let folder = try TemporaryFolder()
    let key = folder.database + ".key"
    let made = FileManager.default.createFile(
      atPath: key, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
    #expect(made)
    #expect {
      _ = try CentreStore.example(in: folder)
    } throws: { error in
      guard case .keyUnusable(key, _) = error as? StoreError else { return false }
      return true
    }
  }

  @Test func `what is sealed opens again, and not after a change`() throws {
    let seal = try #require(Seal(secret: Array(0..<32)))
    let sealed = seal.sealed(madeUpPhone, nonce: [UInt8](repeating: 7, count: 24))
    #expect(seal.opened(sealed) == madeUpPhone)
    var changed = sealed
    changed[30] ^= 1
    #expect(seal.opened(changed) == nil)
    #expect(seal.opened(Array(sealed.prefix(20))) == nil)
    #expect(try #require(Seal(secret: Array(1..<33))).opened(sealed) == nil)
    #expect("\(seal)" == "Seal")
  }

  @Test func `numbers are found however they are written`() throws {
    let seal = try #require(Seal(secret: Array(0..<32)))
    #expect(seal.fingerprint("99999918800101001x ") == seal.fingerprint("99999918800101001X"))
    #expect(seal.fingerprint(impossibleIDNumber) != seal.fingerprint(madeUpPhone))
  }
}
