import ArgumentParser
import Centre
import Civil

/// `class certificate`: one certificate entered by hand, corrected, issued anew or struck out.
struct ClassCertificate: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "certificate",
      abstract: text(
        zh: "登记、更正、补发或作废一张证书", en: "Enter, correct, issue anew or strike out a certificate"),
      discussion: text(
        zh: "更正、补发和作废都须写明原因；原编号留在台账里，可在 class show 和 trainee show 查到。",
        en:
          "Whatever takes the place of a certificate needs a reason; the old number stays in the ledger, where "
          + "'class show' and 'trainee show' tell it."))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "证书编号", en: "The certificate's number", "number"))
  var number: String?

  @Option(
    help: help(
      zh: "发证日期（默认：原证书的日期，没有则为今天）", en: "The day of issue (default: the old one's, else today)", "date"))
  var issued: String?

  @Option(help: help(zh: "更正、补发或作废的原因", en: "Why it is corrected, issued anew or struck out", "text"))
  var reason: String?

  @Flag(help: help(zh: "作废，不另发证", en: "Strike it out without another"))
  var strikeOut = false

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(issued, "--issued")
    if (number == nil) != strikeOut {
      throw ValidationError(
        text(zh: "请给出 --number 或 --strike-out", en: "give either --number or --strike-out"))
    }
    if strikeOut, reason == nil {
      throw ValidationError(text(zh: "作废须用 --reason 写明原因", en: "--strike-out needs a --reason"))
    }
    for (text, option) in [(number, "--number"), (reason, "--reason")] { try Typed.notBlank(text, option) }
  }

  func run() throws {
    let centre = try Centres.open(options)
    guard let number else {
      let struck = try centre.strikeOutCertificate(of: trainee, in: classID, reason: reason ?? "")
      Console.write(
        Wording(
          zh: "已作废：学员“\(trainee)”的证书 \(struck)", en: "struck out: certificate \(struck) of trainee \(trainee)"
        ))
      return
    }
    let old = try centre.enterCertificate(
      number, issuedOn: Typed.day(issued, "--issued"), to: trainee, of: classID, reason: reason)
    Console.write(
      old.map { old in
        Wording(
          zh: "已更正：学员“\(trainee)”的证书 \(old) 改为 \(number)，原编号留在台账",
          en:
            "corrected: certificate \(old) of trainee \(trainee) is now \(number); the old number stays in the ledger"
        )
      }
        ?? Wording(
          zh: "已登记：学员“\(trainee)”的证书 \(number)", en: "recorded: certificate \(number) of trainee \(trainee)"))
  }
}
