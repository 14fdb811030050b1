import ArgumentParser
import Civil

/// What can be asked before anything is planned.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: text(zh: "排课之前的规划：能力够不够", en: "Before planning: what the centre can bear"),
      subcommands: [PlanCapacity.self])
  }
}
