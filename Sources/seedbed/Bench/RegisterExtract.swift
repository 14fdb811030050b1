import Civil
import Cohorts
import Courses
import FollowUp
import Interchange
import MadeUp

/// A made-up register as the authority's office hands it over, and its trainees as a centre has them on record.
struct RegisterExtract {
  /// The extract as a table; firms with several people stand in several rows.
  let bytes: [UInt8]
  /// Who of the register is which trainee, by the credit code of the firm.
  let truth: [MadeUpRegister.Person: String]
  let courses: RecordedCourses

  init(_ register: MadeUpRegister) {
    var writer = CSVWriter()
    writer.write(["统一社会信用代码", "企业名称", "法定代表人", "身份证号码", "联系电话", "行政区划", "成立日期", "登记状态"])
    var truth: [MadeUpRegister.Person: String] = [:]
    for (number, firm) in register.firms.enumerated() {
      let kind = number.isMultiple(of: 3) ? "91" : "92"
      let licence = CreditCode(prefix: kind, area: firm.area ?? .nation, body: "MA" + padded(number, 6))
      guard let code = licence?.code else { continue }
      for (place, person) in firm.people.enumerated() {
        writer.write([
          code, firm.name, person.name, person.identityKey ?? person.maskedIdentity?.text ?? "",
          firm.phone ?? "", firm.area.map { "\($0)" } ?? "", firm.registeredOn.map { "\($0)" } ?? "", "存续",
        ])
        if let trainee = register.truth[MadeUpRegister.Person(firm: firm.id, place: place)] {
          truth[MadeUpRegister.Person(firm: code, place: place)] = trainee
        }
      }
    }
    bytes = writer.bytes
    self.truth = truth
    courses = Self.courses(register.roster)
  }

  /// The trainees in classes, those of the same days in one.
  private static func courses(_ roster: [RosterPerson]) -> RecordedCourses {
    var courses = RecordedCourses()
    let byFirstDay = Dictionary(grouping: roster) { $0.trained?.lowerBound }
    for (day, people) in byFirstDay.sorted(by: {
      ($0.key?.daysSinceEpoch ?? 0) < ($1.key?.daysSinceEpoch ?? 0)
    }) {
      guard let day, let span = people.first?.trained else { continue }
      courses.classes.append(
        ClassRecord(
          id: "B\(day)", course: "SYB", courseName: "创办你的企业", programme: .syb, cohort: "graduate",
          cohortName: "示例学员", site: "示例培训点", area: "99", days: span, periods: 56,
          members: people.map { .init(trainee: $0.id, joinedOn: day) }))
      courses.trainees += people.map { person in
        TraineeRecord(
          Trainee(
            id: person.id, name: person.name, idNumber: person.identityKey, category: "graduate",
            area: person.area.map { "\($0)" }, phone: person.phones.first))
      }
    }
    return courses
  }
}
