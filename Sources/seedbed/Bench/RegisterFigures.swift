import Centre
import Civil
import FollowUp
import Foundation
import Interchange
import MadeUp
import Reports

/// What linking one made-up register came to, from the file to the ventures.
struct RegisterFigures {
  static let heads = [
    Wording(zh: "种子", en: "seed"), Wording(zh: "登记主体", en: "firms"), Wording(zh: "学员", en: "trainees"),
    Wording(zh: "真实关联", en: "true links"), Wording(zh: "确定", en: "exact"),
    Wording(zh: "确定的准确率", en: "precision of exact"), Wording(zh: "召回率（含待核实）", en: "recall, listed too"),
    Wording(zh: "读入 s", en: "read s"), Wording(zh: "比对 s", en: "compare s"),
    Wording(zh: "写出 s", en: "write s"), Wording(zh: "采纳 s", en: "accept s"),
    Wording(zh: "合计 s", en: "all s"), Wording(zh: "内存 MB", en: "memory MB"),
  ]

  let cells: [String]

  /// Measures in a folder of its own: reads the extract, compares it, writes the proposals and accepts the exact ones.
  init(seed: UInt64, trainees: Int, firms: Int, folder: String, calendars: String) throws {
    // After the last day of the register, so that all of it is known.
    let made = try MadeUpCentre(
      path: folder + "/register-\(seed).sqlite", calendars: calendars,
      today: CivilDate(daysSinceEpoch: 21_200))
    let file = folder + "/register-\(seed).csv"
    let truth = try Self.prepare(made, seed, trainees: trainees, firms: firms, file: file)

    ProcessMemory.forgetPeak()
    let (reading, read) = try Stopwatch.time {
      try made.centre.readRegister(Places.read(file), file: Places.name(of: file))
    }
    let (match, compare) = try Stopwatch.time { try made.centre.match(reading) }
    let (_, write) = try Stopwatch.time {
      try ReportFormat.csv.write(
        match.report, in: .chinese, written: made.today, to: folder + "/proposals-\(seed).csv")
    }
    let (codes, accept) = try Stopwatch.time {
      try made.centre.acceptExact(match, source: Places.name(of: file), calendar: made.calendar)
    }
    let measure = LinkageMeasure(match.linking.proposals, truth: truth)
    guard codes.count == measure.exact, reading.rows.count == firms else {
      throw Failure(
        Wording(
          zh: "测量中断：读入 \(reading.rows.count) 户，采纳 \(codes.count) 条，与应有数不符",
          en: "the measurement broke off: \(reading.rows.count) firms read, \(codes.count) links accepted"))
    }
    cells = [
      "\(seed)", "\(firms)", "\(trainees)", "\(measure.links)", "\(measure.exact)",
      Self.share(measure.precision), Self.share(measure.recall), Numbers.seconds(read),
      Numbers.seconds(compare), Numbers.seconds(write), Numbers.seconds(accept),
      Numbers.seconds(read + compare + write + accept), "\(ProcessMemory.peakKilobytes >> 10)",
    ]
  }

  /// Puts the trainees on record and the extract into a file; who is who.
  private static func prepare(
    _ made: MadeUpCentre, _ seed: UInt64, trainees: Int, firms: Int, file: String
  ) throws -> [MadeUpRegister.Person: String] {
    let extract = RegisterExtract(MadeUpRegister(seed: seed, trainees: trainees, firms: firms))
    try made.centre.record(extract.courses)
    try Places.write(extract.bytes, to: file)
    return extract.truth
  }

  private static func share(_ value: Double) -> String {
    String(format: "%.4f", value)
  }
}
