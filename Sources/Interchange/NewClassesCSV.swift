import Civil
package import Planning

/// Writes the classes of a target's plan as rows of the table classes (FORMATS.md).
package enum NewClassesCSV {
  /// UTF-8 without byte order mark, LF line ends, one row a class in the plan's order.
  ///
  /// Each keeps its site and its first day, and may last until the target's date.
  package static func write(_ answer: TargetAnswer) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Tables.classes.columns.map(\.name))
    let question = answer.question
    for one in answer.plan {
      writer.write([
        one.id, question.course, question.cohort, one.site, "\(one.trainees)", one.from.description,
        question.by.description, "", "",
      ])
    }
    return writer.bytes
  }
}
