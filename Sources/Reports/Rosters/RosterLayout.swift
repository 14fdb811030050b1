package import Civil

/// A roster (花名册): which columns it has and in which order; a region or a centre may set them.
package struct RosterLayout: Sendable {
  /// What a region's file says of a column: the id, and another title where it has one.
  package struct Choice: Hashable, Sendable {
    package let id: String
    package let title: Wording?

    package init(id: String, title: Wording? = nil) {
      self.id = id
      self.title = title
    }
  }

  /// The name by which the report is asked for.
  package let name: String
  package let title: Wording
  package let columns: [RosterColumn]

  init(_ name: String, _ chinese: String, _ english: String, _ ids: String) {
    self.name = name
    title = Wording(zh: chinese, en: english)
    columns = ids.split(separator: " ").compactMap { id in [RosterColumn].all.first { $0.id == id } }
  }

  private init(name: String, title: Wording, columns: [RosterColumn]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// The same columns under another title.
  func titled(_ title: Wording) -> RosterLayout { RosterLayout(name: name, title: title, columns: columns) }

  /// The roster with the columns that were chosen, or the ids that no column has.
  package func choosing(_ choices: [Choice]) -> (layout: RosterLayout, unknown: [String]) {
    var columns: [RosterColumn] = []
    var unknown: [String] = []
    for choice in choices {
      if let column = [RosterColumn].all.first(where: { $0.id == choice.id }) {
        columns.append(choice.title.map(column.titled) ?? column)
      } else {
        unknown.append(choice.id)
      }
    }
    return (RosterLayout(name: name, title: title, columns: columns), unknown)
  }
}

extension RosterLayout {
  /// The rosters in the columns that the papers of several regions have in common; each can be set otherwise.
  package static let all = [opening, completion, claim, followUp, notice]

  package static let opening = RosterLayout(
    "opening-roster", "开班花名册", "Opening roster",
    "number name sex id_number age education area household category papers phone wish had_subsidy remarks")

  package static let completion = RosterLayout(
    "completion-roster", "结业（合格）花名册", "Completion roster",
    "number name sex id_number category programme days held rate grade verdict certificate issued_on")

  package static let claim = RosterLayout(
    "claim-roster", "补贴申领花名册", "Claim roster",
    "number name id_number category papers phone programme days certificate rate_yuan amount_yuan signature remarks"
  )

  package static let followUp = RosterLayout(
    "follow-up-roster", "后续服务（创业成功）花名册", "Follow-up roster",
    "number name id_number class completed_on started venture licence licensed_on form industry address state "
      + "jobs key_jobs loan_yuan contacted_on contact_method contacted_by need")

  package static let notice = RosterLayout(
    "notice-list", "公示名单", "Public notice", "number name id_number programme amount_yuan")
}
