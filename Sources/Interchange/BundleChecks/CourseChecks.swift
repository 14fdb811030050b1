import Civil
import Courses
import Mentors
import Planning

extension BundleCheck {
  /// A course without modules gives its classes nothing to plan; one needs as many lecturers as it asks for.
  static let coursesWithModules = BundleCheck { draft in
    guard draft.modules.isUsable else { return }
    let taught = Set(draft.modules.rows.map(\.course)).union(draft.incompleteCourses)
    let lecturers = draft.people.rows.count { $0.roles.contains(.lecturer) }
    for (number, course) in Array(draft.courses.sound) {
      if !taught.contains(course.id) {
        draft.courses.report(
          .warning, row: number, "course", found: course.id,
          problem: Wording(zh: "课程没有模块", en: "a course without modules"),
          expected: Wording(zh: "应在课程模块表中列出其模块", en: "expected rows of it in the modules table"))
      }
      if draft.people.isWhole, course.minLecturers > lecturers {
        draft.courses.report(
          .warning, row: number, "min_lecturers", found: "\(course.minLecturers)",
          problem: Wording(zh: "讲师总共只有 \(lecturers) 人", en: "there are only \(lecturers) lecturers"),
          expected: Wording(zh: "应不超过讲师人数", en: "expected at most as many as there are"))
      }
    }
  }

  /// Every session of a module fits into some block.
  static let modulesFitBlocks = BundleCheck { draft in
    guard draft.blocks.isWhole, let longest = draft.blocks.rows.map(\.periods).max() else { return }
    for (number, module) in Array(draft.modules.sound) {
      guard let length = module.sessionLengths.max(), length > longest else { continue }
      draft.modules.report(
        .infeasible, row: number, "session_periods", found: "\(module.sessionPeriods)",
        problem: Wording(
          zh: "一次课 \(length) 课时，没有时段容得下", en: "a session of \(length) periods fits no block"),
        expected: Wording(
          zh: "应不超过最长时段的 \(longest) 课时", en: "expected at most \(longest), as the longest block has"))
    }
  }

  /// Enough lecturers hold what a module asks for; the planner explains what follows where they do not.
  static let modulesHaveLecturers = BundleCheck { draft in
    guard draft.people.isWhole else { return }
    var holders: [String: Int] = [:]
    var lecturers = 0
    for person in draft.people.rows where person.roles.contains(.lecturer) {
      lecturers += 1
      for qualification in person.qualifications { holders[qualification, default: 0] += 1 }
    }
    for (number, module) in Array(draft.modules.sound) {
      let able = module.qualification.map { holders[$0] ?? 0 } ?? lecturers
      guard able < module.team else { continue }
      draft.modules.report(
        .warning, row: number, module.qualification == nil ? "team" : "qualification",
        found: module.qualification,
        problem: able == 0
          ? Wording(zh: "没有讲师可授此模块", en: "no lecturer may teach the module")
          : Wording(zh: "只有 \(able) 名讲师可授此模块", en: "only \(able) lecturers may teach the module"),
        expected: Wording(
          zh: "应至少有 \(module.team) 名讲师具备此资质", en: "expected at least \(module.team) who hold it"))
    }
  }

  /// Some room has what a module needs.
  static let modulesHaveRooms = BundleCheck { draft in
    guard draft.rooms.isWhole else { return }
    let offers = Set(draft.rooms.rows.map(\.features))
    for (number, module) in Array(draft.modules.sound)
    where !module.features.isEmpty && !offers.contains(where: module.features.isSubset) {
      let features = module.features.sorted().joined(separator: ";")
      draft.modules.report(
        .warning, row: number, "features", found: features,
        problem: Wording(zh: "没有教室具备全部设施", en: "no room has all of them"),
        expected: Wording(zh: "应为教室表中某一教室的设施", en: "expected features that one room of the rooms table has"))
    }
  }
}

extension BundleDraft {
  /// Courses of which a module could not be read.
  var incompleteCourses: Set<String> {
    Set(modules.unsoundKeys.compactMap(TableReader.firstPart))
  }

  /// The modules of each course that is known whole: what its classes need can be reckoned.
  var modulesByCourse: [String: [Module]] {
    var incomplete = incompleteCourses
    for number in modules.unsound { incomplete.insert(modules.rows[number].course) }
    var byCourse: [String: [Module]] = [:]
    for (_, module) in modules.sound where !incomplete.contains(module.course) {
      byCourse[module.course, default: []].append(module)
    }
    return byCourse
  }
}
