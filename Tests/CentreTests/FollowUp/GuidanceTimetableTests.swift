import Civil
import FollowUp
import Interchange
import Mentors
import Planning
import Scheduling
import Testing

@testable import Centre

@Suite struct GuidanceTimetableTests {
  private let limits = SearchLimits(steps: 60, seed: 1)

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  private func agree(_ trainee: String, next: String, by mentor: String = "P1", in centre: Centre) throws {
    _ = try centre.record([
      GuidanceSession(
        id: "", trainee: trainee, mentor: mentor, link: .riskAssessment, on: day("2026-05-08"), minutes: 45,
        mode: .visit, next: day(next))
    ])
  }

  private func plan(_ centre: Centre, _ order: GuidanceOrder = GuidanceOrder(mostStuck: 0)) throws -> (
    draft: GuidanceDraft?, list: GuidanceList
  ) {
    try centre.planGuidance(order, limits: limits, calendar: WorkingCalendar())
  }

  @Test func `needs become meetings, published, told in feeds, moved and cancelled under one id`() throws {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    _ = try centre.openRequest(.fundRaising, for: "T2")
    try agree("T3", next: "2026-05-20", by: "示例甲", in: centre)
    let planned = try #require(try plan(centre).draft)
    #expect(planned.plan.meetings.map(\.need.trainee).sorted() == ["T2", "T3"])
    #expect(planned.plan.waiting.isEmpty && planned.plan.judgement.broken.isEmpty)
    let visit = try #require(planned.plan.meetings.first { $0.need.trainee == "T3" })
    #expect(visit.row.date == day("2026-05-20") && visit.row.people == ["P1"] && visit.row.room.isEmpty)
    #expect(try centre.arrangedGuidance().map(\.standing) == [.unpublished, .unpublished])
    let before = try centre.rows()
    let published = try centre.publish()
    #expect((published.new, published.changed, published.cancelled) == (2, 0, 0))
    #expect(Set(try centre.rows()).isSuperset(of: before))
    #expect(try centre.arrangedGuidance().map(\.standing) == [.ahead, .ahead])

    _ = try centre.writeFeeds(to: example.feeds)
    let feed = try #require(example.feed("person-P1.ics"))
    #expect(feed.contains("SUMMARY:学员 T3 · 上门辅导\n") && feed.contains("DTSTART;TZID=Asia/Shanghai:20260520T"))
    #expect(example.feed("trainee-T3.ics")?.contains("SUMMARY:上门辅导\n") == true)
    #expect(!feed.contains("示例己"))

    let id = try #require(planned.appointments[SessionKey(visit.row)])
    #expect(throws: CentreError.self) {
      try centre.moveAppointment(id, to: AppointmentPlace(date: day("2026-05-09")))
    }
    // The class of the second week is not P1's: the mentor is free.
    let moved = try centre.moveAppointment(
      id, to: AppointmentPlace(date: day("2026-05-21"), block: "PM", firstPeriod: 2))
    #expect(moved.row.start.description == "14:55" && moved.summary.changed == 1)
    _ = try centre.writeFeeds(to: example.feeds)
    let after = try #require(example.feed("person-P1.ics"))
    #expect(after.contains("DTSTART;TZID=Asia/Shanghai:20260521T145500\n") && after.contains("SEQUENCE:1\n"))
    func uids(_ feed: String) -> Set<Substring> {
      Set(feed.split(separator: "\n").filter { $0.hasPrefix("UID:") })
    }
    #expect(uids(feed) == uids(after))

    #expect(try centre.cancelAppointment(id, reason: "学员出差")?.cancelled == 1)
    _ = try centre.writeFeeds(to: example.feeds)
    let last = try #require(example.feed("person-P1.ics"))
    #expect(last.contains("STATUS:CANCELLED") && uids(last) == uids(feed))
    #expect(throws: CentreError.self) { try centre.cancelAppointment(id, reason: "再次") }
    #expect(throws: CentreError.self) { try centre.cancelAppointment("A00099", reason: "没有") }
  }

  @Test func `guidance that is recorded ticks its appointment off, and the timetable keeps it`() throws {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    try agree("T3", next: "2026-05-14", in: centre)
    _ = try plan(centre)
    _ = try centre.publish()
    // Who has a meeting to come gets no second one.
    let again = try plan(centre)
    #expect(again.draft == nil && again.list.covered.map(\.need.trainee) == ["T3"])
    example.machine.wait(days: 6)
    #expect(try centre.arrangedGuidance().map(\.standing) == [.unrecorded])
    _ = try centre.openRequest(.planning, for: "T3")
    let waiting = try plan(centre)
    #expect(waiting.draft == nil && waiting.list.waiting.first?.reason.english.contains("A00001") == true)
    _ = try centre.record([
      GuidanceSession(
        id: "", trainee: "T3", mentor: "P1", link: .riskAssessment, on: day("2026-05-14"), minutes: 45)
    ])
    #expect(try centre.arrangedGuidance().map(\.standing) == [.settled])
    let next = try #require(try plan(centre).draft)
    #expect(next.plan.meetings.map(\.row.part) == [1_002])
    let published = try centre.publish()
    #expect((published.new, published.cancelled) == (1, 0))
    // Planned anew by itself, the timetable has both still.
    _ = try example.plan()
    #expect(try centre.publish().cancelled == 0)
    #expect(try centre.rows().filter { $0.trainee == "T3" }.count == 2)
  }

  @Test func `days outside the plan, a plan without a timetable and a draft that was overtaken are refused`()
    throws
  {
    let bare = try ExampleCentre()
    #expect(throws: CentreError.nothingPublished) { try plan(bare.centre) }
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    #expect(throws: CentreError.self) { try plan(centre, GuidanceOrder(to: day("2026-08-01"))) }
    #expect(throws: CentreError.self) { try plan(centre, GuidanceOrder(from: day("2026-05-10"))) }
    try agree("T3", next: "2026-05-14", in: centre)
    _ = try plan(centre)
    _ = try centre.publish()
    // The first draft lacks what was arranged since.
    #expect(throws: CentreError.draftIncomplete(draft: 1, missing: 1)) { try centre.publish(draft: 1) }
  }

  @Test func `the ledger hands out what was arranged and what was cancelled`() throws {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    try agree("T3", next: "2026-05-14", in: centre)
    _ = try plan(centre)
    _ = try centre.publish()
    _ = try centre.cancelAppointment("A00001", reason: "学员出差")
    try centre.record(.example(attendees: ["mentor"]))
    let folder = example.folder.path + "/ledgers"
    _ = try centre.exportLedgers(
      to: folder, knownOn: centre.today(), calendar: WorkingCalendar(), in: .english)
    let text = example.folder.text("ledgers/guidance_appointments.csv") ?? ""
    #expect(text.contains("T3") && text.contains("agreed=G00001@2026-05-14") && text.contains("学员出差"))
    #expect(example.folder.text("ledgers/standing_meetings.csv")?.contains("周例会") == true)
  }

  @Test func `a standing meeting is in the calendars of those who attend, and cancelled when it ends`() throws
  {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    try centre.record(.example(attendees: ["mentor", "税务局联络员"]))
    _ = try centre.writeFeeds(to: example.feeds)
    let mentor = try #require(example.feed("person-P1.ics"))
    #expect(mentor.contains("SUMMARY:周例会\n") && mentor.contains("DTSTART;TZID=Asia/Shanghai:20260511T160000"))
    let liaison = try #require(example.feed("attendee-税务局联络员.ics"))
    #expect(liaison.contains("SUMMARY:周例会\n") && liaison.contains("CATEGORIES:例会"))
    #expect(example.feed("person-P2.ics")?.contains("周例会") == false)
    #expect(try centre.writeFeeds(to: example.feeds).written == 0)
    // Nobody is asked to guide during it.
    try agree("T3", next: "2026-05-11", in: centre)
    let planned = try #require(try plan(centre).draft)
    let row = try #require(planned.plan.meetings.first?.row)
    #expect(
      row.date != day("2026-05-11") || row.end <= ClockTime(minutes: 960)
        || ClockTime(minutes: 1_020) <= row.start)
    try centre.endStandingMeeting("W")
    _ = try centre.writeFeeds(to: example.feeds)
    #expect(example.feed("attendee-税务局联络员.ics")?.contains("STATUS:CANCELLED") == true)
    #expect(throws: CentreError.self) { try centre.endStandingMeeting("W") }
    #expect(try centre.standingMeetings().isEmpty)
  }

  @Test func `a year's guidance is held against the mentors' hours`() throws {
    let centre = try ExampleCentre.inForce().centre
    try agree("T3", next: "2026-05-14", in: centre)
    let period = day("2026-05-11")...day("2026-05-31")
    func ask(_ wanted: Int) throws -> GuidanceHours {
      try centre.guidanceHours(
        wanted: wanted, period: period, minutes: 45, area: "", calendar: WorkingCalendar()
      ).hours
    }
    let few = try ask(10)
    #expect(few.shortages.isEmpty && few.links.map(\.link) == [.riskAssessment])
    // One mentor, three weeks of at most 40 periods.
    #expect(few.bearable <= 120 && few.bearable > 80)
    // All that is on record was a visit, and visits take the way between them.
    let visits = few.byMentor.reduce(0) { $0 + $1.visits }
    #expect(visits < few.bearable)
    #expect(try ask(visits + 7).short == 7)
  }
}

extension StandingMeeting {
  fileprivate static func example(attendees: [String]) -> StandingMeeting {
    let first = CivilDate("2026-05-11") ?? CivilDate(daysSinceEpoch: 0)
    return StandingMeeting(
      code: "W", name: "周例会", cadence: Cadence(.weekly(.monday)), start: ClockTime(minutes: 960),
      end: ClockTime(minutes: 1_020), days: first...(first + 60), place: "会议室", attendees: attendees)
  }
}
