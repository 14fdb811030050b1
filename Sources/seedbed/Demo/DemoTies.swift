import Centre
import Civil
import Interchange
import Mentors
import Reports

extension DemoPart {
  /// Officers who answer for founders (三包): what they did month by month, and what they owe now.
  static let pledges = DemoPart(
    Wording(zh: "“三包”责任：谁欠着哪一项", en: "Pledges: which officer owes what"),
    enter: { stage in
      let pledges = try stage.centre.readPledges(
        stage.fixture("ties/pledges.csv"), file: "pledges.csv"
      ).rows.map(\.row)
      try stage.monthly(pledges, on: \.from) { _ = try $0.pledge($1) }
      let deeds = try stage.centre.readPledgeDeeds(stage.fixture("ties/deeds.csv"), file: "deeds.csv")
        .rows.map(\.row)
      try stage.monthly(deeds, on: \.on) { _ = try $0.keep($1) }
      return Wording(
        zh: "“三包”责任书：\(pledges.count) 份，履责 \(deeds.count) 次",
        en: "pledges: \(pledges.count), kept by \(deeds.count) deeds")
    },
    show: { stage in
      let standing = try stage.centre.pledgeStanding(
        area: stage.area, asOf: stage.today, calendar: stage.calendar)
      let overdue = standing.duties.filter { $0.overdue > 0 }.sorted {
        ($1.overdue, $0.trainee) < ($0.overdue, $1.trainee)
      }
      let bound = standing.pledges.filter { $0.binds(on: stage.today) }
      let officers = Set(bound.compactMap { $0.officer(on: stage.today) })
      let sum = Wording(
        zh: "\(officers.count) 名责任人负责 \(bound.count) 名创业者，\(standing.duties.count) 项责任中逾期 \(overdue.count) 项"
          + (overdue.isEmpty ? "" : "；逾期最久的："),
        en:
          "\(officers.count) officers answer for \(bound.count) founders; of \(standing.duties.count) duties "
          + "\(overdue.count) are overdue" + (overdue.isEmpty ? "" : ", these for longest:"))
      let first = overdue.prefix(4).map { duty in
        let days = duty.overdue
        return Wording(
          zh: "  \(duty.due)  \(duty.officer)  \(duty.trainee)  \(duty.item.name.chinese)，逾期 \(days) 个工作日",
          en: "  \(duty.due)  \(duty.officer)  \(duty.trainee)  \(duty.item.name.english), "
            + (days == 1 ? "1 working day overdue" : "\(days) working days overdue"))
      }
      return [sum] + first
    },
    reports: [("pledges", ["html"]), ("pledge-duties", ["xlsx"])])

  /// Departments with communities, cadres with households and firms, founders with each other.
  static let pairings = DemoPart(
    Wording(zh: "双联和结对：谁联系谁，双方怎么选", en: "Pairings: who with whom, and how both sides chose"),
    enter: { stage in
      let register = try stage.centre.readPairings(
        stage.fixture("ties/pairings.csv"), file: "pairings.csv"
      ).rows.map(\.row)
      try stage.monthly(register, on: \.from) { centre, own in _ = try centre.pair(own.map { ($0, nil) }) }
      let members = try stage.centre.readMatchMembers(
        stage.fixture("ties/firms-and-cadres.csv"), file: "firms-and-cadres.csv"
      ).rows.map(\.row)
      let chosen = try stage.centre.matchPairings(
        members, kind: .cadreFirm, seats: Seats(minimum: 1, capacity: 2), mode: .twoWay,
        wishes: WishSource(stage.fixture("ties/wishes.csv"), name: "wishes.csv"), asOf: stage.today)
      let ids = try stage.centre.record(chosen, in: Console.language)
      return Wording(
        zh: "结对名册：\(register.count) 对；干部与企业双向选择：\(ids.count) 对，\(chosen.matching.unmatched.count) 家企业没有配上",
        en: "register of pairs: \(register.count); cadres and firms by a two-way choice: \(ids.count) pairs, "
          + "\(chosen.matching.unmatched.count) firms without a cadre")
    },
    show: { stage in
      let held = try stage.centre.pairings(knownOn: stage.today).filter { $0.holds(on: stage.today) }
      let kinds = Pairing.Kind.allCases.map { kind in
        let own = held.filter { $0.kind == kind }
        return Wording(
          zh: "\(kind.name.chinese)：\(own.count) 对", en: "\(kind.name.english): \(own.count) pairs")
      }
      let chosen = try stage.centre.pairingReport(kind: .cadreFirm, asOf: stage.today).tables.last?.rows ?? []
      let reasons = chosen.prefix(2).filter { $0.count > 6 }.map { row in
        Wording(
          zh: "  \(row[2].text(in: .chinese)) ← \(row[1].text(in: .chinese))：\(row[6].text(in: .chinese))",
          en: "  \(row[2].text(in: .english)) ← \(row[1].text(in: .english)): \(row[6].text(in: .english))")
      }
      return kinds + reasons
    },
    reports: [("pairings", ["html"])])
}
