package import Civil

/// How a region writes the unified numbers of certificates: a mask such as `CY####{year}######`.
///
/// `{year}` stands for the year of issue, `#` for a digit, `@` for a capital letter; anything else for itself.
package struct CertificateFormat: Hashable, Sendable {
  package let mask: String

  package init(_ mask: String) {
    self.mask = mask
  }

  /// Whether a number, issued on a day, is written so.
  package func matches(_ number: String, issuedOn date: CivilDate) -> Bool {
    let year = String(date.year)
    let places = Array(mask.replacing("{year}", with: String(repeating: "0", count: 4 - year.count) + year))
    let characters = Array(number)
    // A year is digits, which stand for themselves.
    return places.count == characters.count
      && zip(places, characters).allSatisfy { place, character in
        switch place {
        case "#": ("0"..."9").contains(character)
        case "@": ("A"..."Z").contains(character)
        default: place == character
        }
      }
  }
}

/// What is wrong with a certificate that is to be recorded.
package enum CertificateFlaw: Hashable, Sendable {
  /// The number belongs to somebody's certificate already, or stands twice in what is recorded.
  case numberTaken(classID: String, trainee: String)
  case otherNumber(String)
  case notWrittenAs(CertificateFormat)
  case notCompleted(Completion.Verdict)
  case beforeEnd(CivilDate)
  case inFuture

  package var text: Wording {
    switch self {
    case .numberTaken(let classID, let trainee):
      Wording(
        zh: "证书编号已用于班级“\(classID)”学员“\(trainee)”，编号不得重复，请核对",
        en:
          "the number is that of trainee \(trainee) in class \(classID): numbers are unique, compare the papers"
      )
    case .otherNumber(let number):
      Wording(
        zh: "该学员在本班已有证书 \(number)；确为更正时请注明更正",
        en: "the trainee has certificate \(number) of this class: say so if it is a correction")
    case .notWrittenAs(let format):
      Wording(
        zh: "证书编号不符合规定格式 \(format.mask)（{year} 为年份，# 为数字，@ 为大写字母）",
        en: "not written as \(format.mask) ({year} the year, # a digit, @ a capital letter)")
    case .notCompleted(let verdict):
      Wording(
        zh: "考核结果为“\(verdict.name.chinese)”，不能发证", en: "the trainee's verdict is: \(verdict.name.english)")
    case .beforeEnd(let end):
      Wording(zh: "发证日期早于结业日期 \(end)", en: "issued before the class ended on \(end)")
    case .inFuture: Wording(zh: "发证日期在将来", en: "issued in the future")
    }
  }
}

extension [Certificate] {
  /// What is wrong with one more certificate beside these, the centre's own.
  ///
  /// `end` is the last day of the class where it is known. A correction is judged beside those that will stand.
  package func flaws(
    ofAdding new: Certificate, completion: Completion.Verdict, end: CivilDate?, format: CertificateFormat?,
    today: CivilDate
  ) -> [CertificateFlaw] {
    var flaws: [CertificateFlaw] = []
    let isSame = { (one: Certificate) in one.classID == new.classID && one.trainee == new.trainee }
    if let other = first(where: { $0.number == new.number && !isSame($0) }) {
      flaws.append(.numberTaken(classID: other.classID, trainee: other.trainee))
    }
    let own = filter(isSame).enumerated()
      .max { ($0.element.recordedOn, $0.offset) < ($1.element.recordedOn, $1.offset) }?.element
    if let own, own.number != new.number { flaws.append(.otherNumber(own.number)) }
    if let format, !format.matches(new.number, issuedOn: new.issuedOn) { flaws.append(.notWrittenAs(format)) }
    if completion != .completed { flaws.append(.notCompleted(completion)) }
    if let end, new.issuedOn < end { flaws.append(.beforeEnd(end)) }
    if new.issuedOn > today { flaws.append(.inFuture) }
    return flaws
  }
}
