import Centre
import Civil
import Mentors
import Planning
import Reports

extension DemoPart {
  /// The guidance that is due, put beside the published classes for four weeks, and published with them.
  static let guidancePlan = DemoPart(
    Wording(zh: "把待办的指导排进课表", en: "The guidance that is due, put beside the classes"),
    show: { stage in
      let (draft, list) = try stage.centre.planGuidance(
        GuidanceOrder(area: stage.area), limits: stage.limits, calendar: stage.calendar)
      guard let draft else { return [Wording(zh: "没有待排的指导", en: "no guidance is due")] }
      let plan = draft.plan
      let waiting = plan.waiting + list.waiting
      let sum = Wording(
        zh: "\(draft.days.lowerBound) 至 \(draft.days.upperBound)：排入 \(plan.meetings.count) 人次，"
          + "合并上门 \(plan.trips.count) 趟，暂未排入 \(waiting.count) 人次",
        en: "\(draft.days.lowerBound) to \(draft.days.upperBound): \(plan.meetings.count) meetings, "
          + "\(plan.trips.count) trips to several visits, \(waiting.count) wait")
      let names = Dictionary(plan.bundle.people.map { ($0.id, $0.name) }) { first, _ in first }
      let first = plan.meetings.sorted { $0.row.sortKey < $1.row.sortKey }.prefix(4).map { meeting in
        let row = meeting.row
        let mentor = row.people.map { names[$0] ?? $0 }.joined(separator: "、")
        let (link, asked) = (meeting.need.link.name, meeting.need.reasons.wording)
        return Wording(
          zh: "  \(row.date) \(row.start)  \(row.trainee)  \(mentor)  \(link.chinese)：\(asked.chinese)",
          en: "  \(row.date) \(row.start)  \(row.trainee)  \(mentor)  \(link.english): \(asked.english)")
      }
      let reasons = Dictionary(grouping: waiting) { $0.reason }.sorted {
        ($1.value.count, $0.key.chinese) < ($0.value.count, $1.key.chinese)
      }
      let left = reasons.prefix(1).map { reason, of in
        Wording(
          zh: "  未排入的主要原因（\(of.count) 人次）：\(reason.chinese)",
          en: "  most often it waits (\(of.count)) as: \(reason.english)")
      }
      // A draft that has lost sessions of the classes would cancel them: it is only kept.
      guard plan.unplaced.isEmpty else {
        return [sum] + first + left + [
          Wording(
            zh: "草案缺少 \(plan.unplaced.count) 个原有课次，没有发布；请加长搜索时间",
            en:
              "the draft lacks \(plan.unplaced.count) sessions of the classes and is not published: search longer"
          )
        ]
      }
      let published = try stage.centre.publish(draft: draft.draft.id, incomplete: true)
      let feeds = try stage.centre.writeFeeds(to: stage.feeds)
      return [sum] + first + left + [
        PublicationReport.sentence(published), FeedReport.sentence(feeds),
      ]
    })
}
