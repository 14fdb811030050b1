package import Mentors

/// A timetable with arranged guidance as the tables of a bundle hold it: the mentoring of FORMATS.md has one row a
/// trainee, and counts meetings from 1.
package struct GuidanceExport: Sendable {
  package let mentoring: [MentoringRequest]
  package let rows: [TimetableRow]

  /// Of a trainee with several meetings arranged one after the other only the last is told: those before are history.
  package init(_ bundle: PlanningBundle, _ rows: [TimetableRow]) {
    let arranged = Dictionary(grouping: bundle.mentoring, by: \.trainee).filter { _, requests in
      requests.contains { $0.firstPart > 1 }
    }
    let last = arranged.compactMapValues { requests in requests.max { $0.firstPart < $1.firstPart } }
    var seen: Set<String> = []
    mentoring = bundle.mentoring.compactMap { request in
      guard var one = last[request.trainee] else { return request }
      guard seen.insert(request.trainee).inserted else { return nil }
      one.firstPart = 1
      return one
    }
    self.rows = rows.compactMap { row in
      guard row.kind == .mentoring, let one = last[row.trainee] else { return row }
      guard one.parts.contains(row.part) else { return nil }
      var row = row
      row.part = row.part - one.firstPart + 1
      row.session = SessionKey(row).sessionID
      return row
    }
  }
}
