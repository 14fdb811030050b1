import ArgumentParser
import Civil

/// What can be asked before anything is planned.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: text(zh: "规划：能力够不够，指导排进课表", en: "What the centre can bear, and guidance beside the classes"),
      subcommands: [PlanCapacity.self, PlanGuidance.self])
  }
}
