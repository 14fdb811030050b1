package import Civil

/// A firm or body that takes in interns (创业见习基地).
package struct InternshipHost: Hashable, Sendable {
  package let id: String
  package let name: String
  package let area: AreaCode?
  package let industry: Industry?
  /// Interns at once.
  package let places: Int
  /// The first and last day on which it is recognised; nil: until it is withdrawn.
  package let recognisedOn: CivilDate
  package let recognisedUntil: CivilDate?
  package let contact: String?

  package init(
    id: String, name: String, area: AreaCode? = nil, industry: Industry? = nil, places: Int,
    recognisedOn: CivilDate, recognisedUntil: CivilDate? = nil, contact: String? = nil
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.industry = industry
    self.places = places
    self.recognisedOn = recognisedOn
    self.recognisedUntil = recognisedUntil
    self.contact = contact
  }

  package func isRecognised(on date: CivilDate) -> Bool {
    recognisedOn <= date && recognisedUntil.map { date <= $0 } ?? true
  }
}

/// That a trainee works at a host for a while (见习).
package struct InternshipPlacement: Hashable, Sendable {
  package let id: String
  package let host: String
  package let trainee: String
  package let from: CivilDate
  /// The last day; nil: still.
  package let to: CivilDate?
  package let mentor: String?

  package init(
    id: String, host: String, trainee: String, from: CivilDate, to: CivilDate? = nil, mentor: String? = nil
  ) {
    self.id = id
    self.host = host
    self.trainee = trainee
    self.from = from
    self.to = to
    self.mentor = mentor
  }

  package func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

  package func overlaps(_ other: InternshipPlacement) -> Bool {
    (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
  }
}

/// Why a placement cannot be.
package enum PlacementFlaw: Hashable, Sendable {
  case unknownHost(String)
  case endsBeforeBegin
  /// The host is not recognised on some day of it.
  case notRecognised(host: String, from: CivilDate, until: CivilDate?)
  case hostFull(places: Int, on: CivilDate)
  case elsewhere(host: String, from: CivilDate)

  package var text: Wording {
    switch self {
    case .unknownHost(let id):
      Wording(zh: "没有见习基地“\(id)”，请先登记", en: "no internship host '\(id)': register it first")
    case .endsBeforeBegin: Wording(zh: "结束日期早于开始日期", en: "it ends before it begins")
    case .notRecognised(let host, let from, let until):
      Wording(
        zh: "“\(host)”的认定期为 \(from) 至 \(until?.description ?? "今")，见习不在期内",
        en:
          "\(host) is recognised from \(from) to \(until?.description ?? "now"), not for all of the placement"
      )
    case .hostFull(let places, let date):
      Wording(
        zh: "基地名额 \(places) 人，\(date) 已满；请改期或换基地",
        en: "all \(places) places are taken on \(date): choose other days or another host")
    case .elsewhere(let host, let from):
      Wording(
        zh: "该学员自 \(from) 起在“\(host)”见习，时间重叠", en: "the trainee is at \(host) from \(from): the times overlap"
      )
    }
  }
}

/// Why a host cannot be registered as it is told.
package enum HostFlaw: Hashable, Sendable {
  case tooFewPlaces(Int, interns: Int, on: CivilDate)
  /// Placements that lie outside the days on which it is recognised.
  case internsOutside([String])

  package var text: Wording {
    switch self {
    case .tooFewPlaces(let places, let interns, let date):
      Wording(
        zh: "名额 \(places) 人，而 \(date) 有 \(interns) 人在岗",
        en: "\(places) places, but \(interns) interns on \(date)")
    case .internsOutside(let ids):
      Wording(
        zh: "认定期外还有见习：\(ids.joined(separator: "、"))；请先登记离岗",
        en: "placements outside its recognition: \(ids.joined(separator: ", ")); end them first")
    }
  }
}

/// The hosts and placements of a centre.
package struct InternshipRegister: Sendable {
  package let hosts: [InternshipHost]
  package let placements: [InternshipPlacement]

  package init(hosts: [InternshipHost], placements: [InternshipPlacement]) {
    self.hosts = hosts.sorted { $0.id < $1.id }
    self.placements = placements.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  /// Interns at a host on a date.
  package func interns(at host: String, on date: CivilDate) -> [InternshipPlacement] {
    placements.filter { $0.host == host && $0.holds(on: date) }
  }

  /// Why one more placement cannot be; empty: it can.
  package func flaws(of placement: InternshipPlacement) -> [PlacementFlaw] {
    if let to = placement.to, to < placement.from { return [.endsBeforeBegin] }
    guard let host = hosts.first(where: { $0.id == placement.host }) else {
      return [.unknownHost(placement.host)]
    }
    var flaws: [PlacementFlaw] = []
    let endsLater =
      placement.to.map { end in host.recognisedUntil.map { $0 < end } ?? false }
      ?? (host.recognisedUntil != nil)
    if placement.from < host.recognisedOn || endsLater {
      flaws.append(
        .notRecognised(host: host.name, from: host.recognisedOn, until: host.recognisedUntil))
    }
    let others = placements.filter { $0.id != placement.id && $0.overlaps(placement) }
    // A host is fullest on a day on which somebody begins.
    let days = others.filter { $0.host == host.id }.map(\.from).filter(placement.holds) + [placement.from]
    let full = days.sorted().first { day in
      others.count { $0.host == host.id && $0.holds(on: day) } >= host.places
    }
    if let full { flaws.append(.hostFull(places: host.places, on: full)) }
    if let other = others.first(where: { $0.trainee == placement.trainee }) {
      let name = hosts.first { $0.id == other.host }?.name ?? other.host
      flaws.append(.elsewhere(host: name, from: other.from))
    }
    return flaws
  }

  /// Why a host cannot be registered so; empty: it can.
  ///
  /// Its placements must keep their places.
  package func flaws(of host: InternshipHost) -> [HostFlaw] {
    let own = placements.filter { $0.host == host.id }
    var flaws: [HostFlaw] = []
    let busiest = own.map(\.from).map { day in (day, own.count { $0.holds(on: day) }) }
      .first { $0.1 > host.places }
    if let (day, interns) = busiest {
      flaws.append(.tooFewPlaces(host.places, interns: interns, on: day))
    }
    let outside = own.filter { placement in
      placement.from < host.recognisedOn
        || host.recognisedUntil.map { end in placement.to.map { $0 > end } ?? true } ?? false
    }
    if !outside.isEmpty { flaws.append(.internsOutside(outside.map(\.id))) }
    return flaws
  }

  /// Hosts recognised on a date: what the quota counts.
  package func recognised(on date: CivilDate) -> [InternshipHost] {
    hosts.filter { $0.isRecognised(on: date) }
  }
}
