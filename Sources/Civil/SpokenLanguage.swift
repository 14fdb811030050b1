/// Languages and dialects (方言) that people speak, each under one name.
package enum SpokenLanguage {
  /// The common language (普通话), which nearly every mentor speaks.
  package static let putonghua = "普通话"

  /// What people call it besides.
  private static let others: Set<String> = [
    "putonghua", "mandarin", "国语", "汉语普通话", "普通話", "standard chinese",
  ]

  /// The name by which a language is compared: one for the common language, the text itself for all others.
  package static func named(_ text: String) -> String {
    text == putonghua || others.contains(text.lowercased()) ? putonghua : text
  }
}
