import Civil

extension [ReportKind] {
  /// The reports, in the order in which they are listed.
  package static let all: [ReportKind] =
    [ReportKind.intentRegister] + ReportKind.classPapers + ReportKind.followUp + ReportKind.guidance
    + ReportKind.ties + ReportKind.pool + ReportKind.library + ReportKind.bases + ReportKind.figures

  /// The report of a name, in either language's title too.
  package func named(_ name: String) -> ReportKind? {
    first { $0.name == name || $0.title.chinese == name || $0.title.english == name }
  }
}
