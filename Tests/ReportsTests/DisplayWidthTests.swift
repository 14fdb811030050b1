import Reports
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("课表", 4), ("S3-A1路演厅", 11), ("，。（）", 8), ("e\u{301}", 1), ("…", 1), ("┌─┐", 3),
    ("ｱ", 1), ("Ａ", 2), ("🌱", 2), ("𠮷", 2),
  ])
  func `a Chinese character takes two columns`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("课表草案", 8, "课表草案"), ("课表草案", 7, "课表草…"), ("课表草案", 6, "课表…"), ("timetable", 5, "time…"), ("课", 1, "…"),
    ("课", 0, ""),
  ])
  func `what is too wide is cut with an ellipsis`(text: String, width: Int, cut: String) {
    #expect(DisplayWidth.truncated(text, to: width) == cut)
    #expect(DisplayWidth.of(DisplayWidth.fitted(text, to: width)) == width)
  }

  @Test func `Chinese breaks anywhere but before punctuation and English at blanks`() {
    #expect(DisplayWidth.lines(of: "课次不在假日，也不重叠", width: 12) == ["课次不在假", "日，也不重叠"])
    #expect(DisplayWidth.lines(of: "no session on a holiday", width: 12) == ["no session", "on a holiday"])
    #expect(DisplayWidth.lines(of: "第1步 SYB课程", width: 8, indent: 2) == ["第1步", "  SYB课", "  程"])
  }

  @Test func `what opens ends no line, and what closes begins none`() {
    #expect(DisplayWidth.lines(of: "存活率（存活1年）", width: 8) == ["存活率", "（存活1", "年）"])
    #expect(DisplayWidth.lines(of: "“金点子”", width: 6) == ["“金点", "子”"])
    #expect(DisplayWidth.lines(of: "占（SYB）", width: 6) == ["占", "（SYB）"])
  }

  @Test func `a word wider than the line stands alone`() {
    #expect(DisplayWidth.lines(of: "a extraordinarily b", width: 6) == ["a", "extraordinarily", "b"])
  }
}
