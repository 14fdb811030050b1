import ArgumentParser
import Civil
import Interchange

/// Whether a file with errors is stored as far as it is sound.
struct PartialOption: ParsableArguments {
  @Flag(help: help(zh: "有错误的行除外，其余照样存入", en: "Store the sound rows though others have errors"))
  var partial = false
}

/// How a file of records is taken in.
struct IntakeOptions: ParsableArguments {
  @OptionGroup var sound: PartialOption

  var partial: Bool { sound.partial }

  @Flag(help: help(zh: "与档案不一致的，以文件为准", en: "Where the record says otherwise, take what the file says"))
  var replace = false

  @Flag(name: .customLong("dry-run"), help: help(zh: "只检查，不存入", en: "Only look; store nothing"))
  var dryRun = false
}

/// What all commands do that take in a file: tell all that is wrong, and store nothing unless it may be stored.
enum FileIntake {
  /// Tells the problems of a file; throws where nothing may be stored.
  static func check<Row>(_ reading: FileReading<Row>, _ options: IntakeOptions) throws {
    try check(reading.problems, partial: options.partial)
  }

  /// Tells the problems of files; throws where nothing may be stored.
  static func check(_ problems: [ImportProblem], partial: Bool) throws {
    for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
    guard problems.contains(where: \.isError), !partial else { return }
    throw Failure(
      Wording(
        zh: "\(ProblemList.tally(problems).chinese)；没有存入任何内容，请更正后重试，或加 --partial 只存正确的行",
        en: "\(ProblemList.tally(problems).english); nothing was stored: correct them, "
          + "or store the sound rows with --partial"))
  }

  /// Ends with the status of what was left out where rows were, though all else was done.
  static func end(isWhole: Bool) throws {
    if !isWhole { throw ExitCode.incomplete }
  }

  /// Tells what the record has otherwise; throws where nothing may be stored.
  static func settle(_ conflicts: [Wording], _ options: IntakeOptions) throws {
    for conflict in conflicts {
      Console.note(
        Wording(zh: "不一致：\(conflict.chinese)", en: "conflict: \(conflict.english)"))
    }
    guard !conflicts.isEmpty, !options.replace, !options.partial else { return }
    throw Failure(
      Wording(
        zh: "有 \(conflicts.count) 处与档案不一致；没有存入任何内容。以文件为准请加 --replace，跳过这些行请加 --partial",
        en:
          "conflicts with the record: \(conflicts.count); nothing was stored. Take the file's side with --replace, "
          + "or leave those rows out with --partial"))
  }
}
