package import Civil

/// An incubator (创业孵化基地): units that ventures move into.
package struct Incubator: Hashable, Sendable {
  package let id: String
  package let name: String
  package let area: AreaCode?
  /// Square metres in all.
  package let squareMetres: Int
  package let units: Int
  package let openedOn: CivilDate
  /// The last day; nil: still open.
  package let closedOn: CivilDate?

  package init(
    id: String, name: String, area: AreaCode? = nil, squareMetres: Int, units: Int, openedOn: CivilDate,
    closedOn: CivilDate? = nil
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.squareMetres = squareMetres
    self.units = units
    self.openedOn = openedOn
    self.closedOn = closedOn
  }

  package func isOpen(on date: CivilDate) -> Bool { openedOn <= date && closedOn.map { date <= $0 } ?? true }
}

/// That a venture has units of an incubator, from when to when (入驻).
package struct Tenancy: Hashable, Sendable {
  package let id: String
  package let incubator: String
  package let venture: String
  package let units: Int
  package let from: CivilDate
  /// The last day; nil: still.
  package let to: CivilDate?

  package init(
    id: String, incubator: String, venture: String, units: Int = 1, from: CivilDate, to: CivilDate? = nil
  ) {
    self.id = id
    self.incubator = incubator
    self.venture = venture
    self.units = units
    self.from = from
    self.to = to
  }

  package func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

  package func overlaps(_ other: Tenancy) -> Bool {
    (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
  }
}

/// Why a tenancy cannot be.
package enum TenancyFlaw: Hashable, Sendable {
  case unknownIncubator(String)
  case endsBeforeBegin
  case closed(incubator: String, from: CivilDate, to: CivilDate?)
  case noUnitsLeft(units: Int, taken: Int, on: CivilDate)
  case alreadyThere(from: CivilDate)

  package var text: Wording {
    switch self {
    case .unknownIncubator(let id):
      Wording(zh: "没有孵化基地“\(id)”，请先登记", en: "no incubator '\(id)': register it first")
    case .endsBeforeBegin: Wording(zh: "退出日期早于入驻日期", en: "it ends before it begins")
    case .closed(let name, let from, let to):
      Wording(
        zh: "“\(name)”的运营期为 \(from) 至 \(to?.description ?? "今")，入驻不在期内",
        en: "\(name) is open from \(from) to \(to?.description ?? "now"), not for all of the tenancy")
    case .noUnitsLeft(let units, let taken, let date):
      Wording(
        zh: "共 \(units) 个单元，\(date) 已占 \(taken) 个，不够", en: "of \(units) units \(taken) are taken on \(date)")
    case .alreadyThere(let date):
      Wording(
        zh: "该实体自 \(date) 起已入驻，请登记退出或改为增加单元",
        en: "the venture has been there since \(date): end that tenancy first")
    }
  }
}

/// Why an incubator cannot be registered as it is told.
package enum IncubatorFlaw: Hashable, Sendable {
  case tooFewUnits(Int, taken: Int, on: CivilDate)
  /// Tenancies that lie outside the days on which it is open.
  case tenantsOutside([String])

  package var text: Wording {
    switch self {
    case .tooFewUnits(let units, let taken, let date):
      Wording(
        zh: "孵化单元 \(units) 个，而 \(date) 已占 \(taken) 个", en: "\(units) units, but \(taken) are taken on \(date)"
      )
    case .tenantsOutside(let ids):
      Wording(
        zh: "运营期外还有入驻：\(ids.joined(separator: "、"))；请先登记退出",
        en: "tenancies outside its opening: \(ids.joined(separator: ", ")); end them first")
    }
  }
}

/// The incubators and tenancies of a centre.
package struct IncubatorRegister: Sendable {
  package let incubators: [Incubator]
  package let tenancies: [Tenancy]

  package init(incubators: [Incubator], tenancies: [Tenancy]) {
    self.incubators = incubators.sorted { $0.id < $1.id }
    self.tenancies = tenancies.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  /// Tenancies at an incubator on a date.
  package func tenants(of incubator: String, on date: CivilDate) -> [Tenancy] {
    tenancies.filter { $0.incubator == incubator && $0.holds(on: date) }
  }

  package func freeUnits(of incubator: Incubator, on date: CivilDate) -> Int {
    max(0, incubator.units - tenants(of: incubator.id, on: date).reduce(0) { $0 + $1.units })
  }

  /// Why an incubator cannot be registered so; empty: it can.
  ///
  /// Its tenants must keep their units.
  package func flaws(of incubator: Incubator) -> [IncubatorFlaw] {
    let own = tenancies.filter { $0.incubator == incubator.id }
    var flaws: [IncubatorFlaw] = []
    let fullest = own.map(\.from).map { day in
      (day, own.filter { $0.holds(on: day) }.reduce(0) { $0 + $1.units })
    }.first { $0.1 > incubator.units }
    if let (day, taken) = fullest { flaws.append(.tooFewUnits(incubator.units, taken: taken, on: day)) }
    let outside = own.filter { tenancy in
      tenancy.from < incubator.openedOn
        || incubator.closedOn.map { end in tenancy.to.map { $0 > end } ?? true } ?? false
    }
    if !outside.isEmpty { flaws.append(.tenantsOutside(outside.map(\.id))) }
    return flaws
  }

  /// Why one more tenancy cannot be; empty: it can.
  package func flaws(of tenancy: Tenancy) -> [TenancyFlaw] {
    if let to = tenancy.to, to < tenancy.from { return [.endsBeforeBegin] }
    guard let incubator = incubators.first(where: { $0.id == tenancy.incubator }) else {
      return [.unknownIncubator(tenancy.incubator)]
    }
    var flaws: [TenancyFlaw] = []
    let endsLater =
      tenancy.to.map { end in incubator.closedOn.map { $0 < end } ?? false } ?? (incubator.closedOn != nil)
    if tenancy.from < incubator.openedOn || endsLater {
      flaws.append(.closed(incubator: incubator.name, from: incubator.openedOn, to: incubator.closedOn))
    }
    let others = tenancies.filter {
      $0.incubator == incubator.id && $0.id != tenancy.id && $0.overlaps(tenancy)
    }
    let days = others.map(\.from).filter(tenancy.holds) + [tenancy.from]
    for day in days.sorted() {
      let taken = others.filter { $0.holds(on: day) }.reduce(0) { $0 + $1.units }
      guard taken + tenancy.units > incubator.units else { continue }
      flaws.append(.noUnitsLeft(units: incubator.units, taken: taken, on: day))
      break
    }
    if let other = others.first(where: { $0.venture == tenancy.venture }) {
      flaws.append(.alreadyThere(from: other.from))
    }
    return flaws
  }
}

/// How many bases a region asks for: internship hosts, incubators and their area.
package struct BaseQuota: RegulationRule {
  package let stamp: RuleStamp
  /// Recognised internship hosts (创业见习基地 30 家).
  package let leastHosts: Int
  /// Open incubators (孵化基地 4 个).
  package let leastIncubators: Int
  /// Square metres of all incubators together (面积不少于 6000 平方米).
  package let leastSquareMetres: Int

  package init(stamp: RuleStamp, leastHosts: Int, leastIncubators: Int, leastSquareMetres: Int) {
    self.stamp = stamp
    self.leastHosts = leastHosts
    self.leastIncubators = leastIncubators
    self.leastSquareMetres = leastSquareMetres
  }
}
