import Civil
import Courses
import Interchange
import Testing

@Suite struct AttendanceFileTests {
  private let members = ClassMembers(classID: "C1", names: ["T1": "虚构甲", "T2": "虚构乙", "T3": "虚构乙"])

  private func held() throws -> [HeldHalfDay] {
    let days = [try #require(CivilDate("2026-03-02")), try #require(CivilDate("2026-03-03"))]
    return [
      HeldHalfDay(HalfDay(date: days[0], block: "AM"), periods: 4),
      HeldHalfDay(HalfDay(date: days[0], block: "PM"), periods: 4),
      HeldHalfDay(HalfDay(date: days[1], block: "AM"), periods: 2),
    ]
  }

  private func read(_ text: String) throws -> FileReading<AttendanceMark> {
    try AttendanceFile.read(Array(text.utf8), file: "kq.csv", members: members, held: try held())
  }

  private func marks(_ reading: FileReading<AttendanceMark>) -> [String] {
    reading.rows.map(\.row).map { "\($0.trainee) \($0.halfDay.date) \($0.halfDay.block) \($0.periods)" }
  }

  private func texts(_ reading: FileReading<AttendanceMark>) -> [String] {
    reading.problems.map { $0.text(in: .english) }
  }

  @Test func `the signed sheet is read as it was printed`() throws {
    let reading = try read(
      """
      示例班考勤册,,,,
      序号,学员编号,姓名,2026-03-02 上午,3月2日下午,2026-03-03 上午,应到课时,实到课时,出勤率,备注
      1,T1,虚构甲,√,3,,10,7,70%,
      2,T2,虚构乙,虚构甲,请假,,10,,,
      3,T3,虚构乙,,√,,,,,
      讲师签字：,,,班主任签字：,
      """)
    #expect(reading.isSound)
    #expect(
      marks(reading) == [
        "T1 2026-03-02 AM 4", "T2 2026-03-02 AM 4", "T3 2026-03-02 AM 0", "T1 2026-03-02 PM 3",
        "T2 2026-03-02 PM 0", "T3 2026-03-02 PM 4",
      ])
    #expect(texts(reading).contains { $0.contains("blank boxes in marked columns: 1") })
  }

  @Test func `a long sheet goes on below with a header of its own`() throws {
    let reading = try read(
      "考勤册（1/2）\n序号,学员编号,姓名,3/2 上午\n1,T1,虚构甲,√\n\n考勤册（2/2）\n序号,学员编号,姓名,3/3 上午\n1,T1,虚构甲,1\n")
    #expect(reading.problems == [])
    #expect(marks(reading) == ["T1 2026-03-02 AM 4", "T1 2026-03-03 AM 1"])
  }

  @Test func `the long form gives the same`() throws {
    let reading = try read("学员编号,日期,时段,课时\nT1,2026.3.2,上午,4\nT2,2026-03-03,AM,2\n")
    #expect(texts(reading) == [])
    #expect(marks(reading) == ["T1 2026-03-02 AM 4", "T2 2026-03-03 AM 2"])
  }

  @Test func `half days that were not held, people who are not there and odd marks are told`() throws {
    let sheet = try read("姓名,2026-03-02 上午,2026-03-07 上午\n虚构甲,？,√\n虚构乙,√,√\n虚构丙,√,√\n")
    #expect(
      texts(sheet) == [
        "kq.csv:1: 2026-03-07 上午: the class was not taught in that half day: expected a half day of the class, such as '2026-03-02 AM'",
        "kq.csv:3: 姓名 (name): 2 trainees of that name in the class: add a column trainee: T2, T3",
        "kq.csv:4: 姓名 (name): no such trainee in the class: expected a trainee of class C1",
        "kq.csv:2: 2026-03-02 上午: not a mark of attendance, found ？: expected √, ×, or a number of periods from 0 to 4",
      ])
    let long = try read(
      "学员编号,日期,时段,课时\nT1,2026-03-02,EVE,3\nT1,2026-03-03,AM,4\nT1,2026-03-02,AM,4\nT1,2026-03-02,上午,2\n")
    #expect(marks(long) == ["T1 2026-03-02 AM 4"])
    #expect(texts(long).count == 3)
  }

  @Test func `what is recorded otherwise is a conflict`() throws {
    let recorded = Attendance(
      classID: "C1", trainee: "T1", date: try held()[0].halfDay.date, block: "AM", periods: 2,
      recordedOn: try held()[2].halfDay.date, recordedBy: "录入员甲")
    let book = AttendanceBook(
      classID: "C1", held: try held(), records: [recorded], knownOn: try held()[2].halfDay.date)
    let marks = try read("学员编号,日期,时段,课时\nT1,2026-03-02,AM,4\nT1,2026-03-02,PM,4\n").rows.map(\.row)
    let compared = book.compared(with: marks)
    #expect((compared.new.count, compared.known.count, compared.conflicts.count) == (1, 0, 1))
    #expect(compared.conflicts[0].text.chinese.hasPrefix("学员“T1”2026-03-02 上午：已登记 2 课时"))
  }
}
