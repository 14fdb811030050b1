import Foundation
import Testing

/// A made-up centre whose one class ended in April 2026, published, so that its trainees can be followed.
struct EndedClass {
  let program: Program

  init() throws {
    program = try Program()
    let tables = [
      "centre": "key,value\nname,示例中心\nplan_from,2026-04-20\nplan_to,2026-04-30\n",
      "blocks": "block,start,periods\nAM,08:30,4\nPM,14:00,4\n", "sites": "site,name,area\nS1,东站,610113001\n",
      "rooms": "room,site,name,capacity\nR1,S1,一号教室,30\n", "courses": "course,name,programme\nSYB,SYB,SYB\n",
      "modules": "course,order,module,name,periods,session_periods\nSYB,1,想法,企业想法,8,4\n",
      "people": "person,name,roles\nP1,示例甲,lecturer\n", "cohorts": "cohort,name,category\ng,毕业生,graduate\n",
      "classes": "class,course,cohort,site,earliest,latest\n第1班,SYB,g,S1,2026-04-20,2026-04-24\n",
      "trainees":
        "trainee,name,id_number,category,area,phone\nT1,示例丁,999999188001010012,graduate,610113001,19900001234\n"
        + "T2,示例戊,,graduate,610113001,19900005678\nT3,示例己,,graduate,610113002,\n",
      "enrolments": "class,trainee\n第1班,T1\n第1班,T2\n第1班,T3\n",
    ]
    let folder = program.folder.appending(path: "bundle")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in tables { try program.write(text, to: "bundle/\(name).csv") }
    for command in [
      ["bundle", "import", "bundle"], ["timetable", "plan", "--steps", "500"], ["timetable", "publish"],
    ] {
      let run = try program.run(command)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  func run(_ line: String, _ more: String..., status: Int32 = 0) throws -> Program.Run {
    let run = try program.run(line.split(separator: " ").map(String.init) + more)
    #expect(run.status == status, "\(line): \(run.output)\(run.errors)")
    return run
  }
}
