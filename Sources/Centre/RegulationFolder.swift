import Civil
package import Indicators
import Interchange

/// The regulations (政策口径) that a centre works by: those shipped with the program and its own.
package struct RegulationFolder: Sendable {
  /// A regulation with the file that it was read from.
  package struct Entry: Sendable {
    package let regulation: Regulation
    package let file: String
    package let bytes: [UInt8]
    package let isShipped: Bool
  }

  /// By area, first day and id.
  package let entries: [Entry]
  package let regulations: Regulations

  /// The shipped regulations, and beside them those of a folder; one of the same id takes the place of the shipped.
  ///
  /// - Parameter folder: `.json` files, a regulation each; nil: only the shipped ones.
  /// - Throws: `unsoundRegulations` with all that is wrong with any of the files, or why the folder cannot be read.
  package init(_ folder: String? = nil) throws(CentreError) {
    var own: [(name: String, bytes: [UInt8])] = []
    if let folder { own = try Self.files(in: folder) }
    var problems: [ImportProblem] = []
    func read(_ files: [(name: String, bytes: [UInt8])], isShipped: Bool) -> [Entry] {
      files.compactMap { file in
        let (regulation, found) = RegulationReader.read(file.bytes, file: file.name)
        problems += found
        return regulation.map {
          Entry(regulation: $0, file: file.name, bytes: file.bytes, isShipped: isShipped)
        }
      }
    }
    let mine = read(own, isShipped: false)
    let shipped = read(Self.shipped, isShipped: true)
    let byID = Dictionary(grouping: mine, by: \.regulation.id)
    for entry in mine {
      guard let first = byID[entry.regulation.id]?.first, first.file != entry.file else { continue }
      problems.append(
        ImportProblem(
          .error, file: entry.file, column: "id", found: entry.regulation.id,
          problem: Wording(zh: "与 \(first.file) 重复", en: "the same as in \(first.file)"),
          expected: Wording(zh: "请给每份口径不同的编号", en: "give each regulation an id of its own")))
    }
    let all = mine + shipped.filter { byID[$0.regulation.id] == nil }
    let regulations = Regulations(all.map(\.regulation))
    problems += regulations.clashes.map { clash in
      ImportProblem(
        .error, file: all.first { $0.regulation.id == clash.second }?.file ?? clash.second,
        column: "rules.\(clash.kind.rawValue)", found: clash.second,
        problem: Wording(
          zh: "与“\(clash.first)”同区域、同日起都规定了\(clash.kind.name.chinese)",
          en: "\(clash.first) sets \(clash.kind.name.english) for the same area from the same day"),
        expected: Wording(zh: "请改其中一份的施行日期，或去掉重复的规定", en: "change one first day, or take the rule out of one")
      )
    }
    guard problems.isEmpty else { throw .unsoundRegulations(problems) }
    self.regulations = regulations
    let place = Dictionary(uniqueKeysWithValues: all.map { ($0.regulation.id, $0) })
    entries = regulations.all.compactMap { place[$0.id] }
  }

  package subscript(id: String) -> Entry? { entries.first { $0.regulation.id == id } }

  /// The `.json` files of a folder, by name.
  private static func files(in folder: String) throws(CentreError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in try BundleFolder.list(folder).sorted()
    where name.lowercased().hasSuffix(".json") && !name.hasPrefix(".") {
      files.append((name, try BundleFolder.read(folder + "/" + name)))
    }
    return files
  }
}

extension RegulationFolder {
  /// The files in the program, by name.
  static let shipped: [(name: String, bytes: [UInt8])] = [
    ("county-half-rate.json", PackageResources.county_half_rate_json),
    ("jilin-2007.json", PackageResources.jilin_2007_json),
    ("national-2025.json", PackageResources.national_2025_json),
    ("national-default.json", PackageResources.national_default_json),
    ("qingdao-two-stage.json", PackageResources.qingdao_two_stage_json),
    ("shenzhen-2022.json", PackageResources.shenzhen_2022_json),
    ("zhanjiang.json", PackageResources.zhanjiang_json),
  ]
}
