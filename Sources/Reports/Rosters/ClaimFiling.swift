package import Civil
import Cohorts
import Courses

/// A claim of a class that was filed (已报送的申领): what was claimed on one day.
package struct ClaimFiling: Hashable, Sendable {
  package let claimedOn: CivilDate
  /// When it was put on record, and by whom; of several entries the last.
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(claimedOn: CivilDate, recordedOn: CivilDate, recordedBy: String) {
    self.claimedOn = claimedOn
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}

extension ClassPapers {
  /// What was filed of the class and stands, by day.
  package var filings: [ClaimFiling] {
    Dictionary(grouping: file.claims, by: \.claimedOn).sorted { $0.key < $1.key }.compactMap { day, claims in
      claims.max { ($0.recordedOn, $0.recordedBy) < ($1.recordedOn, $1.recordedBy) }.map { last in
        ClaimFiling(claimedOn: day, recordedOn: last.recordedOn, recordedBy: last.recordedBy)
      }
    }
  }

  /// The same papers for a claim that was filed.
  package func filed(_ filing: ClaimFiling) -> ClassPapers {
    ClassPapers(
      file, institution: institution, disclosure: disclosure, layouts: layouts, claimRule: claimRule,
      claims: claims, filing: filing)
  }

  /// The stages that the papers claim: those of the filing, else those that may be claimed.
  var claimedStages: [ClaimVerdict] {
    guard let filing else { return claims.filter { $0.ruling == .payable } }
    return claims.filter { $0.claim?.claimedOn == filing.claimedOn }
  }

  /// Those whom the papers claim, each with the stages of it.
  var claimEntries: [RosterEntry] {
    let chosen = Dictionary(grouping: claimedStages, by: \.trainee)
    return entries(file.members.filter { chosen[$0.id] != nil }, claims: chosen)
  }

  /// That it was filed, when and by whom it was recorded.
  var filingLines: [Report.Particular] {
    guard let filing else { return [] }
    return [
      Report.Particular(Wording(zh: "申领日期", en: "Filed on"), .date(filing.claimedOn)),
      Report.Particular(
        Wording(zh: "登记", en: "Recorded"),
        .words(
          Wording(
            zh: "\(filing.recordedOn) \(filing.recordedBy)",
            en: "\(filing.recordedOn) by \(filing.recordedBy)"))),
    ]
  }
}
