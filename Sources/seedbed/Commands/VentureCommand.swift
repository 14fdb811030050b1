import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange

/// What can be done with ventures.
struct VentureCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "venture",
      abstract: text(zh: "创业实体：登记、变更、比对、查看", en: "Ventures: add, change, match, show"),
      subcommands: [
        VentureAdd.self, VentureChangeCommand.self, VentureImport.self, VentureMatch.self, VentureShow.self,
      ])
  }
}

/// What is said of a venture itself, when it is added and when it changes.
struct VentureOptions: ParsableArguments {
  @Option(help: help(zh: "名称", en: "Its name", "name"))
  var name: String?

  @Option(
    help: help(
      zh: "创办人的学员编号，可给多个；二次创业写成 T0001:2",
      en: "A founder's trainee id, repeatable; T0001:2 for a second venture",
      "id"))
  var founder: [String] = []

  @Option(
    name: .customLong("form"),
    help: help(zh: "法律形态，如 个体工商户、有限责任公司", en: "Legal form, as individual_business, limited_company", "form"))
  var legalForm: String?

  @Option(
    help: help(
      zh: "统一社会信用代码或 15 位注册号；“尚未办照”“免予登记”", en: "Credit code or old number of 15 digits; 'none', 'exempt'",
      "number"))
  var licence: String?

  @Option(help: help(zh: "登记日期", en: "Day of registration", "date"))
  var registeredOn: String?

  @Option(help: help(zh: "行业代码，如 H6210", en: "Industry (GB/T 4754), as H6210", "code"))
  var industry: String?

  @Option(help: help(zh: "所在区域的区划代码", en: "The code of its area", "code"))
  var area: String?

  @Option(help: help(zh: "创办资金（元）", en: "Start-up cost in yuan", "yuan"))
  var cost: String?

  @Option(help: help(zh: "入驻的孵化基地", en: "The incubator it sits in", "name"))
  var incubator: String?

  @Option(help: help(zh: "经营地址", en: "Where it does its business", "text"))
  var address: String?

  @Option(help: help(zh: "联系电话", en: "Its telephone", "number"))
  var phone: String?

  /// The founders as typed.
  func founders() throws -> [Venture.Founder] {
    try founder.map { text in
      let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "：" }
      guard let person = parts.first else {
        throw ValidationError(seedbed.text(zh: "--founder：编号为空", en: "--founder: a blank id"))
      }
      guard parts.count == 2 else { return Venture.Founder(person: String(person)) }
      guard let attempt = Int(parts[1]), (1...99).contains(attempt) else {
        throw ValidationError(
          seedbed.text(
            zh: "--founder：“\(text)”应写成 T0001 或 T0001:2", en: "--founder: write '\(text)' as T0001 or T0001:2"
          ))
      }
      return Venture.Founder(person: String(person), attempt: attempt)
    }
  }

  func form() throws -> LegalForm? {
    try Typed.word(legalForm, "--form", LegalForm.allCases.map(\.name), FollowUpWords.legalForm)
  }

  func registration() throws -> Venture.Registration? {
    guard licence != nil || registeredOn != nil else { return nil }
    do throws(Venture.Registration.Flaw) {
      return try Venture.Registration(
        licence ?? "", on: (try? Typed.day(registeredOn, "--registered-on")) ?? nil)
    } catch {
      throw ValidationError(
        text(
          zh: "--licence：\(error.problem.chinese)；\(error.remedy.chinese)",
          en: "--licence: \(error.problem.english); \(error.remedy.english)"))
    }
  }

  func readIndustry() throws -> Industry? {
    guard let industry else { return nil }
    guard let read = Industry(industry.uppercased()) else {
      throw ValidationError(
        text(
          zh: "--industry：“\(industry)”不是 GB/T 4754-2017 的大类及以下代码，如 H62、H6210",
          en: "--industry: '\(industry)' is no division of GB/T 4754-2017 or finer, such as H62, H6210"))
    }
    return read
  }

  func check() throws {
    _ = try (founders(), form(), readIndustry(), Typed.money(cost, "--cost"))
    _ = try (Typed.day(registeredOn, "--registered-on"), Typed.area(area))
    try Typed.notBlank(name, "--name")
    _ = try registration()
  }
}
