package import Civil

/// When a trainee has completed a class (结业): how much was attended, and what the plan must be worth.
package struct CompletionRule: RegulationRule {
  package let stamp: RuleStamp
  /// The least share of the periods (课时) held that must be attended: 0 to 1.
  package let leastAttendance: Double
  /// The lowest grade of the business plan; nil: no plan is asked for.
  package let lowestGrade: PlanGrade?
  /// The programmes that ask for a plan; nil: all of them.
  package let gradedProgrammes: Set<Course.Programme>?
  /// How certificate numbers are written; nil: freely.
  package let certificateFormat: CertificateFormat?

  package init(
    stamp: RuleStamp, leastAttendance: Double, lowestGrade: PlanGrade?,
    gradedProgrammes: Set<Course.Programme>? = nil, certificateFormat: CertificateFormat? = nil
  ) {
    self.stamp = stamp
    self.leastAttendance = leastAttendance
    self.lowestGrade = lowestGrade
    self.gradedProgrammes = gradedProgrammes
    self.certificateFormat = certificateFormat
  }
}
