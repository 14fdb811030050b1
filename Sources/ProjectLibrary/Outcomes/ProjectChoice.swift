package import Civil

/// That a person chose a project (对接) and what came of it.
package struct ProjectChoice: Hashable, Sendable {
  package let id: String
  package let project: String
  /// The trainee's id.
  package let person: String
  package let on: CivilDate
  /// The venture that was started with it, once there is one.
  package let venture: String?
  /// The exhibition or contest at which the two met; nil: elsewhere.
  package let event: String?
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    id: String, project: String, person: String, on: CivilDate, venture: String? = nil, event: String? = nil,
    recordedOn: CivilDate, recordedBy: String
  ) {
    self.id = id
    self.project = project
    self.person = person
    self.on = on
    self.venture = venture
    self.event = event
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
