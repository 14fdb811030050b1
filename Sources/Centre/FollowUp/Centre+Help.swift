package import Civil
package import FollowUp
import Store

extension Centre {
  /// Opens a request for help that was asked for without a contact; its id.
  ///
  /// Throws where the trainee is unknown.
  package func openRequest(
    _ kind: HelpRequest.Kind, for trainee: String
  ) throws(CentreError) -> HelpRequest {
    let stamp = try recordStamp()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: [trainee]) }
    guard names[trainee] != nil else { throw .unknownSubject(.trainee(trainee)) }
    let earlier = try stored { store throws(StoreError) in try store.helpRequests(of: [trainee]) }
    let own = earlier.count { $0.contact == nil }
    let request = HelpRequest(
      id: "help-\(trainee)-r\(own + 1)", subject: trainee, kind: kind, openedOn: stamp.on)
    try stored { store throws(StoreError) in try store.record([request], stamp: stamp) }
    return request
  }

  /// Closes a request for help, with what was done; how long it took.
  ///
  /// Throws where there is none of the id that is open.
  package func closeRequest(
    _ id: String, outcome: String? = nil, calendar: WorkingCalendar
  ) throws(CentreError) -> (request: HelpRequest, workingDays: Int) {
    let today = try today()
    let open = try stored { store throws(StoreError) in try store.helpRequests(openOnly: true) }
    guard let request = open.first(where: { $0.id == id }) else {
      throw .refused(
        Wording(
          zh: "没有未办结的帮扶需求 \(id)；可用 help list 查看",
          en: "no request \(id) is open; 'help list' tells which are"))
    }
    _ = try stored { store throws(StoreError) in try store.closeRequest(id, outcome: outcome, on: today) }
    return (request, request.workingDays(asOf: today, in: calendar))
  }

  /// The requests for help that are open, the oldest first.
  package func openRequests() throws(CentreError) -> [HelpRequest] {
    try stored { store throws(StoreError) in try store.helpRequests(openOnly: true) }
  }
}
