import ArgumentParser
import Civil

/// What can be done about follow-up.
struct FollowUpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "follow-up",
      abstract: text(zh: "回访：安排、到期、登记、下乡表格", en: "Follow-up: plan, due, record, sheets"),
      subcommands: [
        FollowUpPlan.self, FollowUpDue.self, FollowUpRecord.self, FollowUpSheet.self, FollowUpImport.self,
      ])
  }
}
