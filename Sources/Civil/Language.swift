/// The two languages that every text for a user exists in.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that the environment asks for: LC_ALL, LC_MESSAGES, then LANG; Chinese when it starts with `zh`.
  package init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.filter { !$0.isEmpty }
    self = names.first?.hasPrefix("zh") == true ? .chinese : .english
  }
}

/// One text for a user, in both languages.
package struct Wording: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

extension Sequence<Wording> {
  /// The texts as clauses of one, parted by semicolons.
  package var joined: Wording {
    Wording(zh: map(\.chinese).joined(separator: "；"), en: map(\.english).joined(separator: "; "))
  }
}
