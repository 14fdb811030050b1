import Civil
package import Reports

extension Centre {
  /// Makes a report.
  ///
  /// Throws where something is missing that it needs, and what its making throws.
  package func report(_ kind: ReportKind, _ request: ReportRequest) throws -> Report {
    let missing = kind.needs.subtracting(request.given)
    guard missing.isEmpty else { throw CentreError.reportNeeds(report: kind.name, missing: missing) }
    return try kind.make(self, request)
  }
}
