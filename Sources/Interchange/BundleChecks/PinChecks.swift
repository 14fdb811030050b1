import Civil
import Cohorts
import Courses
import Mentors
import Planning

/// A pin with the class, the course and the module that it is about, as far as they are sound.
private struct PinnedSession {
  let number: Int
  let pin: Pin
  let group: TrainingClass
  let module: Module
  /// Periods of the session; nil: the module has no such part.
  let periods: Int?
}

extension BundleDraft {
  fileprivate var pinnedSessions: [PinnedSession] {
    let classes = Dictionary(classes.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    var modules: [String: Module] = [:]
    for (_, module) in self.modules.sound {
      modules[module.course + TableReader.keySeparator + module.id] = module
    }
    return pins.sound.compactMap { number, pin in
      guard let group = classes[pin.classID],
        let module = modules[group.course + TableReader.keySeparator + pin.module]
      else { return nil }
      let lengths = module.sessionLengths
      return PinnedSession(
        number: number, pin: pin, group: group, module: module,
        periods: lengths.indices.contains(pin.part - 1) ? lengths[pin.part - 1] : nil)
    }
  }
}

extension BundleCheck {
  /// A pin names a module of its class's course, and one of that module's parts.
  static let pinnedModules = BundleCheck { draft in
    let courses = Dictionary(draft.classes.rows.map { ($0.id, $0.course) }) { first, _ in first }
    let known = Set(draft.modules.keys).union(draft.modules.unsoundKeys)
    for (number, pin) in Array(draft.pins.sound) where draft.modules.isUsable {
      guard let course = courses[pin.classID], !known.contains(course + TableReader.keySeparator + pin.module)
      else { continue }
      draft.pins.report(
        .error, row: number, "module", found: pin.module,
        problem: Wording(zh: "该班的课程没有这个模块", en: "the course of the class has no such module"),
        expected: Wording(zh: "应为课程“\(course)”的模块", en: "expected a module of the course '\(course)'"))
    }
    for pinned in draft.pinnedSessions where pinned.periods == nil {
      let parts = pinned.module.sessionLengths.count
      draft.pins.report(
        .error, row: pinned.number, "part", found: "\(pinned.pin.part)",
        problem: Wording(zh: "该模块没有这一次课", en: "the module has no such part"),
        expected: Wording(zh: "应为 1 到 \(parts)", en: "expected 1 to \(parts)"))
    }
  }

  /// A pinned date is one on which the class can be taught, and the periods lie within the block.
  static let pinnedTimes = BundleCheck { draft in
    guard let settings = draft.settings, draft.blocks.isWhole else { return }
    let blocks = Dictionary(draft.blocks.rows.map { ($0.id, $0) }) { first, _ in first }
    let cohorts = Dictionary(draft.cohorts.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    for pinned in draft.pinnedSessions {
      guard let periods = pinned.periods else { continue }
      let (pin, group) = (pinned.pin, pinned.group)
      if let date = pin.date {
        let from = max(group.earliest ?? settings.planFrom, settings.planFrom)
        let to = min(group.latest ?? settings.planTo, settings.planTo)
        if date < from || date > to {
          draft.pins.report(
            .infeasible, row: pinned.number, "date", found: "\(date)",
            problem: Wording(zh: "日期在该班的范围之外", en: "a date outside the class's dates"),
            expected: Wording(zh: "应为 \(from) 至 \(to)", en: "expected \(from) to \(to)"))
        } else if draft.calendar.isHoliday(date) {
          draft.pins.report(
            .infeasible, row: pinned.number, "date", found: "\(date)",
            problem: Wording(zh: "该日为节假日", en: "the day is a holiday"),
            expected: Wording(zh: "节假日不上课", en: "nobody is taught on a holiday"))
        } else if let open = group.open ?? cohorts[group.cohort]?.open {
          let choices = pin.block.map { [$0] } ?? Array(blocks.keys)
          if !choices.contains(where: { open.opens($0, on: date, in: draft.calendar) }) {
            draft.pins.report(
              .infeasible, row: pinned.number, pin.block == nil ? "date" : "block",
              found: pin.block ?? "\(date)",
              problem: Wording(zh: "该班在此日此时段不开放", en: "the class is not open then"),
              expected: Wording(zh: "应在该班的开放时间内", en: "expected a time that the class's pattern opens"))
          }
        }
      }
      let room = pin.block.map { blocks[$0]?.periods ?? .max } ?? blocks.values.map(\.periods).max() ?? .max
      if let first = pin.firstPeriod, first - 1 + periods > room {
        draft.pins.report(
          .infeasible, row: pinned.number, "first_period", found: "\(first)",
          problem: Wording(
            zh: "\(periods) 课时从此开始超出时段", en: "\(periods) periods from there run beyond the block"),
          expected: Wording(
            zh: "应为 1 到 \(max(room - periods + 1, 1))", en: "expected 1 to \(max(room - periods + 1, 1))"))
      } else if pin.firstPeriod == nil, periods > room {
        draft.pins.report(
          .infeasible, row: pinned.number, "block", found: pin.block,
          problem: Wording(zh: "该时段容不下 \(periods) 课时", en: "the block does not hold \(periods) periods"),
          expected: Wording(zh: "应为更长的时段", en: "expected a longer block"))
      }
    }
  }

  /// A pinned room is at the class's site, has what the module needs, and seats the class.
  static let pinnedRooms = BundleCheck { draft in
    let rooms = Dictionary(draft.rooms.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    let enrolled = draft.enrolled
    for pinned in draft.pinnedSessions {
      guard let id = pinned.pin.room, let room = rooms[id] else { continue }
      let seats = pinned.group.size ?? enrolled[pinned.group.id] ?? 0
      let problem: Wording
      if let site = pinned.group.site, site != room.site {
        problem = Wording(zh: "教室不在该班的培训点", en: "the room is not at the class's site")
      } else if !pinned.module.features.isSubset(of: room.features) {
        problem = Wording(zh: "教室缺少该模块所需设施", en: "the room lacks what the module needs")
      } else if room.capacity < seats {
        problem = Wording(zh: "教室坐不下 \(seats) 人", en: "the room does not hold \(seats)")
      } else {
        continue
      }
      draft.pins.report(
        .infeasible, row: pinned.number, "room", found: id, problem: problem,
        expected: Wording(zh: "应为该班可用的教室", en: "expected a room that the class can use"))
    }
  }

  /// Pinned lecturers are as many as the module's team, and each may teach it.
  static let pinnedLecturers = BundleCheck { draft in
    let people = Dictionary(draft.people.sound.map { ($0.row.id, $0.row) }) { first, _ in first }
    for pinned in draft.pinnedSessions where !pinned.pin.lecturers.isEmpty {
      let (lecturers, module) = (pinned.pin.lecturers, pinned.module)
      if lecturers.count != module.team {
        draft.pins.report(
          .infeasible, row: pinned.number, "lecturers", found: lecturers.joined(separator: ";"),
          problem: Wording(zh: "固定了 \(lecturers.count) 名讲师", en: "\(lecturers.count) lecturers are pinned"),
          expected: Wording(zh: "该模块同堂应为 \(module.team) 名", en: "the module has \(module.team) at once"))
      }
      for id in lecturers {
        guard let person = people[id] else { continue }
        let problem: Wording
        if !person.roles.contains(.lecturer) {
          problem = .notALecturer
        } else if let wanted = module.qualification, !person.qualifications.contains(wanted) {
          problem = Wording(zh: "此人没有资质“\(wanted)”", en: "the person does not hold '\(wanted)'")
        } else if !pinned.group.lecturers.isEmpty, !pinned.group.lecturers.contains(id) {
          problem = Wording(zh: "此人不在该班的讲师之中", en: "the person is not among the class's lecturers")
        } else {
          continue
        }
        draft.pins.report(
          .infeasible, row: pinned.number, "lecturers", found: id, problem: problem,
          expected: Wording(zh: "应为可授该模块的讲师", en: "expected a lecturer who may teach the module"))
      }
    }
  }

  /// Two pins of one session do not contradict each other.
  static let pinsAgree = BundleCheck { draft in
    var known: [String: [Int]] = [:]
    for (number, pin) in Array(draft.pins.sound) {
      let key = [pin.classID, pin.module, "\(pin.part)"].joined(separator: TableReader.keySeparator)
      let earlier = known[key] ?? []
      known[key] = earlier + [number]
      guard let first = earlier.first(where: { pin.contradicts(draft.pins.rows[$0]) }) else { continue }
      let line = draft.pins.lines[first]
      draft.pins.report(
        .infeasible, row: number, "part", found: "\(pin.part)",
        problem: Wording(zh: "与第 \(line) 行的固定安排矛盾", en: "it contradicts the pin on line \(line)"),
        expected: Wording(zh: "同一课次的固定安排应一致", en: "expected the pins of one session to agree"))
    }
  }
}

extension Pin {
  fileprivate func contradicts(_ other: Pin) -> Bool {
    func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
      left != nil && right != nil && left != right
    }
    return differ(date, other.date) || differ(block, other.block) || differ(firstPeriod, other.firstPeriod)
      || differ(room, other.room)
      || !lecturers.isEmpty && !other.lecturers.isEmpty && Set(lecturers) != Set(other.lecturers)
  }
}
