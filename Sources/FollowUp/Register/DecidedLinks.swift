import Civil
import Cohorts

/// What was decided about links up to a day; of several decisions on a pair the latest rules.
struct DecidedLinks {
  private struct Person: Hashable {
    let firm: String
    let place: Int
  }

  private struct Pair: Hashable {
    let person: Person
    let trainee: String
  }

  private var accepted: Set<Person> = []
  private var refused: Set<Pair> = []
  private var traineesOfFirm: [String: Set<String>] = [:]

  init(_ decisions: [LinkDecision], asKnownOn known: CivilDate) {
    var latest: [Pair: LinkDecision] = [:]
    for decision in decisions where decision.entry.on <= known {
      let person = Person(firm: decision.firm, place: decision.place)
      let pair = Pair(person: person, trainee: decision.trainee)
      if let held = latest[pair], held.entry.on > decision.entry.on { continue }
      latest[pair] = decision
    }
    for (pair, decision) in latest {
      if decision.isAccepted {
        accepted.insert(pair.person)
        traineesOfFirm[pair.person.firm, default: []].insert(pair.trainee)
      } else {
        refused.insert(pair)
      }
    }
  }

  /// Whether a person of the register was linked already.
  func isAccepted(firm: String, place: Int) -> Bool {
    !accepted.isEmpty && accepted.contains(Person(firm: firm, place: place))
  }

  /// Whether the link was refused, or the trainee is somebody else of the firm.
  func excludes(firm: String, place: Int, trainee: String) -> Bool {
    if !traineesOfFirm.isEmpty, traineesOfFirm[firm]?.contains(trainee) ?? false { return true }
    return !refused.isEmpty
      && refused.contains(Pair(person: Person(firm: firm, place: place), trainee: trainee))
  }
}
