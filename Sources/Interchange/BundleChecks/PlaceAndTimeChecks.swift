import Civil
import Planning

extension BundleCheck {
  private static let longestPlan = 1100

  /// The plan begins before it ends, and lasts three years at most.
  static let planWindow = BundleCheck { draft in
    for (number, centre) in Array(draft.centre.sound) {
      let days = centre.planTo - centre.planFrom + 1
      if days < 1 {
        draft.centre.report(
          .error, row: number, "plan_to", found: "\(centre.planTo)", problem: .endsBeforeItBegins,
          expected: Wording(
            zh: "应不早于计划开始 \(centre.planFrom)", en: "expected a date not before plan_from, \(centre.planFrom)")
        )
      } else if days > longestPlan {
        draft.centre.report(
          .error, row: number, "plan_to", found: "\(centre.planTo)",
          problem: Wording(zh: "计划长达 \(days) 天", en: "a plan of \(days) days"),
          expected: Wording(zh: "应不超过 \(longestPlan) 天", en: "expected at most \(longestPlan) days"))
      }
    }
  }

  static let someBlock = BundleCheck { draft in
    guard draft.blocks.isUsable, draft.blocks.rowsRead == 0 else { return }
    draft.blocks.report(
      .error, problem: Wording(zh: "没有任何时段", en: "no block at all"),
      expected: Wording(zh: "应至少有一个时段", en: "expected at least one"))
  }

  /// A block ends by midnight.
  static let blocksWithinTheDay = BundleCheck { draft in
    for (number, block) in Array(draft.blocks.sound) {
      let end = block.minutes(first: 1, count: block.periods).upperBound
      guard end > 1440 else { continue }
      draft.blocks.report(
        .error, row: number, "periods", found: "\(block.periods)",
        problem: Wording(zh: "时段越过午夜", en: "the block runs past midnight"),
        expected: Wording(
          zh: "应在 24:00 前结束，现为次日 \(ClockTime(minutes: end % 1440))",
          en: "expected it to end by 24:00, not at \(ClockTime(minutes: end % 1440)) on a later day"))
    }
  }

  /// Blocks seldom overlap on purpose.
  static let blocksApart = BundleCheck { draft in
    let sorted = draft.blocks.sound.sorted { $0.row.start < $1.row.start }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) {
      let end = earlier.row.minutes(first: 1, count: earlier.row.periods).upperBound
      guard later.row.start.minutes < end else { continue }
      draft.blocks.report(
        .warning, row: later.number, "start", found: "\(later.row.start)",
        problem: Wording(zh: "与时段“\(earlier.row.id)”重叠", en: "overlaps the block '\(earlier.row.id)'"),
        expected: Wording(
          zh: "应不早于 \(ClockTime(minutes: end))", en: "expected a start not before \(ClockTime(minutes: end))")
      )
    }
  }

  /// What the solver can tell apart within a day: it keeps one bit for each stretch between two period boundaries.
  private static let mostStretches = 60

  static let dayOfFewStretches = BundleCheck { draft in
    var boundaries: Set<Int> = []
    var last: Int?
    for (number, block) in draft.blocks.sound {
      for period in 1...max(block.periods, 1) {
        let minutes = block.minutes(first: period, count: 1)
        boundaries.formUnion([minutes.lowerBound, minutes.upperBound])
      }
      last = number
    }
    guard let last, boundaries.count > mostStretches + 1 else { return }
    draft.blocks.report(
      .error, row: last, "periods",
      problem: Wording(
        zh: "各时段的课时起止把一天分成 \(boundaries.count - 1) 段",
        en: "the periods' limits cut the day into \(boundaries.count - 1) stretches"),
      expected: Wording(
        zh: "应不超过 \(mostStretches) 段，请减少时段或使其起止一致",
        en: "expected at most \(mostStretches): have fewer blocks, or let them share limits"))
  }

  /// A place has both coordinates or none.
  static let completePlaces = BundleCheck { draft in
    for (number, site) in Array(draft.sites.sound) where (site.latitude == nil) != (site.longitude == nil) {
      draft.sites.report(
        .error, row: number, site.latitude == nil ? "latitude" : "longitude",
        problem: Wording(zh: "只有经度或只有纬度", en: "one coordinate without the other"),
        expected: Wording(zh: "应两者都填或都不填", en: "expected both or neither"))
    }
  }

  /// A pair of sites has one travel time, in both directions, and a site none to itself.
  static let travelPairs = BundleCheck { draft in
    var known: [Set<String>: (line: Int, minutes: Int)] = [:]
    for (number, travel) in Array(draft.travel.sound) {
      guard travel.from != travel.to else {
        draft.travel.report(
          travel.minutes == 0 ? .warning : .error, row: number, "to", found: travel.to,
          problem: Wording(zh: "起点与终点相同", en: "from a site to itself"),
          expected: Wording(zh: "应为两个不同的培训点", en: "expected two different sites"))
        continue
      }
      let pair: Set = [travel.from, travel.to]
      guard let first = known[pair] else {
        known[pair] = (draft.travel.lines[number], travel.minutes)
        continue
      }
      draft.travel.report(
        first.minutes == travel.minutes ? .warning : .error, row: number, "minutes",
        found: "\(travel.minutes)",
        problem: Wording(zh: "这两点的路程已见第 \(first.line) 行", en: "the pair is already on line \(first.line)"),
        expected: Wording(
          zh: "路程双向相同，已为 \(first.minutes) 分钟",
          en: "expected one row, as both directions take \(first.minutes) minutes"))
    }
  }
}

extension Wording {
  static let endsBeforeItBegins = Wording(zh: "结束早于开始", en: "it ends before it begins")
}
