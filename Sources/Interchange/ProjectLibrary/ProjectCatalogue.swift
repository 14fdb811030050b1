package import Civil
import Cohorts
package import ProjectLibrary

/// The public catalogue of projects (创业项目指导目录): one HTML file that needs nothing else.
///
/// It can be searched and filtered where scripts run, and reads and prints as a whole list where they do not. Who
/// handed a project in is not shown: it may be a private person.
package struct ProjectCatalogue: Sendable {
  package let title: Wording
  /// Whom to ask, as it stands below the title.
  package let contact: Wording?
  package let date: CivilDate
  package let projects: [Project]

  /// A catalogue of projects in any order, as of a date.
  package init(_ projects: [Project], title: Wording, contact: Wording? = nil, date: CivilDate) {
    self.title = title
    self.contact = contact
    self.date = date
    self.projects = projects.sorted {
      ($0.industry?.division ?? 100, $0.name, $0.id) < ($1.industry?.division ?? 100, $1.name, $1.id)
    }
  }

  /// The file, UTF-8; the same catalogue gives the same bytes.
  package func write(in language: Language) -> [UInt8] {
    let text = CatalogueText(language: language)
    let safe = ReportPage.escaped
    var html = "<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-CN" : "en")\">\n<head>\n"
    html += "<meta charset=\"utf-8\">\n"
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    // Nothing is fetched from anywhere, whatever a project's text may hold.
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    html += "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    html +=
      "<title>\(safe(title[language]))</title>\n<style>\(CataloguePage.style)</style>\n</head>\n<body>\n"
    html += "<header><h1>\(safe(title[language]))</h1>\n<p>\(safe(text.summary(projects, date)))</p>\n"
    if let contact { html += "<p>\(safe(contact[language]))</p>\n" }
    html += "</header>\n" + filters(text) + "<main id=\"projects\">\n"
    var letter: String?
    for project in projects {
      let own = project.industry.map { "\($0.section)" } ?? ""
      if own != letter {
        if letter != nil { html += "</div>\n</section>\n" }
        letter = own
        let name = project.industry?.sectionName ?? CatalogueText.otherIndustry
        html +=
          "<section data-industry>\n<h2>\(safe("\(own) \(name[language])"))</h2>\n<div class=\"cards\">\n"
      }
      html += article(project, text)
    }
    if letter != nil { html += "</div>\n</section>\n" }
    html += "</main>\n<p id=\"none\" hidden>\(safe(text.nothing))</p>\n"
    html += "<footer><p>\(safe(text.advice))</p></footer>\n"
    html += "<script>\(CataloguePage.script)</script>\n</body>\n</html>\n"
    return Array(html.utf8)
  }

  /// The form, hidden until the script runs: without it nothing would come of it.
  private func filters(_ text: CatalogueText) -> String {
    let safe = ReportPage.escaped
    func select(_ id: String, _ label: String, _ options: [(value: String, name: String)]) -> String {
      var html = "<label>\(safe(label))<select id=\"\(id)\"><option value=\"\">\(safe(text.all))</option>"
      for one in options { html += "<option value=\"\(safe(one.value))\">\(safe(one.name))</option>" }
      return html + "</select></label>\n"
    }
    let sections = Set(projects.compactMap { $0.industry?.section }).sorted()
    let names = Dictionary(
      Industry.sections.map { ($0.letter, $0.name) }, uniquingKeysWith: { first, _ in first })
    let codes = Set(projects.flatMap(\.fit)).sorted()
    return "<form id=\"filters\" role=\"search\" aria-label=\"\(safe(text.search))\" hidden>\n"
      + "<label class=\"wide\">\(safe(text.search))<input type=\"search\" id=\"words\" "
      + "placeholder=\"\(safe(text.searchHint))\"></label>\n"
      + select(
        "section", text.industry,
        sections.map { ("\($0)", "\($0) " + (names[$0]?[text.language] ?? "")) })
      + select("money", text.investment, text.moneySteps)
      + select("fit", text.fit, codes.map { ($0, CatalogueText.category($0)[text.language]) })
      + "<label class=\"tick\"><input type=\"checkbox\" id=\"tech\">\(safe(text.highTech))</label>\n"
      + "<button type=\"reset\">\(safe(text.reset))</button>\n"
      + "<p id=\"count\" aria-live=\"polite\" data-of=\"\(safe(text.countPattern))\"></p>\n</form>\n"
  }

  private func article(_ project: Project, _ text: CatalogueText) -> String {
    let safe = ReportPage.escaped
    let low = project.investment.map { "\($0.lowerBound.fen / 100)" } ?? ""
    var html =
      "<article data-section=\"\(project.industry.map { "\($0.section)" } ?? "")\" data-low=\"\(low)\""
    html +=
      " data-fit=\"\(safe(project.fit.joined(separator: " ")))\"\(project.isHighTech ? " data-tech" : "")>\n"
    html += "<h3>\(safe(project.name))"
    if project.kind == .idea {
      html += " <span class=\"mark\">\(safe(project.kind.name[text.language]))</span>"
    }
    if project.isHighTech { html += " <span class=\"mark\">\(safe(text.highTech))</span>" }
    html += "</h3>\n<p>\(safe(project.summary))</p>\n<dl>\n"
    for (name, value) in text.particulars(of: project) {
      html += "<div><dt>\(safe(name))</dt><dd>\(safe(value))</dd></div>\n"
    }
    return html + "</dl>\n</article>\n"
  }
}
