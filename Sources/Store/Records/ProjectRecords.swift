package import Civil
import Foundation
import GRDB
package import ProjectLibrary

extension CentreStore {
  /// Enters projects: new ones, and new versions of those that have changed.
  package func record(_ projects: [Project], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      for project in projects {
        let last = try Records.projects.values(
          db, seal, "WHERE code = ? ORDER BY number DESC LIMIT 1", [project.id]
        ).first
        if last?.project == project {
          counts.unchanged += 1
          continue
        }
        try Records.projects.append([((last?.number ?? 0) + 1, project)], db, &scribe, stamp)
        if last == nil { counts.new += 1 } else { counts.changed += 1 }
      }
      return counts
    }
  }

  /// Appends steps of projects, each with the day on which it was taken, in the order given.
  package func record(
    _ steps: [(project: String, on: CivilDate, step: ProjectStep)], stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in
      for one in steps {
        let last = try Int.fetchOne(
          db, sql: "SELECT max(number) FROM projectStep WHERE project = ?", arguments: [one.project])
        let entry = Ledger<ProjectStep>.Entry(
          id: "", one.step, from: one.on, recordedOn: stamp.on, recordedBy: stamp.by)
        try Records.projectSteps.append([(one.project, (last ?? 0) + 1, entry)], db, &scribe, stamp)
      }
    }
  }

  /// The projects as they stood on a day, by code, with their way through the library.
  package func projects(knownOn day: CivilDate) throws(StoreError) -> [ProjectRecord] {
    try read { db in
      let days: StatementArguments = [day.daysSinceEpoch]
      var steps: [String: Ledger<ProjectStep>] = [:]
      for step in try Records.projectSteps.values(
        db, seal, "WHERE recordedOn <= ? ORDER BY project, number", days)
      {
        steps[step.project, default: Ledger()].append(step.entry)
      }
      let projects = try Records.projects.values(
        db, seal,
        """
        WHERE recordedOn <= ?1 AND number =
          (SELECT max(number) FROM project AS other WHERE other.code = project.code AND other.recordedOn <= ?1)
        ORDER BY code
        """, days)
      return projects.map { ProjectRecord($0.project, steps: steps[$0.project.id] ?? Ledger()) }
    }
  }

  package func record(_ choices: [ProjectChoice], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.projectChoices.append(choices, db, &scribe, stamp)
    }
  }

  /// Who chose which project, as known on a day, in the order in which it was recorded.
  package func projectChoices(knownOn day: CivilDate) throws(StoreError) -> [ProjectChoice] {
    try read { db in
      try Records.projectChoices.values(
        db, seal, "WHERE \(NumberedRecord.stood(in: "projectChoice")) ORDER BY rowid",
        [day.daysSinceEpoch, day.daysSinceEpoch])
    }
  }

  /// Strikes out that a trainee chose a project, however often it was said; false: it is not on record.
  package func strikeOut(
    choiceOf project: String, by trainee: String, reason: String, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    try record(stamp) { db, scribe in
      let entries = try UUID.fetchAll(
        db,
        sql: """
          SELECT id FROM projectChoice
          WHERE project = ? AND trainee = ? AND \(NumberedRecord.stands(in: "projectChoice")) ORDER BY rowid
          """, arguments: [project, trainee])
      try Records.corrections.append(entries.map { ($0, reason) }, db, &scribe, stamp)
      return !entries.isEmpty
    }
  }
}

extension Records {
  static let projects = RecordTable<(number: Int, project: Project)>(
    name: "project",
    columns: [
      "code", "number", "kind", "name", "summary", "source", "owner", "industry", "investmentLowFen",
      "investmentHighFen", "staffLow", "staffHigh", "space", "skills", "paybackMonths", "risks", "fit",
      "area",
      "isHighTech", "collectedDay", "validUntilDay",
    ],
    cells: { row, _ in
      let project = row.project
      return [
        project.id, row.number, project.kind.rawValue, project.name, project.summary, project.source,
        project.owner, project.industry?.code, project.investment?.lowerBound.fen,
        project.investment?.upperBound.fen, project.staff?.lowerBound, project.staff?.upperBound,
        project.space, Lines.text(project.skills.map { [$0] }), project.paybackMonths,
        Lines.text(project.risks.map { [$0.kind.rawValue, $0.level.rawValue, $0.remedy ?? ""] }),
        Lines.text(project.fit.map { [$0] }), project.area?.description, project.isHighTech,
        project.collectedOn.daysSinceEpoch, project.validUntil?.daysSinceEpoch,
      ]
    },
    value: { row in
      let money: (Int?, Int?) = try (row[optional: "investmentLowFen"], row[optional: "investmentHighFen"])
      let staff: (Int?, Int?) = try (row[optional: "staffLow"], row[optional: "staffHigh"])
      let (industry, area): (String?, String?) = try (row[optional: "industry"], row[optional: "area"])
      let risks = try Lines.fields(row["risks"]).map { fields -> ProjectRisk in
        guard fields.count == 3, let kind = ProjectRisk.Kind(rawValue: fields[0]),
          let level = ProjectRisk.Level(rawValue: fields[1])
        else { throw row.misfit("risks") }
        return ProjectRisk(kind, level, remedy: fields[2].isEmpty ? nil : fields[2])
      }
      let project = try Project(
        id: row["code"], kind: row.word("kind"), name: row["name"], summary: row["summary"],
        source: row["source"], owner: row["owner"], industry: industry.flatMap { Industry($0) },
        investment: range(money).map { Money(fen: $0.lowerBound)...Money(fen: $0.upperBound) },
        staff: range(staff), space: row[optional: "space"],
        skills: Lines.fields(row["skills"]).map { $0[0] }, paybackMonths: row[optional: "paybackMonths"],
        risks: risks, fit: Lines.fields(row["fit"]).map { $0[0] }, area: area.flatMap { AreaCode($0) },
        isHighTech: row["isHighTech"], collectedOn: row.day("collectedDay"),
        validUntil: row.day(optional: "validUntilDay"))
      return (try row["number"], project)
    })

  private static func range(_ bounds: (Int?, Int?)) -> ClosedRange<Int>? {
    guard let low = bounds.0, let high = bounds.1, low <= high else { return nil }
    return low...high
  }

  static let projectSteps = RecordTable<
    (project: String, number: Int, entry: Ledger<ProjectStep>.Entry)
  >(
    name: "projectStep",
    columns: ["project", "number", "state", "fromDay", "opinions", "reason", "validUntilDay"],
    cells: { row, _ in
      let step = row.entry.fact
      return [
        row.project, row.number, step?.state.rawValue, row.entry.from.daysSinceEpoch,
        Lines.text(
          (step?.opinions ?? []).map { [$0.reviewer, $0.unit, $0.verdict.rawValue, $0.remark ?? ""] }),
        step?.reason, step?.validUntil?.daysSinceEpoch,
      ]
    },
    value: { row in
      let opinions = try Lines.fields(row["opinions"]).map { fields -> ProjectOpinion in
        guard fields.count == 4, let verdict = ProjectOpinion.Verdict(rawValue: fields[2]) else {
          throw row.misfit("opinions")
        }
        return ProjectOpinion(
          reviewer: fields[0], unit: fields[1], verdict: verdict, remark: fields[3].isEmpty ? nil : fields[3])
      }
      let step = try ProjectStep(
        row.word("state"), opinions: opinions, reason: row[optional: "reason"],
        validUntil: row.day(optional: "validUntilDay"))
      let entry = try Ledger<ProjectStep>.Entry(
        id: row.idText, step, from: row.day("fromDay"), recordedOn: row.day("recordedOn"),
        recordedBy: row["recordedBy"])
      return (try row["project"], try row["number"], entry)
    })

  static let projectChoices = RecordTable<ProjectChoice>(
    name: "projectChoice", columns: ["project", "trainee", "day", "venture", "event"],
    cells: { choice, _ in
      [choice.project, choice.person, choice.on.daysSinceEpoch, choice.venture, choice.event]
    },
    value: { row in
      try ProjectChoice(
        id: row.idText, project: row["project"], person: row["trainee"], on: row.day("day"),
        venture: row[optional: "venture"], event: row[optional: "event"], recordedOn: row.day("recordedOn"),
        recordedBy: row["recordedBy"])
    })
}
