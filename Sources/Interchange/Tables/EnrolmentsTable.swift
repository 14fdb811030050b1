import Cohorts

extension Tables {
  static let enrolments = TableDescription<Enrolment>(
    TableTitle(
      "enrolments", "报名", or: ["enrolment", "enrollments", "enrollment", "报名表", "学员分班"], absence: .isOdd),
    key: ["class", "trainee"],
    references: [
      Reference("class", in: .classes) { [$0.classID] },
      Reference("trainee", in: .trainees) { [$0.trainee] },
    ],
    columns: Column<String>("class", "班级", or: ["班级编号", "班号", "班次"], .id),
    Column<String>("trainee", "学员", or: ["学员编号", "学号"], .id),
    make: Enrolment.init(classID:trainee:))
}
