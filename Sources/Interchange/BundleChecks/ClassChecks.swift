import Civil
import Cohorts
import Courses
import Mentors
import Planning

extension BundleCheck {
  /// Those whom a class names as its lecturers are lecturers, and can teach all of it.
  static let classLecturers = BundleCheck { draft in
    let people = Dictionary(draft.people.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    let modules = draft.modulesByCourse
    let courses = Dictionary(draft.courses.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    for (number, group) in Array(draft.classes.sound) where !group.lecturers.isEmpty {
      let named = group.lecturers.compactMap { people[$0] }
      guard named.count == group.lecturers.count else { continue }
      if let other = named.first(where: { !$0.roles.contains(.lecturer) }) {
        draft.classes.report(
          .infeasible, row: number, "lecturers", found: other.id, problem: .notALecturer,
          expected: .lecturerRole)
        continue
      }
      for module in modules[group.course] ?? [] {
        let able = named.count { person in module.qualification.map(person.qualifications.contains) ?? true }
        guard able < module.team else { continue }
        draft.classes.report(
          .warning, row: number, "lecturers", found: group.lecturers.joined(separator: ";"),
          problem: Wording(
            zh: "其中只有 \(able) 人可授模块“\(module.id)”",
            en: "only \(able) of them may teach the module '\(module.id)'"),
          expected: Wording(zh: "应至少有 \(module.team) 人", en: "expected at least \(module.team)"))
      }
      if let least = courses[group.course]?.minLecturers, named.count < least {
        draft.classes.report(
          .warning, row: number, "lecturers", found: group.lecturers.joined(separator: ";"),
          problem: Wording(zh: "只有 \(named.count) 名讲师", en: "only \(named.count) lecturers"),
          expected: Wording(
            zh: "该课程每班应至少见到 \(least) 名讲师", en: "a class of the course meets at least \(least)"))
      }
    }
  }

  /// A class's sessions fit into its open blocks between its earliest and its latest date.
  static let classWindows = BundleCheck { draft in
    guard let settings = draft.settings else { return }
    let cohorts = Dictionary(draft.cohorts.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    let modules = draft.modulesByCourse
    let blocks = draft.blocks.isWhole ? draft.blocks.rows : []
    for (number, group) in Array(draft.classes.sound) {
      let (from, to) = (
        max(group.earliest ?? settings.planFrom, settings.planFrom),
        min(group.latest ?? settings.planTo, settings.planTo)
      )
      guard from <= to else {
        draft.classes.report(
          .infeasible, row: number, "latest", found: group.latest.map { "\($0)" },
          problem: group.isReversed
            ? .endsBeforeItBegins
            : Wording(zh: "最早与最迟之间没有计划内的日期", en: "no day of the plan lies between earliest and latest"),
          expected: Wording(
            zh: "应有 \(settings.planFrom) 至 \(settings.planTo) 之间的日期",
            en: "expected days from \(settings.planFrom) to \(settings.planTo)"))
        continue
      }
      guard !blocks.isEmpty, let cohort = cohorts[group.cohort], let taught = modules[group.course],
        !taught.isEmpty
      else {
        continue
      }
      let window = ClassWindow(
        pattern: group.open ?? cohort.open, blocks: blocks, maxPeriodsDay: cohort.maxPeriodsDay,
        days: from...to, calendar: draft.calendar)
      if let problem = window.problem(with: taught) {
        draft.classes.report(
          .infeasible, row: number, problem.column, problem: problem.problem, expected: problem.expected)
      }
    }
  }

  /// Seats asked for, people enrolled, the course's limit and the rooms go together.
  static let classSizes = BundleCheck { draft in
    let courses = Dictionary(draft.courses.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    let enrolled = draft.enrolled
    var named = Set(draft.enrolments.rows.map(\.classID))
    named.formUnion(draft.enrolments.unsoundKeys.compactMap(TableReader.firstPart))
    var largest: [String: Int] = [:]
    for room in draft.rooms.rows { largest[room.site] = max(largest[room.site] ?? 0, room.capacity) }
    let largestAnywhere = largest.values.max()
    for (number, group) in Array(draft.classes.sound) {
      let people = enrolled[group.id] ?? 0
      let seats = group.size ?? people
      if seats == 0, draft.enrolments.isUsable, !named.contains(group.id) {
        draft.classes.report(
          .warning, row: number, "size",
          problem: Wording(zh: "无人报名，也没有人数", en: "nobody is enrolled and no size is given"),
          expected: Wording(zh: "应有报名或人数", en: "expected enrolments or a size"))
      }
      if let size = group.size, size < people {
        draft.classes.report(
          .warning, row: number, "size", found: "\(size)",
          problem: Wording(zh: "少于已报名的 \(people) 人", en: "fewer than the \(people) enrolled"),
          expected: Wording(zh: "应不少于报名人数", en: "expected at least as many as are enrolled"))
      }
      if let limit = courses[group.course]?.maxClassSize, max(seats, people) > limit {
        draft.classes.report(
          .warning, row: number, "size", found: "\(max(seats, people))",
          problem: Wording(zh: "超过课程的最大班额 \(limit)", en: "more than the course's max_class_size, \(limit)"),
          expected: Wording(zh: "应分班或提高最大班额", en: "split the class or raise the limit"))
      }
      guard let most = group.site.map({ largest[$0] ?? 0 }) ?? largestAnywhere, seats > most,
        draft.rooms.isWhole
      else { continue }
      draft.classes.report(
        .infeasible, row: number, "size", found: "\(seats)",
        problem: Wording(zh: "没有教室坐得下", en: "no room holds so many"),
        expected: Wording(
          zh: "可用教室最多容纳 \(most) 人",
          en: "the largest room \(group.site == nil ? "" : "of its site ")holds \(most)"))
    }
  }
}

extension BundleDraft {
  /// How many are enrolled in each class.
  var enrolled: [String: Int] {
    var enrolled: [String: Int] = [:]
    for (_, enrolment) in enrolments.sound { enrolled[enrolment.classID, default: 0] += 1 }
    return enrolled
  }
}

extension TrainingClass {
  fileprivate var isReversed: Bool {
    guard let earliest, let latest else { return false }
    return latest < earliest
  }
}

extension Wording {
  static let notALecturer = Wording(zh: "此人的角色中没有讲师", en: "the person has not the role of lecturer")
  static let lecturerRole = Wording(
    zh: "应为角色含讲师 (lecturer) 的人员", en: "expected somebody whose roles hold lecturer")
}
