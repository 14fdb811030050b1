import ArgumentParser

/// What can be done with classes on record.
struct ClassCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "class",
      abstract: text(
        zh: "班级：编班建议、流程、考勤、结业、补贴申领", en: "Classes: proposals, steps, attendance, completion, claims"),
      discussion: text(
        zh: "课表发布后，班级即有档案。花名册、考勤册、申领材料等用 report write 写出。",
        en:
          "A class is on record once its timetable is published. Its rosters and papers come from 'report write'."
      ),
      subcommands: [
        ClassList.self, ClassShow.self, ClassStateCommand.self, ClassAttendance.self, ClassComplete.self,
        ClassCertificate.self, ClassClaim.self, ClassLeave.self, ClassPropose.self,
      ])
  }
}
