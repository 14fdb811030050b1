import Civil

extension LedgerSheet {
  /// The days off and make-up days by which working days are counted.
  static let calendar = LedgerSheet(
    "calendar", Wording(zh: "节假日和调休", en: "Days off and make-up days"),
    row: Wording(
      zh: "一个放假日或调休上班日；其余周一至周五上班，周六、周日休息",
      en: "a day off or a make-up working day; else Monday to Friday are worked, Saturday and Sunday are not"),
    columns: [
      Column("date", Wording(zh: "日期", en: "date")),
      Column(
        "kind", Wording(zh: "种类", en: "kind"),
        note: Wording(
          zh: "holiday 放假；makeUpDay 调休上班；同日两种都有的为放假",
          en: "holiday or makeUpDay; a day that is both is a holiday")),
      Column("name", Wording(zh: "名称", en: "name")),
      Column(
        "provisional", Wording(zh: "暂定", en: "provisional"),
        note: Wording(zh: "1 当年放假通知尚未公布；0 已公布", en: "1 while the notice of the year is not out, else 0")),
    ])
}

extension WorkingCalendar {
  /// The marked days as rows of a ledger.
  var ledgerRows: [[LedgerCell]] {
    marked.map { date, mark in
      [.day(date), .text(mark.kind.rawValue), .text(mark.name), .whole(mark.isProvisional ? 1 : 0)]
    }
  }
}
