package import Civil
package import FollowUp

/// Words of the record as somebody types them, in either language; nil where there is no such word.
package enum FollowUpWords {
  package static func state(_ text: String) -> VentureState? { Words.ventureStates[text] }
  package static func legalForm(_ text: String) -> LegalForm? { Words.legalForms[text] }
  package static func method(_ text: String) -> Contact.Method? { Words.contactMethods[text] }
  package static func result(_ text: String) -> Contact.Result? { Words.contactResults[text] }
  package static func trouble(_ text: String) -> Contact.Trouble? { Words.troubles[text] }
  package static func help(_ text: String) -> HelpRequest.Kind? { Words.helps[text] }
  package static func loanState(_ text: String) -> Loan.State? { Words.loanStates[text] }

  /// An amount in yuan, also in ten thousands (`5万`).
  package static func money(_ text: String) -> Money? {
    var notes = CellNotes()
    return try? CellReader<Money>.yuan.read(text, &notes)
  }
}

extension Words {
  static let loanStates = Vocabulary<Loan.State>([
    (.applied, ["applied", "申请", "已申请"]),
    (.approved, ["approved", "审核通过", "批准"]),
    (.disbursed, ["disbursed", "放款", "已放款"]),
    (.extended, ["extended", "展期"]),
    (.overdue, ["overdue", "逾期"]),
    (.repaid, ["repaid", "还清", "已还清"]),
  ])
}
