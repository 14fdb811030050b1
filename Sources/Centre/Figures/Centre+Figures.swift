package import Civil
import Cohorts
import Courses
import FollowUp
package import Indicators
package import Interchange
import Planning
package import Reports
import Store

extension Centre {
  /// The indicators of an area and a period, as known on a day.
  ///
  /// `indicators` nil: the standard ones and those that the area adds. `area` with those below it; blank: everywhere.
  /// Throws where no regulation says how they are counted there.
  package func results(
    of indicators: [Indicator]? = nil, area: String, period: ClosedRange<CivilDate>, knownOn day: CivilDate
  ) throws(CentreError) -> [IndicatorResult] {
    let evidence = try evidence(area: area, period: period, knownOn: day)
    return (indicators ?? self.indicators(area: area, period: period)).map { $0.result(evidence) }
  }

  /// The standard indicators with those that the area adds itself; the rules are those of the period's last day.
  package func indicators(area: String, period: ClosedRange<CivilDate>) -> [Indicator] {
    environment.regulations.indicators(in: AreaCode(area) ?? .nation, on: period.upperBound)
  }

  /// Enters numbers from outside.
  ///
  /// How many there were; `refused` where the file has errors, and then nothing is entered.
  package func record(_ reading: OutsideFile.Reading) throws(CentreError) -> Int {
    let stamp = try recordStamp()
    switch reading {
    case .denominators(let reading):
      guard reading.isSound else { throw .unsound(reading.problems) }
      let numbers = reading.rows.map { _, row in row.recorded(on: stamp.on) }
      try stored { store throws(StoreError) in try store.record(numbers, stamp: stamp) }
      return numbers.count
    case .surveys(let reading):
      guard reading.isSound else { throw .unsound(reading.problems) }
      let surveys = reading.rows.map(\.row)
      try stored { store throws(StoreError) in try store.record(surveys, stamp: stamp) }
      return surveys.count
    }
  }

  /// Who stands behind the parts of an indicator: people and ventures by name, with the evidence on record.
  package func records(behind result: IndicatorResult) throws(CentreError) -> Report {
    var names = RecordNames(centre: self)
    var parts: [Report.Part] = []
    for component in result.components {
      guard let figure = component.figure else {
        if case .notComputable(let reason) = component.outcome {
          parts.append(
            .paragraph(
              Wording(
                zh: "\(component.name.chinese)：不可计算，\(reason.chinese)",
                en: "\(component.name.english): not computable, \(reason.english)")))
        }
        continue
      }
      for part in [figure.numerator] + (figure.denominator.map { [$0] } ?? []) + figure.details {
        guard case .records(let ids) = part.origin else { continue }
        let people = Set(ids)
        let isListed = people.count <= ListLimit.rowsLookedUp
        var rows: [[Cell]] = []
        for id in isListed ? people.sorted() : [] { rows.append(try names.row(of: id)) }
        parts.append(
          .table(
            ReportTable(
              Wording(
                zh: "\(component.name.chinese)：\(part.name.chinese)（\(part.quantity.text.chinese)）",
                en: "\(component.name.english): \(part.name.english) (\(part.quantity.text.english))"),
              columns: [
                .init(Wording(zh: "编号", en: "Id"), width: 16),
                .init(Wording(zh: "类别", en: "Kind"), width: 12),
                .init(Wording(zh: "名称", en: "Name"), width: 24),
                .init(Wording(zh: "依据", en: "Evidence"), width: 44),
              ], rows: rows,
              notes: isListed
                ? []
                : [
                  ListLimit.note(
                    people.count, of: ListLimit.rowsLookedUp,
                    narrowedBy: Wording(zh: " --area 或更短的 --period ", en: "--area or a shorter --period"))
                ])))
      }
    }
    return Report(
      "records", title: Wording(zh: "\(result.name.chinese)：名单", en: "\(result.name.english): the records"),
      particulars: [
        .init(Wording(zh: "数据截止", en: "Known on"), .date(result.knownOn))
      ] + result.rules.map { .init(Wording(zh: "口径", en: "Rule"), .words($0.wording)) }, parts: parts)
  }
}

extension CentreError {
  /// That a file with errors is not taken.
  static func unsound(_ problems: [ImportProblem]) -> CentreError {
    let errors = problems.count(where: \.isError)
    return .refused(
      Wording(
        zh: "文件有 \(errors) 处错误，没有存入任何内容；请更正后重新导入",
        en:
          "the file has \(errors) \(errors == 1 ? "error" : "errors") and nothing was stored; correct it and import again"
      ))
  }
}

extension Denominator {
  fileprivate func recorded(on day: CivilDate) -> Denominator {
    Denominator(
      kind, area: area, period: period, quantity, source: source, publishedOn: publishedOn, recordedOn: day)
  }
}

/// What the ids behind a figure stand for, looked up as they are asked for.
private struct RecordNames {
  let centre: Centre
  private var known: [String: [Cell]] = [:]

  init(centre: Centre) { self.centre = centre }

  mutating func row(of id: String) throws(CentreError) -> [Cell] {
    if let row = known[id] { return row }
    let row = try look(id)
    known[id] = row
    return row
  }

  private func look(_ id: String) throws(CentreError) -> [Cell] {
    let (venture, trainee) = try centre.stored { store throws(StoreError) in
      (
        try store.ventures(VentureQuery(code: id)).first,
        try store.trainees(TraineeQuery(code: id, limit: 1)).first
      )
    }
    if let venture {
      return [
        .text(id), .words(Wording(zh: "创业实体", en: "venture")), .text(venture.record.venture.name),
        .words(venture.evidence),
      ]
    }
    if let trainee {
      let classes = try centre.stored { store throws(StoreError) in try store.classes(ofTrainee: id) }
      let held = classes.map { "\($0.id)（\($0.days.lowerBound) – \($0.days.upperBound)）" }
      return [
        .text(id), .words(Wording(zh: "学员", en: "trainee")), .text(trainee.trainee.name),
        .words(Wording(zh: "班级：", en: "classes: ").followed(by: held)),
      ]
    }
    return [.text(id), .words(Wording(zh: "其他记录", en: "another record")), .blank, .blank]
  }
}

extension Wording {
  fileprivate func followed(by items: [String]) -> Wording {
    Wording(zh: chinese + items.joined(separator: "、"), en: english + items.joined(separator: ", "))
  }
}

extension VentureFile {
  /// Its licence and what proves its last state.
  fileprivate var evidence: Wording {
    let licence: Wording =
      switch record.venture.registration {
      case .licensed(let licence, let day):
        Wording(zh: "营业执照 \(licence)（\(day)）", en: "licence \(licence) (\(day))")
      case .exempt: Wording(zh: "免于登记", en: "need not be registered")
      case .none: Wording(zh: "未登记", en: "not registered")
      }
    guard let last = record.states.entries.last, let state = last.fact else { return licence }
    let papers = last.evidence.map { "\($0.kind) \($0.reference)" }.joined(separator: "、")
    return Wording(
      zh: "\(licence.chinese)；\(last.from) \(state.name.chinese)\(papers.isEmpty ? "" : "：\(papers)")",
      en: "\(licence.english); \(state.name.english) from \(last.from)\(papers.isEmpty ? "" : ": \(papers)")")
  }
}
