import Civil
import Cohorts
import Courses
import Foundation
import Logging
import Mentors
import Planning
import Scheduling
import Store

extension Centre {
  /// Puts a draft in force and revises the sessions that changed, in one transaction.
  ///
  /// The draft is judged again by the present facts; one that breaks a hard rule is refused. `id` nil: the newest
  /// draft. `incomplete` publishes also a draft that lacks sessions; those published before are then cancelled.
  package func publish(draft id: Int? = nil, incomplete: Bool = false) throws(CentreError)
    -> PublicationSummary
  {
    let draft = if let id { id } else { try shownDraft(published: false) }
    let rows = try rows(ofDraft: draft)
    let bundle = try facts(with: rows + (try meetingsInForce(openOnly: true)))
    let judgement = Planner(bundle).judge(rows)
    if let first = judgement.broken.first {
      throw .draftBreaksRules(draft: draft, broken: judgement.broken.count, first: first.explanation)
    }
    guard incomplete || judgement.missing.isEmpty else {
      throw .draftIncomplete(draft: draft, missing: judgement.missing.count)
    }
    let stamp = stamp
    let names = BundleNames(bundle)
    let today = CivilDate(of: stamp.at, zone: bundle.centre.timeZone)
    let publication = Publication(
      draft: draft, planFrom: bundle.centre.planFrom, planTo: bundle.centre.planTo,
      sessions: rows.map(names.published), roster: names.roster, owners: names.feedOwners(of: bundle),
      // What the plan does not reach any more and lies in the past was held.
      heldBefore: min(today, bundle.centre.planFrom))
    let onRecord = ClassesOnRecord(
      classes: ClassRecord.all(of: bundle, rows, names), trainees: try facts().trainees, day: today)
    let counts = try stored { store throws(StoreError) in
      try store.publish(publication, stamp: stamp, onRecord: onRecord)
    }
    guard let counts else { throw .noDraft }
    log.notice(
      "timetable published",
      metadata: [
        "draft": "\(draft)", "new": "\(counts.new)", "changed": "\(counts.changed)",
        "reworded": "\(counts.reworded)", "cancelled": "\(counts.cancelled)",
        "unchanged": "\(counts.unchanged)", "missing": "\(judgement.missing.count)",
      ])
    return PublicationSummary(
      draft: draft, published: stamp.at, new: counts.new, changed: counts.changed, reworded: counts.reworded,
      cancelled: counts.cancelled, unchanged: counts.unchanged, missing: judgement.missing.count)
  }
}

extension Centre {
  /// The rows of arranged guidance that is published, within the plan: all of it, or what is still open.
  func meetingsInForce(openOnly: Bool) throws(CentreError) -> [TimetableRow] {
    let arranged = try arrangedGuidance().filter {
      openOnly ? $0.standing.isOpen : $0.standing.isInTimetable
    }
    guard !arranged.isEmpty else { return [] }
    let settings = try facts().centre
    return arranged.compactMap(\.row).filter { (settings.planFrom...settings.planTo).contains($0.date) }
  }
}

extension CivilDate {
  /// The day that it is in a zone at a point in time; of an unknown zone, China's.
  init(of instant: Instant, zone: String) {
    let date = Date(timeIntervalSince1970: Double(instant.secondsSinceEpoch))
    let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 8 * 3600
    let seconds = instant.secondsSinceEpoch + offset
    self.init(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}

extension BundleNames {
  /// What subscribers are told of a row.
  fileprivate func published(_ row: TimetableRow) -> PublishedSession {
    let site = sites[row.site]
    return PublishedSession(
      key: SessionKey(row), status: isProvisional(row.date) ? .tentative : .confirmed,
      place: SessionPlace(row),
      people: row.people.map { PublishedSession.NamedPerson(id: $0, name: people[$0]?.name ?? $0) },
      courseName: course(of: row)?.name ?? "", programme: course(of: row)?.programme.rawValue ?? "",
      title: title(of: row), parts: parts(of: row), headCount: headCount(of: row),
      siteName: site?.name ?? row.site,
      latitude: site?.latitude, longitude: site?.longitude, roomName: rooms[row.room]?.name ?? row.room)
  }

  /// Whom feeds are written for: all classes, people and rooms, and the trainees who have anything to come to.
  fileprivate func feedOwners(of bundle: PlanningBundle) -> [FeedOwner] {
    let attending = roster.values.reduce(into: Set(bundle.mentoring.map(\.trainee))) { $0.formUnion($1) }
    return bundle.classes.map {
      FeedOwner(Audience(.classID, $0.id), name: className($0.id, course: courses[$0.course]?.name ?? ""))
    }
      + bundle.people.map { FeedOwner(Audience(.person, $0.id), name: $0.name) }
      + bundle.rooms.map {
        FeedOwner(Audience(.room, $0.id), name: placeName(site: sites[$0.site]?.name ?? "", room: $0.name))
      }
      + bundle.trainees.filter { attending.contains($0.id) }.map {
        FeedOwner(Audience(.trainee, $0.id), name: $0.name)
      }
  }
}
