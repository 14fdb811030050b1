import Civil
import FollowUp
import Store

extension Centre {
  /// The cases of an officer, or of all, as they stood on a past day by what was known on it.
  ///
  /// Those of classes that had ended by then, with the ventures that were known; the officer is the present one.
  func followUpCases(of officer: String?, knownOn day: CivilDate) throws(CentreError) -> [FollowUpCase] {
    let (cases, ventures, withdrawn) = try stored { store throws(StoreError) in
      (
        try store.followUpCases(officer: officer, endedBy: day),
        try store.ventureRecords(knownOn: day, withJobs: false), try store.withdrawnConsents(knownOn: day)
      )
    }
    let founded = FoundedVentures(ventures)
    return cases.map { followed in
      let venture = FollowedVenture(founded.ventures(of: followed.subject), asOf: day)
      return FollowUpCase(
        subject: followed.subject, classID: followed.classID, classEnd: followed.classEnd,
        hasVenture: venture.exists, officer: followed.officer, area: followed.area,
        ventureEndedOn: venture.endedOn, followedTo: withdrawn[followed.subject])
    }
  }
}
