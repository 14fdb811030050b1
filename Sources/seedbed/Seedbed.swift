import ArgumentParser
import Civil

/// The command itself: what it is for, and the list of what it can do.
struct Seedbed: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seedbed",
      abstract: text(
        zh: "创业苗圃：读入培训中心的表格，排出守住全部硬规则的课表，发到每个人的日历。",
        en: "Seedbed: a training centre's spreadsheets in, a timetable that holds every hard rule out."),
      discussion: text(
        zh: """
          初次使用请先运行“seedbed demo”，从表格到日历看一遍全过程。

          返回码：0 正常；1 查出问题；2 未能全部完成；64 用法有误。
          环境变量：LANG（以 zh 开头则用中文）、SEEDBED_DATABASE、SEEDBED_CALENDARS、SEEDBED_REGULATIONS、SEEDBED_LOG（日志级别，如 info）。
          """,
        en: """
          New here? 'seedbed demo' shows the whole way, from spreadsheets to calendars.

          Exit status: 0 fine; 1 findings; 2 could not do all of it; 64 usage.
          Environment: LANG (Chinese when it starts with zh), SEEDBED_DATABASE, SEEDBED_CALENDARS, SEEDBED_REGULATIONS,
          SEEDBED_LOG (level, as info).
          """),
      subcommands: [
        Demo.self,
        BundleCommand.self,
        TimetableCommand.self,
        PlanCommand.self,
        VentureCommand.self,
        FollowUpCommand.self,
        ProjectCommand.self,
        MentorCommand.self,
        BaseCommand.self,
        EventCommand.self,
        GuidanceCommand.self,
        HelpCommand.self,
        MeetingCommand.self,
        PledgeCommand.self,
        PairingCommand.self,
        FeedCommand.self,
        TraineeCommand.self,
        IntentCommand.self,
        ClassCommand.self,
        IndicatorCommand.self,
        TargetCommand.self,
        AreaCommand.self,
        LedgerCommand.self,
        RegulationCommand.self,
        ReportCommand.self,
        Constraints.self,
        Bench.self,
      ])
  }
}

/// A text of the help in the language of the environment.
func text(zh chinese: String, en english: String) -> String {
  Wording(zh: chinese, en: english)[Console.language]
}

/// The help of an option in the language of the environment.
func help(zh chinese: String, en english: String, _ valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(text(zh: chinese, en: english), valueName: valueName)
}
