import Civil
import Cohorts
import Interchange
import Mentors
import Store

/// Whom a matching is made for: some trainees by name, those of a class or an area, or all who want.
package struct MatchScope: Hashable, Sendable {
  package var trainees: [String] = []
  package var classID: String?
  package var area: String?

  package init(trainees: [String] = [], classID: String? = nil, area: String? = nil) {
    self.trainees = trainees
    self.classID = classID
    self.area = area
  }
}

/// Trainees who seek a match, as the records know them.
struct TraineeProfiles {
  let records: [TraineeRecord]
  /// In the order of the records.
  let profiles: [MatchProfile]

  var names: [String: String] {
    Dictionary(records.map { ($0.id, $0.trainee.name) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Centre {
  /// The trainees of a scope, by id.
  ///
  /// Throws where one that is named, or the class, is unknown.
  func trainees(in scope: MatchScope) throws(CentreError) -> [TraineeRecord] {
    if !scope.trainees.isEmpty {
      try expectTrainees(scope.trainees)
      let wanted = Array(Set(scope.trainees)).sorted()
      return try stored { store throws(StoreError) in try store.trainees(coded: wanted) }
        .sorted { $0.id < $1.id }
    }
    if let classID = scope.classID, try !classIDs().contains(classID) {
      throw .unknownSubject(.classID(classID))
    }
    return try trainees(TraineeQuery(classID: scope.classID, area: scope.area))
  }

  /// What of trainees a match can rest on: their record, their categories, and what they told in the survey.
  func profiles(
    of records: [TraineeRecord], wishes: [MatchWish], asOf day: CivilDate
  ) throws(CentreError) -> TraineeProfiles {
    let (register, categories) = try stored { store throws(StoreError) in
      (try store.intents(), try store.categories(of: records.count <= 500 ? records.map(\.id) : nil))
    }
    var told: [String: Intent] = [:]
    for intent in register.intents {
      guard case .enrolled(let trainee) = register.outcome(of: intent.id, asKnownOn: day)?.outcome else {
        continue
      }
      if told[trainee].map({ $0.surveyedOn <= intent.surveyedOn }) ?? true { told[trainee] = intent }
    }
    let own = Dictionary(grouping: wishes, by: \.chooser)
    let profiles = records.map { record in
      var profile = MatchProfile(id: record.id, name: record.trainee.name)
      let intent = told[record.id]
      profile.areas = Set([record.area ?? intent?.area].compactMap(\.self))
      profile.industries = Set(
        [record.trainee.industry, intent?.industry].compactMap(\.self).compactMap { IndustryScope($0) })
      profile.languages = record.trainee.languages
      profile.skills = Set((intent?.skill ?? "").matchItems)
      profile.funds = intent?.capital.map { Money(yuan: $0) }
      profile.categories = Set(
        [record.trainee.category]
          + categories.memberships(of: record.id, on: day, asKnownOn: day).map(\.category))
      profile.take(own[record.id] ?? [])
      return profile
    }
    return TraineeProfiles(records: records, profiles: profiles)
  }

  /// Reads the wishes of both sides of a matching; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  func readWishes(
    _ file: WishSource?, seekers: Set<String>, helpers: Set<String>
  ) throws(CentreError) -> FileReading<MatchWish> {
    guard let file else { return FileReading(rows: [], problems: [], rowsRead: 0) }
    return try inWorkbook(file.name) { () throws(WorkbookError) in
      try WishFile.read(file.bytes, file: file.name) { id in
        seekers.contains(id) ? .seeker : helpers.contains(id) ? .helper : nil
      }
    }
  }
}

/// A file of wishes: its bytes, and what it is called.
package struct WishSource: Hashable, Sendable {
  package let bytes: [UInt8]
  package let name: String

  package init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }
}

extension String {
  /// What somebody listed in one cell: skills, fields.
  fileprivate var matchItems: [String] {
    split { ";；、,，/ ".contains($0) }.map(String.init)
  }
}
