package import Civil
package import Reports

/// A report that the centre can write: its name, what it is for, what must be said to have it, and how it is made.
package struct ReportKind: Sendable {
  /// What a report may be asked for with.
  package enum Parameter: String, CaseIterable, Hashable, Sendable {
    case classID = "class"
    case venture, officer, area, period, filed

    package var name: Wording {
      switch self {
      case .classID: Wording(zh: "班级", en: "class")
      case .venture: Wording(zh: "创业实体", en: "venture")
      case .officer: Wording(zh: "回访员", en: "officer")
      case .area: Wording(zh: "区域", en: "area")
      case .period: Wording(zh: "期间", en: "period")
      case .filed: Wording(zh: "申领日期", en: "filing date")
      }
    }
  }

  /// By which it is asked for, in lower case with hyphens.
  package let name: String
  package let title: Wording
  /// What it is for and who reads it, in one sentence.
  package let purpose: Wording
  /// What must be given.
  package let needs: Set<Parameter>
  /// What may be given besides.
  package let takes: Set<Parameter>
  package let make: @Sendable (Centre, ReportRequest) throws -> Report

  package init(
    _ name: String, _ title: Wording, purpose: Wording, needs: Set<Parameter> = [],
    takes: Set<Parameter> = [],
    make: @escaping @Sendable (Centre, ReportRequest) throws -> Report
  ) {
    self.name = name
    self.title = title
    self.purpose = purpose
    self.needs = needs
    self.takes = takes
    self.make = make
  }
}

/// What a report is asked for with.
package struct ReportRequest: Sendable {
  package var classID: String?
  package var venture: String?
  package var officer: String?
  /// An area with those below it; nil: everywhere.
  package var area: String?
  package var period: ClosedRange<CivilDate>?
  /// The day on which the claim was filed that is printed anew; nil: what may be claimed now, else the last filing.
  package var filed: CivilDate?
  /// The day up to which things count as known.
  package var asOf: CivilDate
  package var disclosure: Disclosure
  package var calendar: WorkingCalendar

  package init(
    classID: String? = nil, venture: String? = nil, officer: String? = nil, area: String? = nil,
    period: ClosedRange<CivilDate>? = nil, filed: CivilDate? = nil, asOf: CivilDate,
    disclosure: Disclosure = .masked,
    calendar: WorkingCalendar = WorkingCalendar()
  ) {
    self.classID = classID
    self.venture = venture
    self.officer = officer
    self.area = area
    self.period = period
    self.filed = filed
    self.asOf = asOf
    self.disclosure = disclosure
    self.calendar = calendar
  }

  /// The parameters that are given.
  package var given: Set<ReportKind.Parameter> {
    var given: Set<ReportKind.Parameter> = []
    if classID != nil { given.insert(.classID) }
    if venture != nil { given.insert(.venture) }
    if officer != nil { given.insert(.officer) }
    if area != nil { given.insert(.area) }
    if period != nil { given.insert(.period) }
    if filed != nil { given.insert(.filed) }
    return given
  }
}
