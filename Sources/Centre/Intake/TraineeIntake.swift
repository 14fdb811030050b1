import Civil
package import Cohorts

/// What a roster would put on record, before it is entered (入档).
package struct TraineeIntake: Sendable {
  package struct Row: Sendable {
    /// Of the roster's file.
    package let line: Int
    /// As it would stand on record.
    package let record: TraineeRecord
    package let isNew: Bool
    /// What is on record otherwise; the row is entered only where that is asked for.
    package let differences: [TraineeDifference]
    package let memberships: [CategoryMembership]
    /// The class to attend; nil: none named.
    package let classID: String?
  }

  package let rows: [Row]
  /// People on record, or of the roster itself, who are most likely the same person; nobody is merged.
  package let proposals: [SamePersonProposal]

  package var conflicting: [Row] { rows.filter { !$0.differences.isEmpty } }

  /// Those who have not agreed to the use of their data.
  package var withoutConsent: Int { rows.count { $0.record.profile.consentOn == nil } }
}
