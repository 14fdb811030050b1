/// A bound with the numbers by which it can be added up again.
package struct BoundWitness: Encodable, Sendable {
  struct Share: Encodable {
    let `class`: String
    let units: Int
  }

  struct Lack: Encodable {
    let people: [String]
    let periods: Int
    let fairLoad: Int

    enum CodingKeys: String, CodingKey {
      case people, periods
      case fairLoad = "fair_load"
    }
  }

  struct Prices: Encodable {
    struct Choice: Encodable {
      let `class`: String
      let person: String
      let has: Bool
    }
    struct Least: Encodable {
      let `class`: String
      let cost: Double
    }
    struct Case: Encodable {
      let choices: [Choice]
      /// By group.
      let prices: [Int]
      let classes: [Least]
    }
    /// A price of so much is the whole weight of load.
    let scale = StaffPrices.scale
    let fairLoad: Int
    let groups: [[String]]
    let cases: [Case]

    enum CodingKeys: String, CodingKey {
      case scale, groups, cases
      case fairLoad = "fair_load"
    }
  }

  let id: String
  let constraints: [String]
  let cost: Double
  let units: Int?
  // One of these, by the kind of bound.
  var shares: [Share]?
  var sessions: [SessionName]?
  var shortage: Lack?
  var prices: Prices?

  init(_ proof: BoundProof, _ numbered: NumberedTimetable) {
    let problem = numbered.problem
    id = proof.id
    constraints = proof.constraints
    cost = proof.cost
    units = proof.units
    func names(_ people: [Int]) -> [String] { people.map { problem.people[$0].id } }
    switch proof.witness {
    case .series(let own):
      shares = own.map { Share(class: problem.series[$0.series].id, units: $0.units) }
    case .sessions(let own):
      sessions = own.map { SessionName(problem, $0) }
    case .shortage(let own):
      shortage = Lack(people: names(own.people), periods: own.periods, fairLoad: own.fairLoad)
    case .prices(let own):
      prices = Prices(
        fairLoad: own.fairLoad, groups: own.groups.map(names),
        cases: own.cases.map { one in
          Prices.Case(
            choices: one.choices.map {
              Prices.Choice(
                class: problem.series[$0.series].id, person: problem.people[$0.person].id, has: $0.isHeld)
            }, prices: one.prices,
            classes: one.classes.map { Prices.Least(class: problem.series[$0.series].id, cost: $0.cost) })
        })
    }
  }
}
