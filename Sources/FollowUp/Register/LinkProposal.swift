package import Civil
package import Cohorts

/// That a person of the register is most likely a trainee, with the reasons.
package struct LinkProposal: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable {
    /// May be accepted on request, without a look at each.
    case exact
    /// For a person to decide.
    case doubtful

    package var name: Wording {
      switch self {
      case .exact: Wording(zh: "确定", en: "exact")
      case .doubtful: Wording(zh: "待核实", en: "doubtful")
      }
    }
  }

  /// The firm's id in the extract.
  package let firm: String
  /// The place of the person among the firm's people, from 0.
  package let place: Int
  package let trainee: String
  package let verdict: Verdict
  /// 0 to 1: how likely this trainee is the person, of all trainees and of everybody else.
  package let probability: Double
  /// In the order identity, name, phone, area, date, industry.
  package let reasons: [LinkReason]
  /// Other trainees come close too.
  package let hasRivals: Bool

  /// Whether the firm was there before the course, so that the course did not lead to it.
  package var isBeforeCourse: Bool {
    reasons.contains { if case .beforeCourse = $0.sign { true } else { false } }
  }

  /// The reasons in one line, and why it is not exact where that needs a word.
  package func explanation(in language: Language) -> String {
    let rivals = Wording(zh: "另有学员也符合", en: "other trainees fit too")
    let parts = reasons.map { $0.text[language] } + (hasRivals ? [rivals[language]] : [])
    return parts.joined(separator: language == .chinese ? "；" : "; ")
  }
}

/// That somebody accepted a proposed link or refused it; facts are appended, a later one rules.
package struct LinkDecision: Hashable, Sendable {
  package let firm: String
  package let place: Int
  package let trainee: String
  package let isAccepted: Bool
  package let entry: Entry

  package init(firm: String, place: Int, trainee: String, isAccepted: Bool, entry: Entry) {
    self.firm = firm
    self.place = place
    self.trainee = trainee
    self.isAccepted = isAccepted
    self.entry = entry
  }

  /// The decisions that accept all exact proposals at once.
  package static func accepting(_ proposals: [LinkProposal], entry: Entry) -> [LinkDecision] {
    proposals.filter { $0.verdict == .exact }.map {
      LinkDecision(firm: $0.firm, place: $0.place, trainee: $0.trainee, isAccepted: true, entry: entry)
    }
  }
}
