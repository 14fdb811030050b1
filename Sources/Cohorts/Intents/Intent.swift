package import Civil

/// A wish to start a business, as a survey found it (意愿摸底); the person need not be enrolled.
package struct Intent: Hashable, Sendable {
  package let id: String
  package let name: String
  /// Stands for the identity number, as in `PersonRecord`.
  package let identityKey: String?
  package let phone: String?
  package let birthDate: CivilDate?
  package let area: AreaCode?
  /// Codes of trainee categories, as the person says; nothing is proved yet.
  package let categories: [String]
  /// What the person means to start, in the words of the survey.
  package let wish: String
  /// The industry (GB/T 4754), where it is clear.
  package let industry: String?
  /// The programme asked for (`SYB` …).
  package let programme: String?
  /// Own money for it, in yuan.
  package let capital: Int?
  package let skill: String?
  package let yearsAway: Int?
  /// Points of the self-test of one's fitness to start a business (创业潜能测评), 0 to 100; nil: not taken.
  package let selfTest: Int?
  package let surveyedOn: CivilDate
  package let entry: Entry

  package init(
    id: String, name: String, identityKey: String? = nil, phone: String? = nil, birthDate: CivilDate? = nil,
    area: AreaCode? = nil, categories: [String] = [], wish: String, industry: String? = nil,
    programme: String? = nil, capital: Int? = nil, skill: String? = nil, yearsAway: Int? = nil,
    selfTest: Int? = nil, surveyedOn: CivilDate, entry: Entry
  ) {
    self.id = id
    self.name = name
    self.identityKey = identityKey
    self.phone = phone
    self.birthDate = birthDate
    self.area = area
    self.categories = categories
    self.wish = wish
    self.industry = industry
    self.programme = programme
    self.capital = capital
    self.skill = skill
    self.yearsAway = yearsAway
    self.selfTest = selfTest
    self.surveyedOn = surveyedOn
    self.entry = entry
  }

  /// What of it is compared with other records of people.
  package var record: PersonRecord {
    PersonRecord(
      id: id, name: name, identityKey: identityKey, phone: phone, birthDate: birthDate, area: area)
  }
}

/// What became of a wish: it was linked to a trainee, or given up.
package struct IntentOutcome: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case enrolled(trainee: String)
    case givenUp(reason: String)
    /// An earlier outcome was wrong: the wish is open again.
    case reopened
  }

  package let intent: String
  package let outcome: Outcome
  package let entry: Entry

  package init(intent: String, outcome: Outcome, entry: Entry) {
    self.intent = intent
    self.outcome = outcome
    self.entry = entry
  }
}

/// The register of wishes: appended facts, read as of a day.
package struct IntentRegister: Sendable {
  package let intents: [Intent]
  private let outcomes: [String: [IntentOutcome]]

  package init(_ intents: [Intent], outcomes: [IntentOutcome] = []) {
    self.intents = intents
    self.outcomes = Dictionary(grouping: outcomes, by: \.intent)
  }

  /// The latest outcome of a wish as known on a day; of several on one day the last appended rules.
  package func outcome(of intent: String, asKnownOn known: CivilDate) -> IntentOutcome? {
    var latest: IntentOutcome?
    for outcome in outcomes[intent] ?? [] where outcome.entry.on <= known {
      if let held = latest, held.entry.on > outcome.entry.on { continue }
      latest = outcome
    }
    return latest?.outcome == .reopened ? nil : latest
  }

  /// The wishes that wait for a course, as known on a day, oldest first.
  package func open(asKnownOn known: CivilDate) -> [Intent] {
    intents.filter { $0.entry.on <= known && outcome(of: $0.id, asKnownOn: known) == nil }
      .sorted { ($0.surveyedOn, $0.id) < ($1.surveyedOn, $1.id) }
  }

  /// The open wishes of an area, by programme asked for (blank: none named): what cohorts are planned from.
  package func demand(in area: AreaCode, asKnownOn known: CivilDate) -> [(
    programme: String, intents: [Intent]
  )] {
    let here = open(asKnownOn: known).filter { $0.area?.isWithin(area) ?? false }
    return Dictionary(grouping: here) { $0.programme ?? "" }.sorted { $0.key < $1.key }
      .map { (programme: $0.key, intents: $0.value) }
  }

  /// Trainees who are most likely the people behind open wishes, and people who told their wish twice.
  package func proposals(
    among trainees: [PersonRecord], decided: Set<RecordPair> = [], asKnownOn known: CivilDate
  ) -> [SamePersonProposal] {
    let wishes = open(asKnownOn: known).map(\.record)
    let names = Set(wishes.map(\.id))
    return SamePersonProposal.among(wishes + trainees, decided: decided)
      .filter { names.contains($0.records.first) || names.contains($0.records.second) }
  }
}
