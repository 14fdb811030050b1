import ArgumentParser
import Civil
import Planning
import Scheduling

/// Where a command writes the certificate of a timetable.
struct CertificateOption: ParsableArguments {
  @Option(
    name: .customLong("certificate"),
    help: help(
      zh: "另写一份证明文件：逐条核对硬规则和下限所需的全部数字",
      en: "Write a certificate too: all numbers by which hard rules and bounds can be checked one by one",
      "file"),
    completion: .file(extensions: ["jsonl"]))
  var file: String?

  /// Writes the certificate, one JSON object a line, or says that a broken timetable has none.
  func write(
    _ rows: [TimetableRow], of planner: Planner, bounds: LowerBounds?, weights: Weights,
    previous: [TimetableRow]?
  ) throws {
    guard let file else { return }
    guard
      let certificate = planner.certificate(for: rows, bounds: bounds, weights: weights, previous: previous)
    else {
      Console.note(
        Wording(
          zh: "没有写 \(file)：课表违反硬规则，无从证明",
          en: "\(file) was not written: the timetable breaks a hard rule, so there is nothing to certify"))
      return
    }
    var text = ""
    for line in certificate.lines { text += try JSONText.of(line, isOnOneLine: true) + "\n" }
    try Places.write(Array(text.utf8), to: file)
  }
}
