extension [LedgerTable] {
  /// Every ledger that a published number rests on, in the order in which they are handed out.
  package static let standard: [LedgerTable] = [
    // Places and people.
    .areas, .trainees, .categories,
    // What they attended, and what was done for them.
    .classes, .classStates, .enrolments, .certificates, .subsidisedTrainings, .trainingClaims,
    .guidance, .mentoringSessions, .helpRequests,
    // What they started.
    .ventures, .founders, .ventureChanges, .ventureStates, .ventureJobs,
    // With which support.
    .loans, .loanSteps, .subsidies,
    // The project library, and who chose what.
    .projects, .projectSteps, .projectChoices, .reportedPlacements,
    // How they were followed.
    .followUpCases, .contacts,
    // When they are guided, and when those who guide meet.
    .appointments, .standingMeetings,
    // By whom help is given.
    .mentors, .mentorSteps, .mentorCertificates,
    // Who answers for whom, who is paired, and which mentor helps whom.
    .pledges, .pledgeOfficers, .pledgeDeeds, .pairings, .assignments,
    // Where they work and sit, and what was done for the public.
    .internshipHosts, .internshipPlacements, .incubators, .tenancies, .outreachEvents,
    // From outside, and what is to be reached.
    .denominators, .surveys, .targets,
  ]
}
