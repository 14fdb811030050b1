package import Civil

/// That a member helps a trainee or a venture, from a day to a day (结对、辅导关系).
package struct MentorRelation: Hashable, Sendable {
  package let member: String
  /// The trainee or venture.
  package let subject: String
  package let from: CivilDate
  /// The last day; nil: it goes on.
  package let to: CivilDate?

  package init(member: String, subject: String, from: CivilDate, to: CivilDate? = nil) {
    self.member = member
    self.subject = subject
    self.from = from
    self.to = to
  }

  package func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }
}

/// Why somebody may not be assigned to a member of the pool.
package enum RelationRefusal: Error, Hashable, Sendable {
  case notServing(member: String, on: CivilDate)
  case noCapacityAgreed(member: String)
  case full(member: String, capacity: Int, on: CivilDate)
  case already(member: String, subject: String, since: CivilDate)
  case endsBeforeItBegins(CivilDate, end: CivilDate)

  package var sentence: Wording {
    switch self {
    case .notServing(let member, let day):
      Wording(
        zh: "\(member) 在 \(day) 不在聘期内；请先聘任或续聘。", en: "\(member) serves no term on \(day): renew it first.")
    case .noCapacityAgreed(let member):
      Wording(
        zh: "\(member) 没有约定辅导名额；请先填写。", en: "\(member) has agreed to no number of places: enter it first.")
    case .full(let member, let capacity, let day):
      Wording(
        zh: "\(member) 的 \(capacity) 个名额在 \(day) 已满；请另选，或先结束一项。",
        en: "\(member)'s \(capacity) places are taken on \(day): choose another, or end one first.")
    case .already(let member, let subject, let since):
      Wording(
        zh: "\(member) 自 \(since) 起已辅导 \(subject)。", en: "\(member) has helped \(subject) since \(since).")
    case .endsBeforeItBegins(let begin, let end):
      Wording(zh: "\(begin) 起、\(end) 止：止期早于起期。", en: "From \(begin) to \(end) ends before it begins.")
    }
  }
}

extension PoolMember {
  /// Places taken on a date, and those left; left is nil where no number was agreed.
  package func places(_ relations: [MentorRelation], on date: CivilDate) -> (taken: Int, left: Int?) {
    let taken = relations.count { $0.member == id && $0.holds(on: date) }
    return (taken, capacity.map { max(0, $0 - taken) })
  }

  /// Whether a relation may begin: within a term of service and within capacity on each of its days.
  ///
  /// Judged with what is known on the day on which it is recorded.
  /// - Throws: the first reason why it may not.
  package func check(
    _ relation: MentorRelation, with relations: [MentorRelation], recordedOn day: CivilDate
  ) throws(RelationRefusal) {
    if let end = relation.to, end < relation.from { throw .endsBeforeItBegins(relation.from, end: end) }
    guard isServing(on: relation.from, knownOn: day) else {
      throw .notServing(member: id, on: relation.from)
    }
    guard let capacity else { throw .noCapacityAgreed(member: id) }
    let own = relations.filter { other in
      other.member == id && (relation.to.map { other.from <= $0 } ?? true)
        && (other.to.map { relation.from <= $0 } ?? true)
    }
    if let same = own.first(where: { $0.subject == relation.subject }) {
      throw .already(member: id, subject: relation.subject, since: same.from)
    }
    // Most are taken on a day on which one begins.
    for begin in Set(own.map { max($0.from, relation.from) } + [relation.from]).sorted() {
      if own.count(where: { $0.holds(on: begin) }) >= capacity {
        throw .full(member: id, capacity: capacity, on: begin)
      }
    }
  }
}

/// How evenly a load is shared over a time (工作量均衡).
package struct LoadBalance: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package let member: String
    /// Days of relations within the time: one trainee on one day is one.
    package let load: Int
    /// Days that the places allow within the term of service.
    package let room: Int

    /// The part of the room that was used.
    package var use: Double { room > 0 ? Double(load) / Double(room) : 0 }
  }

  /// By member, of those who had room.
  package let shares: [Share]

  package init(_ members: [PoolMember], _ relations: [MentorRelation], within period: ClosedRange<CivilDate>)
  {
    var loads: [String: Int] = [:]
    for relation in relations {
      let from = max(relation.from, period.lowerBound)
      let to = min(relation.to ?? period.upperBound, period.upperBound)
      if from <= to { loads[relation.member, default: 0] += to - from + 1 }
    }
    shares = members.sorted { $0.id < $1.id }.compactMap { member in
      let days = period.count { member.isServing(on: $0, knownOn: period.upperBound) }
      let room = days * (member.capacity ?? 0)
      return room > 0 ? Share(member: member.id, load: loads[member.id] ?? 0, room: room) : nil
    }
  }

  /// Jain's index of the used parts: 1 where all use the same part of their room, 1/n where one bears it all.
  ///
  /// (Σx)² / (n Σx²): R. Jain, D. Chiu and W. Hawe, "A quantitative measure of fairness and discrimination for resource
  /// allocation in shared computer systems", 1984. Nil where nobody has room or nothing was done.
  package var fairness: Double? {
    let uses = shares.map(\.use)
    let squares = uses.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    let sum = uses.reduce(0, +)
    return sum * sum / (Double(uses.count) * squares)
  }

  /// The points off for further matches of a member, so that those who bore less come first.
  ///
  /// The part of the room used so far and each further place are dear by `weight` at full use.
  package func seatCosts(for member: String, capacity: Int, taken: Int = 0, weight: Int) -> [Int] {
    let past = shares.first { $0.member == member }?.use ?? 0
    return (taken..<max(taken, capacity)).map { place in
      Int((Double(weight) * (past + Double(place + 1) / Double(capacity)) / 2).rounded())
    }
  }
}
