import Civil
import Foundation
import Interchange
import Testing

/// What a user reads of a bundle with many problems, word for word.
@Suite struct ManyProblemsTests {
  @Test(arguments: [("zh", Language.chinese), ("en", .english)])
  func `every problem is told once, in the user's language`(name: String, language: Language) throws {
    let problems = try ExampleBundle(files: Fixture.files(in: "bundles/many-problems")).problems(language)
    let told = problems.map { $0 + "\n" }.joined()
    let path = "bundles/many-problems/expected.\(name).txt"
    if ProcessInfo.processInfo.environment["REWRITE_GOLDEN_FILES"] != nil {
      try Fixture.write(told, to: path)
    }
    let expected = String(decoding: try Fixture.bytes(path), as: UTF8.self)
    let difference = told.split(separator: "\n").difference(from: expected.split(separator: "\n"))
    #expect(difference.isEmpty, "rewrite with REWRITE_GOLDEN_FILES=1")
    #expect(!told.contains("19900000") && !told.contains("99999918") && !told.contains("token"))
  }
}
