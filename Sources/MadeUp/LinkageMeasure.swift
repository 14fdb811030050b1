package import FollowUp

/// How proposals compare with the truth.
package struct LinkageMeasure: Sendable {
  package private(set) var exact = 0
  package private(set) var exactRight = 0
  package private(set) var listed = 0
  package private(set) var listedRight = 0
  package private(set) var links = 0

  /// Of what may be accepted without a look, the share that is right.
  package var precision: Double { exact == 0 ? 1 : Double(exactRight) / Double(exact) }
  /// Of the true links, the share that is accepted, and that is accepted or listed.
  package var recallOfExact: Double { Double(exactRight) / Double(max(1, links)) }
  package var recall: Double { Double(exactRight + listedRight) / Double(max(1, links)) }
  /// Doubtful proposals to look at for each true link found so.
  package var looks: Double { Double(listed) / Double(max(1, listedRight)) }

  package init(_ proposals: [LinkProposal], of register: MadeUpRegister) {
    self.init(proposals, truth: register.truth)
  }

  /// `truth`: who of the register is which trainee.
  package init(_ proposals: [LinkProposal], truth: [MadeUpRegister.Person: String]) {
    links = truth.count
    for proposal in proposals {
      let person = MadeUpRegister.Person(firm: proposal.firm, place: proposal.place)
      let isRight = truth[person] == proposal.trainee
      if proposal.verdict == .exact {
        exact += 1
        exactRight += isRight ? 1 : 0
      } else {
        listed += 1
        listedRight += isRight ? 1 : 0
      }
    }
  }
}
