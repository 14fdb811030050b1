import Testing

@Suite struct HelpTests {
  static let commands: [[String]] = [
    [], ["demo"], ["bundle"], ["bundle", "check"], ["bundle", "import"], ["timetable"],
    ["timetable", "solve"],
    ["timetable", "check"], ["timetable", "explain"], ["timetable", "repair"], ["timetable", "substitutes"],
    ["timetable", "what-if"],
    ["timetable", "plan"], ["timetable", "show"], ["timetable", "publish"], ["plan"], ["plan", "capacity"],
    ["feed"], ["feed", "write"],
    ["trainee"], ["trainee", "import"], ["trainee", "find"], ["trainee", "show"], ["trainee", "category"],
    ["trainee", "consent"], ["trainee", "link"],
    ["intent"], ["intent", "import"], ["intent", "list"], ["intent", "close"], ["intent", "settle"],
    ["class"], ["class", "list"], ["class", "show"], ["class", "state"], ["class", "attendance"],
    ["class", "complete"], ["class", "claim"], ["class", "leave"], ["indicator"], ["indicator", "list"],
    ["indicator", "show"], ["indicator", "import"], ["target"], ["target", "import"], ["target", "show"],
    ["target", "assess"], ["regulation"], ["regulation", "list"], ["regulation", "show"], ["report"],
    ["report", "list"], ["report", "write"], ["constraints"], ["bench"],
    ["bench", "bundles"],
    ["bench", "ctt"],
    ["guidance"], ["guidance", "record"], ["guidance", "import"], ["guidance", "due"], ["guidance", "show"],
    ["guidance", "chain"], ["guidance", "strike"], ["plan", "guidance"], ["guidance", "plan"],
    ["guidance", "capacity"], ["guidance", "appointments"], ["guidance", "move"], ["guidance", "cancel"],
    ["meeting"], ["meeting", "add"], ["meeting", "list"], ["meeting", "end"],
    ["help"], ["help", "open"], ["help", "due"],
    ["help", "close"],
    ["pledge"], ["pledge", "record"], ["pledge", "hand"], ["pledge", "keep"], ["pledge", "due"],
    ["pledge", "list"], ["pledge", "end"], ["pledge", "strike"],
    ["pairing"], ["pairing", "add"], ["pairing", "import"], ["pairing", "list"], ["pairing", "end"],
    ["pairing", "strike"], ["pairing", "match"],
    ["project"], ["project", "import"], ["project", "review"], ["project", "list"], ["project", "match"],
    ["project", "choose"],
    ["project", "withdraw"], ["project", "outcomes"], ["project", "strike"],
    ["project", "catalogue"],
    ["mentor"], ["mentor", "import"], ["mentor", "list"], ["mentor", "show"], ["mentor", "coverage"],
    ["mentor", "match"], ["mentor", "assign"], ["mentor", "release"], ["mentor", "assignments"],
    ["mentor", "load"], ["mentor", "apply"], ["mentor", "change"], ["mentor", "vet"], ["mentor", "appoint"],
    ["mentor", "renew"], ["mentor", "suspend"], ["mentor", "end"], ["mentor", "certificate"],
    ["mentor", "strike"],
    ["base"], ["base", "add"], ["base", "change"], ["base", "import"], ["base", "list"], ["base", "show"],
    ["base", "place"], ["base", "leave"], ["base", "strike"],
    ["event"], ["event", "add"], ["event", "change"], ["event", "import"], ["event", "list"],
    ["event", "show"], ["event", "result"], ["event", "cancel"], ["event", "strike"],
    ["class", "propose"], ["bench", "follow-up"], ["bench", "register"], ["bench", "matching"],
    ["bench", "forming"],
  ]

  @Test(arguments: [("zh_CN.UTF-8", "help.zh"), ("en_GB.UTF-8", "help.en")])
  func `every command explains itself in both languages`(language: String, golden: String) throws {
    let program = try Program()
    defer { program.remove() }
    var pages = ""
    for command in Self.commands {
      let run = try program.run(["help"] + command, language: language)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      pages += "$ " + (["seedbed", "help"] + command).joined(separator: " ") + "\n" + run.output + "\n"
    }
    // What an option is without being given is told once.
    let twice = #/(默认：?\s?[^）]*）\s*（默认|default:[^)]*\)\s*\(default)/#
    #expect(pages.firstMatch(of: twice) == nil)
    try Golden.expect(pages, is: golden)
  }

  @Test(arguments: [("zh_CN.UTF-8", "usage.zh"), ("en_GB.UTF-8", "usage.en")])
  func `wrong usage is named in both languages and ends with 64`(language: String, golden: String) throws {
    let program = try Program()
    defer { program.remove() }
    let wrong: [[String]] = [
      ["timetable", "slove"], ["timetable", "show"],
      ["timetable", "show", "--class", "G01", "--week", "2026-W60"],
      ["timetable", "show", "--class", "G01", "--wekk", "2026-W12"], ["bundle", "check"], ["feed", "write"],
      ["timetable", "solve", "b", "--out", "t.csv", "--seconds", "5", "--steps", "5"],
      ["timetable", "solve", "b", "--out", "t.csv", "--seconds", "-5"],
      ["timetable", "solve", "b", "--out", "t.csv", "--threads", "0"],
      ["timetable", "solve", "b", "--out", "t.csv", "--weights", "spam=1"],
      ["timetable", "solve", "b", "--out", "t.csv", "--weights", "span"],
      ["timetable", "solve", "b", "--out", "t.csv", "--weights", "span=-1"],
      ["timetable", "solve", "b", "--out", "t.csv", "--seed", "x"],
      ["plan", "capacity", "b", "--target", "600"],
      ["plan", "capacity", "b", "--target", "600", "--by", "2026-02-30"],
      ["plan", "capacity", "b", "--target", "0", "--by", "2026-12-31"],
      ["plan", "capacity", "b", "--course", "SYB"],
      ["regulation", "show"], ["regulation", "show", "--area", "37020"],
      ["regulation", "show", "x", "--on", "1"],
      ["indicator", "show", "--people"],
      ["indicator", "show", "--period", "2026-Q5"], ["target", "show", "--as-of", "2026-02-30"],
    ]
    var pages = ""
    for arguments in wrong {
      let run = try program.run(arguments, language: language)
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      pages += "$ " + (["seedbed"] + arguments).joined(separator: " ") + "\n" + run.errors + "\n"
    }
    try Golden.expect(pages, is: golden)
  }
}
