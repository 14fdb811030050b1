import Civil

extension Constraint {
  /// Sessions of a class follow by module order and part, with the module's gap in days.
  package static let order = Constraint(
    "H1", .hard, name: .init(zh: "先后顺序", en: "Order"),
    .init(
      zh: "同一班级的课次按模块顺序和部分先后进行：前面顺序的课次全部结束后，后面的才开始，并满足间隔天数。",
      en:
        "A class's session starts only after every session of a lower order has ended, with its gap in days; "
        + "the parts of a module stay in order.")
  ) { timetable in
    timetable.byClass.flatMap { levels(of: $0.placed) + parts(of: $0.placed) }
  }

  private static func levels(of placed: [Timetable.Placed]) -> [Finding] {
    var findings: [Finding] = []
    var ended: Timetable.Placed?
    let levels = Dictionary(grouping: placed, by: \.session.order).sorted { $0.key < $1.key }
    for (_, level) in levels {
      if let ended {
        for one in level {
          if one.minutes.lowerBound < ended.minutes.upperBound {
            findings.append(tooEarly(one, after: ended))
          } else if one.date - ended.date < one.session.gapDays {
            findings.append(
              Finding(
                zh: "\(one.label)：与 \(ended.label) 间隔不足 \(one.session.gapDays) 天",
                en: "\(one.label): less than \(one.session.gapDays) days after \(ended.label)"))
          }
        }
      }
      ended = (level + (ended.map { [$0] } ?? [])).max { $0.minutes.upperBound < $1.minutes.upperBound }
    }
    return findings
  }

  private static func parts(of placed: [Timetable.Placed]) -> [Finding] {
    Dictionary(grouping: placed, by: \.session.module).sorted { $0.key < $1.key }.flatMap { _, parts in
      let parts = parts.sorted { $0.session.part < $1.session.part }
      return zip(parts, parts.dropFirst()).compactMap { earlier, later in
        later.minutes.lowerBound < earlier.minutes.upperBound ? tooEarly(later, after: earlier) : nil
      }
    }
  }

  private static func tooEarly(_ one: Timetable.Placed, after other: Timetable.Placed) -> Finding {
    Finding(
      zh: "\(one.label)：\(other.label) 尚未结束", en: "\(one.label): starts before \(other.label) has ended")
  }
}
