import Civil
import Courses
import Mentors
import Testing

@testable import Interchange

/// How single cells are read.
@Suite struct CellTests {
  private func date(_ text: String) -> String? {
    var notes = CellNotes()
    return (try? CellReader<CivilDate>.date.read(text, &notes))?.description
  }

  private func whole(_ text: String, _ range: ClosedRange<Int> = 1...5000) -> (value: Int?, warnings: Int) {
    var notes = CellNotes()
    let value = try? CellReader<Int>.whole(range).read(text, &notes)
    return (value, notes.warnings.count)
  }

  @Test(arguments: [
    "2026-03-02", "2026/3/2", "2026.3.2", "2026.03.02", "2026年3月2日", "2026年03月02日", "2026年3月2号", "20260302",
    "２０２６－０３－０２", "46083", "46083.0", "'46083", "2026-03-02 00:00:00", "2026/3/2 0:00", "2026-03-02T00:00:00",
    "2026年3月2日 00:00",
  ])
  func `every form of a date that centres use is read`(text: String) {
    #expect(date(text) == "2026-03-02")
  }

  @Test func `a spreadsheet's serial is counted in Excel's 1900 system`() {
    #expect(date("45901") == "2025-09-01")
    #expect(date("36526") == "2000-01-01")
  }

  @Test(arguments: [
    "2026-02-30", "2026-13-01", "2026-2-29", "20261301", "26-3-2", "3/2/2026", "2026-03", "2026", "soon",
    "2026-03-02x",
    "2026-03-02 08:30", "2026--3-2", "-2026-3-2", "2026-03-02-04", "99999", "1", "", "99999999999999999999",
  ])
  func `what is no day is refused`(text: String) {
    #expect(date(text) == nil)
  }

  @Test func `an impossible day, a time and nonsense are told apart`() {
    #expect(DateText.read("2026-02-30") == .noSuchDay)
    #expect(DateText.read("2026-02-28 18:00") == .withTime)
    #expect(DateText.read("2026-02-28x") == .notADate)
  }

  @Test(arguments: [
    ("08:30", 510), ("8:30", 510), ("８：３０", 510), ("08:30:00", 510), ("8点30", 510), ("8点30分", 510),
    ("8时30分", 510),
    ("8点半", 510), ("8点", 480), ("0.354166666666667", 510), ("00:00", 0), ("23:59", 1439),
  ])
  func `every form of a time of day is read`(text: String, minutes: Int) {
    #expect(TimeText.read(text.folded)?.minutes == minutes)
  }

  @Test(arguments: [
    "24:00", "8:3", "8.30.1", "8:30:15", "noon", "", ":", "8:", "1.5", "-1:00", "8:60", "下午2:00",
  ])
  func `what is no time of day is refused`(text: String) {
    #expect(TimeText.read(text.folded) == nil)
  }

  @Test(arguments: [
    ("30", 30), ("３０", 30), ("30人", 30), ("1,200", 1200), ("1，200", 1200), ("30.0", 30), ("'30", 30),
    ("30 课时", 30),
    ("+30", 30), ("45分钟", 45),
  ])
  func `a number is read with its units and separators`(text: String, value: Int) {
    #expect(whole(text).value == value)
    #expect(whole(text).warnings == 0)
  }

  @Test(arguments: [
    ("30余", 30), ("30余人", 30), ("约30", 30), ("30多人", 30), ("2,200余人", 2200), ("30人左右", 30), ("近30人", 30),
  ])
  func `an approximate number is kept and flagged`(text: String, value: Int) {
    #expect(whole(text).value == value)
    #expect(whole(text).warnings == 1)
  }

  @Test(arguments: [
    "0余", "0余份", "-3", "9999", "3.5", "三十", "1,20", "12,34,567", "99999999999999999999", "人", "1e3", "NaN",
  ])
  func `an impossible number is refused`(text: String) {
    #expect(whole(text).value == nil)
  }

  @Test func `0余 is impossible even where nought is not`() {
    #expect(whole("0", 0...10).value == 0)
    #expect(whole("0余", 0...10).value == nil)
  }

  @Test func `lists are split at semicolons and enumeration commas`() throws {
    var notes = CellNotes()
    #expect(try CellReader<[String]>.list.read("a; b；c、d;;　", &notes) == ["a", "b", "c", "d"])
    #expect(notes.warnings.isEmpty)
    #expect(try CellReader<[String]>.list.read("a;a", &notes) == ["a"])
    #expect(notes.warnings.count == 1)
  }

  @Test(arguments: [
    ("高校毕业生", "graduate"), ("返乡农民工", "returning_migrant"), ("下岗失业人员", "laid_off"), ("laid-off", "laid_off"),
    ("Ｇｒａｄｕａｔｅ", "graduate"), ("退役军人", "veteran"), ("在职", "employed"), ("MIGRANT-RET", "returning_migrant"),
  ])
  func `official names of categories become their codes`(text: String, code: String) throws {
    var notes = CellNotes()
    #expect(try CellReader<String>.category.read(text, &notes) == code)
    #expect(notes.warnings.isEmpty)
  }

  @Test func `an unknown category is kept and told once`() throws {
    var notes = CellNotes()
    #expect(try CellReader<String>.category.read("航天员", &notes) == "航天员")
    #expect(try CellReader<String>.category.read("航天员", &notes) == "航天员")
    #expect(notes.warnings.count == 1)
  }

  @Test func `words of closed sets are read in both languages`() throws {
    var notes = CellNotes()
    #expect(try CellReader.word(Words.modes).read("坐班", &notes) == .office)
    #expect(try CellReader.word(Words.modes).read("上门", &notes) == .visit)
    #expect(try CellReader.word(Words.modes).read("线上", &notes) == .online)
    #expect(try CellReader.word(Words.programmes).read("syb", &notes) == .syb)
    #expect(try CellReader.roles.read("讲师、导师;expert", &notes) == [.lecturer, .mentor, .expert])
    #expect(throws: CellFault.self) { try CellReader.word(Words.modes).read("by post", &notes) }
  }

  @Test func `headers are known with notes in brackets, stars and line breaks`() {
    #expect("课时（节）".headerKeys.contains("课时"))
    #expect("最迟\n(latest) *".headerKeys.contains("latest"))
    #expect(" Max_Class_Size：".headerKey == "maxclasssize")
  }

  @Test func `identity numbers and phones are masked wherever they stand`() {
    #expect(Masking.shown("找 999999188003010016 吧") == "找 9****6 吧")
    #expect(Masking.shown("tel 19900000001") == "tel 1****1")
    #expect(Masking.shown("１９９０００００００１") == "1****1")
    #expect(Masking.shown("199-0000-0001") == "1****1")
    #expect(Masking.shown("20260302") == "20260302")
    #expect(Masking.shown("C-2026-0012") == "C-2026-0012")
    #expect(Masking.shown("202603020001") == "202603020001")
    #expect(Masking.shown("a\u{0}b\u{7}") == "a b ")
    #expect(Masking.shown(String(repeating: "长", count: 100)).count == 61)
  }

  @Test func `an account's number is digits, and one that a spreadsheet has rounded is refused`() {
    func number(_ text: String) -> String? {
      var notes = CellNotes()
      return try? CellReader<String>.accountNumber.read(text, &notes)
    }
    #expect(number("'6222 0000 0000 0000") == "6222 0000 0000 0000" && number("６２２２") == "6222")
    #expect(number("6.22202E+18") == nil && number("工行") == nil)
  }
}
