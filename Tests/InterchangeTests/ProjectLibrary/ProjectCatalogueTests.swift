import Civil
import Foundation
import ProjectLibrary
import Testing

@testable import Interchange

@Suite struct ProjectCatalogueTests {
  private let date = CivilDate(daysSinceEpoch: 20_778)

  private func page(_ projects: [Project], _ language: Language = .chinese) -> String {
    let catalogue = ProjectCatalogue(
      projects, title: Wording(zh: "示例区创业项目指导目录", en: "Project catalogue"), date: date)
    return String(decoding: catalogue.write(in: language), as: UTF8.self)
  }

  private func demo() throws -> [Project] {
    try ProjectFile.read(
      Fixture.bytes("projects/projects.csv"), file: "projects.csv", rule: nil, today: date
    ).rows.map(\.row)
  }

  private func project(
    name: String = "示例", summary: String = "示例", source: String = "张三", investment: ClosedRange<Money>? = nil
  ) -> Project {
    Project(
      id: "P1", name: name, summary: summary, source: source, owner: "示例局", industry: Industry("H62"),
      investment: investment, fit: ["graduate"], collectedOn: date)
  }

  @Test func `every project stands in the page once, under its section of industry`() throws {
    let projects = try demo()
    let html = page(projects)
    #expect(html.components(separatedBy: "<article ").count - 1 == projects.count)
    let divisions = Set(projects.compactMap { $0.industry?.division })
    let sections = Set(projects.compactMap { $0.industry?.section })
    #expect(html.components(separatedBy: "<section data-industry>").count - 1 == sections.count)
    #expect(html.contains("共 64 个项目，涵盖 \(divisions.count) 个行业大类"))
  }

  @Test func `the page fetches nothing and what a project says is only text`() {
    let html = page([project(name: "<script src=\"http://example.org/x.js\">", summary: "A & B 'quoted'")])
    #expect(!html.contains("<script src") && html.contains("&lt;script src=&quot;http:"))
    #expect(html.contains("A &amp; B &#39;quoted&#39;"))
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("<link") && !html.contains("<img") && !html.contains("@import"))
  }

  @Test func `who handed a project in is not published`() {
    #expect(!page([project(source: "示例居民甲")]).contains("示例居民甲"))
  }

  @Test func `money is written as each language does`() {
    let range = Money(yuan: 35_000)...Money(yuan: 80_000)
    #expect(page([project(investment: range)]).contains("<dd>3.5万–8万元</dd>"))
    #expect(page([project(investment: range)], .english).contains("<dd>¥35,000–80,000</dd>"))
    let exact = Money(yuan: 5000)...Money(yuan: 5000)
    #expect(page([project(investment: exact)]).contains("<dd>5,000元</dd>"))
  }

  @Test func `a catalogue of nothing is a page that says so`() {
    #expect(page([]).contains("共 0 个项目"))
    #expect(page([], .english).contains("lang=\"en\""))
  }
}
