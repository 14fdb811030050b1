import Civil
import Cohorts
package import Courses
package import Planning

/// Writes a proposal as tables of a bundle (FORMATS.md): what the centre has, and below it what is proposed.
package enum FormedBundle {
  /// A table by its file's name.
  package struct File: Hashable, Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// `classes.csv`, `trainees.csv` and `enrolments.csv`, UTF-8 without byte order mark.
  ///
  /// With the other tables of the bundle they make a sound one. Each new class may last `days` from its first day, and
  /// no longer than the plan. A trainee's id is that of the intent.
  package static func write(_ proposal: FormingProposal, with bundle: PlanningBundle, days: Int) -> [File] {
    [
      File(name: "classes.csv", bytes: classes(proposal, bundle, days)),
      File(name: "trainees.csv", bytes: trainees(proposal, bundle)),
      File(name: "enrolments.csv", bytes: enrolments(proposal, bundle)),
    ]
  }

  private static func classes(_ proposal: FormingProposal, _ bundle: PlanningBundle, _ days: Int) -> [UInt8] {
    let blocks = bundle.blocks.map(\.id)
    var writer = CSVWriter()
    writer.write(Tables.classes.columns.map(\.name))
    for one in bundle.classes {
      writer.write([
        one.id, one.course, one.cohort, one.site ?? "", one.size.map(String.init) ?? "",
        one.earliest?.description ?? "", one.latest?.description ?? "",
        one.open.map { pattern($0, blocks) } ?? "", one.lecturers.joined(separator: ";"),
      ])
    }
    for one in proposal.classes {
      let latest = min(one.start + days, bundle.centre.planTo)
      writer.write([
        one.id, one.offer.course, one.offer.cohort, one.offer.site, "\(one.intents.count)",
        one.start.description, latest.description, "", "",
      ])
    }
    return writer.bytes
  }

  /// A class that is open always says so: a blank cell would stand for its cohort's times.
  private static func pattern(_ open: WeeklyPattern, _ blocks: [String]) -> String {
    let text = open.text(blocks: blocks)
    return text.isEmpty ? "Daily" : text
  }

  private static func trainees(_ proposal: FormingProposal, _ bundle: PlanningBundle) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Tables.trainees.columns.map(\.name))
    for one in bundle.trainees {
      writer.write([
        one.id, one.name, one.idNumber ?? "", one.category, one.area ?? "", one.phone ?? "",
        one.registeredOn?.description ?? "", one.industry ?? "",
      ])
    }
    let known = Set(bundle.trainees.map(\.id))
    for intent in proposal.classes.flatMap(\.intents) where !known.contains(intent.id) {
      writer.write([
        intent.id, intent.name, "", intent.categories.first ?? "other", intent.area?.description ?? "",
        intent.phone ?? "", intent.surveyedOn.description, intent.industry ?? "",
      ])
    }
    return writer.bytes
  }

  private static func enrolments(_ proposal: FormingProposal, _ bundle: PlanningBundle) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Tables.enrolments.columns.map(\.name))
    for one in bundle.enrolments { writer.write([one.classID, one.trainee]) }
    for one in proposal.classes { for intent in one.intents { writer.write([one.id, intent.id]) } }
    return writer.bytes
  }
}
