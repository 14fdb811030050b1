import Civil
import Cohorts
import FollowUp
import Foundation
import GRDB

/// The kinds of columns that ledgers are made of.
extension LedgerTable.Column {
  typealias Values = LedgerValues

  /// The column as its expressions give it.
  static func column(
    _ name: String, _ chinese: String, _ english: String, _ note: Wording?, from expressions: [String],
    _ read: @escaping @Sendable (Values) throws -> LedgerCell
  ) -> Self {
    let head = LedgerSheet.Column(
      name, Wording(zh: chinese, en: english), note: note ?? Wording(zh: "", en: ""))
    return Self(head: head, expressions: expressions, read: read)
  }

  static func text(
    _ name: String, _ expression: String, _ chinese: String, _ english: String, note: Wording? = nil
  ) -> Self {
    column(name, chinese, english, note, from: [expression]) { values in
      values.text().flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }
  }

  static func whole(
    _ name: String, _ expression: String, _ chinese: String, _ english: String, note: Wording? = nil
  ) -> Self {
    column(name, chinese, english, note, from: [expression]) { $0.whole().map(LedgerCell.whole) ?? .blank }
  }

  static func day(
    _ name: String, _ expression: String, _ chinese: String, _ english: String, note: Wording? = nil
  ) -> Self {
    column(name, chinese, english, note, from: [expression]) { values in
      values.whole().map { .day(CivilDate(daysSinceEpoch: $0)) } ?? .blank
    }
  }

  static func yuan(
    _ name: String, _ expression: String, _ chinese: String, _ english: String, note: Wording? = nil
  ) -> Self {
    column(name, chinese, english, note ?? Wording(zh: "元", en: "yuan"), from: [expression]) { values in
      values.whole().map { .money(Money(fen: $0)) } ?? .blank
    }
  }

  static let recorded = [
    day("recorded_on", "x.recordedOn", "登记日期", "recorded on"),
    text("recorded_by", "x.recordedBy", "登记人", "recorded by"),
  ]

  /// The number of the entry within its owner, its days, and which entry of the owner it takes the place of.
  static func entry(isBounded: Bool = true) -> [Self] {
    [day("from", "x.fromDay", "自", "holds from")]
      + (isBounded
        ? [
          day(
            "to", "x.toDay", "至", "holds through",
            note: Wording(zh: "空：至下一条生效为止", en: "blank: until an entry that begins later"))
        ] : [])
      + [
        whole(
          "corrects", "x.corrects", "更正第几条", "corrects number",
          note: Wording(
            zh: "同一对象中被本条取代的序号；本条内容为空即为撤销",
            en: "the number, of the same owner, that this takes the place of; a blank entry strikes it out"))
      ] + recorded
  }

  /// What proves the entry: kind, number with its middle hidden, issuer and day, and the file's digest.
  static func evidence(of id: String = "x.id") -> Self {
    column(
      "evidence", "证明材料", "evidence",
      Wording(
        zh: "材料种类、编号（隐去中间各位）、出具单位、日期、文件 SHA-256；几份以分号分隔",
        en:
          "kind, number with its middle hidden, issuer, day, SHA-256 of the file; several are parted by semicolons"
      ), from: [id]
    ) { values in
      guard let id = values.bytes() else { return .blank }
      let statement = try values.db.cachedStatement(
        sql: "SELECT * FROM evidence WHERE entryID = ? ORDER BY rowid")
      var papers: [String] = []
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() {
        let fields = RecordRow(table: "evidence", row: row, seal: values.seal)
        papers.append(try Records.evidence.value(fields).proof.withoutNumber)
      }
      return papers.isEmpty ? .blank : .text(papers.joined(separator: "; "))
    }
  }

  static func ventureKind(_ expression: String) -> Self {
    column(
      "counted_as", "统计类别", "counted as",
      Wording(
        zh: "enterprise 企业（家）；individualBusiness 个体工商户（户）；otherBody 其他组织；unregistered 未登记",
        en: "enterprise, individualBusiness, otherBody or unregistered; they are counted apart"),
      from: [expression]
    ) { values in
      let form = values.text().flatMap(LegalForm.init)
      return form.map { .text($0.kind.word) } ?? .blank
    }
  }
}

extension LegalForm.Kind {
  fileprivate var word: String {
    switch self {
    case .enterprise: "enterprise"
    case .individualBusiness: "individualBusiness"
    case .otherBody: "otherBody"
    case .unregistered: "unregistered"
    }
  }
}

extension Evidence {
  /// As anybody may read it.
  fileprivate var withoutNumber: String {
    let number = reference.isEmpty ? nil : MaskedIdentity.text(reference)
    let file = digest.map { "sha256:" + $0 }
    return [kind, number, issuer, issuedOn?.description, file].compactMap(\.self).joined(separator: " ")
  }
}
