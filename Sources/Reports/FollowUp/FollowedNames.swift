package import Civil

/// What the reports on follow-up call people, classes, officers and areas, by the ids that the records hold.
package struct FollowedNames: Sendable {
  private let people: [String: String]
  private let phones: [String: String]
  private let classes: [String: String]
  private let areas: AreaNames

  /// Names by id, and telephones by the id of the person; an id without a name is shown itself.
  package init(
    people: [String: String] = [:], phones: [String: String] = [:], classes: [String: String] = [:],
    areas: AreaNames = AreaNames()
  ) {
    self.people = people
    self.phones = phones
    self.classes = classes
    self.areas = areas
  }

  /// The same with further names; those that it has stay.
  package func adding(_ more: [String: String]) -> FollowedNames {
    FollowedNames(
      people: people.merging(more) { own, _ in own }, phones: phones, classes: classes, areas: areas)
  }

  /// Of a trainee, a lecturer or an officer.
  package func person(_ id: String) -> String { people[id] ?? id }

  /// Of an officer, in both languages alike.
  func officer(_ id: String) -> Wording { Wording(zh: person(id), en: person(id)) }

  package func className(_ id: String) -> String { classes[id] ?? id }

  /// An area by its name, where it is known.
  package func area(_ code: String) -> Wording { areas.shown(code) }

  package func phone(of person: String, _ disclosure: Disclosure) -> Cell {
    disclosure.phone(phones[person])
  }
}

extension Wording {
  /// As a heading: in English with a capital letter.
  var headline: Wording { Wording(zh: chinese, en: english.prefix(1).uppercased() + english.dropFirst()) }
}

extension Sequence<Wording> {
  /// The words one after the other, as a list in each language.
  var listed: Wording {
    Wording(
      zh: map(\.chinese).joined(separator: "、"), en: map(\.english).joined(separator: ", "))
  }
}

extension Cell {
  /// A text, blank where there is none.
  static func text(_ text: String?) -> Cell { text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank }

  /// A day, blank where there is none.
  static func date(_ date: CivilDate?) -> Cell { date.map { .date($0) } ?? .blank }

  /// Words, blank where there are none.
  static func words(_ words: Wording?) -> Cell {
    words.map { $0.chinese.isEmpty ? .blank : .words($0) } ?? .blank
  }
}

extension Report.Particular {
  /// Up to which day the facts are counted, and up to which day they were recorded where that is another.
  static func asOf(_ date: CivilDate, knownOn day: CivilDate) -> [Report.Particular] {
    let known = Report.Particular(Wording(zh: "数据登记截至", en: "As recorded up to"), .date(day))
    return [Report.Particular(Wording(zh: "截止日期", en: "As of"), .date(date))] + (day == date ? [] : [known])
  }

  static func rule(_ stamp: RuleStamp) -> Report.Particular {
    Report.Particular(Wording(zh: "口径", en: "Rule"), .words(stamp.wording))
  }

  /// Whom and where the report is about: everybody and everywhere where nothing is said.
  static func scope(officer: String?, area: String, _ names: FollowedNames) -> [Report.Particular] {
    [
      Report.Particular(
        Wording(zh: "回访员", en: "Officer"),
        officer.map { .text(names.person($0)) } ?? .words(Wording(zh: "全部", en: "all"))),
      .area(area, names),
    ]
  }

  /// Where the report is about: everywhere where nothing is said.
  static func area(_ area: String, _ names: FollowedNames) -> Report.Particular {
    Report.Particular(
      Wording(zh: "区域", en: "Area"),
      .words(AreaCode.prefix(area).isEmpty ? Wording(zh: "全部", en: "all") : names.area(area)))
  }
}
