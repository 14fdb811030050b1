import ArgumentParser

/// What can be done with trainees.
struct TraineeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trainee",
      abstract: text(zh: "学员档案：导入花名册、查找、查看、同一人确认", en: "Trainees on record: rosters in, find, show, link"),
      subcommands: [
        TraineeImport.self, TraineeFind.self, TraineeShow.self, TraineeCategoryCommand.self,
        TraineeConsent.self,
        TraineeLink.self,
      ])
  }
}
