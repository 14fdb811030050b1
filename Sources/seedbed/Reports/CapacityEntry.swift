import Civil
import Planning

/// What a centre can bear, as a program reads it: the figures of the page, and every week and class.
struct CapacityEntry: Encodable {
  let planFrom: String
  let planTo: String
  let rows: [Row]
  let classes: [ClassTime]
  let shortages: [Shortage]
  let target: Target?

  init(_ report: CapacityReport, _ answer: TargetAnswer?, in language: Language) {
    planFrom = report.planFrom.description
    planTo = report.planTo.description
    rows = report.rows.map { Row($0, in: language) }
    classes = report.classes.map { ClassTime(classID: $0.classID, need: $0.need, open: $0.open) }
    shortages = report.shortages.map(Shortage.init)
    target = answer.map { Target($0) }
  }

  struct Text: Encodable {
    let zh: String
    let en: String

    init(_ wording: Wording) {
      zh = wording.chinese
      en = wording.english
    }
  }

  struct Weeks: Encodable {
    let from: String
    let to: String
    let need: Int
    let supply: Int

    init(_ weeks: CapacityWeeks) {
      from = weeks.from.description
      to = weeks.to.description
      need = weeks.need
      supply = weeks.supply
    }
  }

  struct Subject: Encodable {
    let kind: String
    let qualification: String?
    let seats: Int?
    let features: [String]?
    let site: String?

    init(_ subject: CapacityRow.Subject) {
      var values: (qualification: String?, seats: Int?, features: [String]?, site: String?)
      switch subject {
      case .lecturers(let held): (kind, values.qualification) = ("lecturers", held)
      case .mentors: kind = "mentors"
      case .rooms(let seats, let features):
        (kind, values.seats, values.features) = ("rooms", seats, features)
      case .site(let id): (kind, values.site) = ("site", id)
      }
      (qualification, seats, features, site) = values
    }
  }

  struct Row: Encodable {
    let name: String
    let subject: Subject
    let need: Int
    let supply: Int
    /// Below 0: what is missing.
    let free: Int
    let tightest: Weeks?
    let weeks: [Weeks]

    init(_ row: CapacityRow, in language: Language) {
      name = row.subject.name[language]
      subject = Subject(row.subject)
      need = row.need
      supply = row.supply
      free = row.spare
      tightest = row.tightest.map(Weeks.init)
      weeks = row.weeks.map(Weeks.init)
    }
  }

  struct ClassTime: Encodable {
    let classID: String
    let need: Int
    let open: Int

    enum CodingKeys: String, CodingKey {
      case classID = "class"
      case need, open
    }
  }

  struct Amount: Encodable {
    let id: String
    let periods: Int
    let limits: [String]?
  }

  struct Shortage: Encodable {
    let kind: String
    let subjects: [Subject]
    let classes: [Amount]
    let trainees: [Amount]
    let from: String
    let to: String
    let need: Int
    let supply: Int
    let missing: Int
    /// Periods of the supply at other times than `from` to `to`.
    let otherTimes: Int
    let shares: [Amount]
    let sentence: Text

    init(_ shortage: CapacityShortage) {
      kind = shortage.kind.rawValue
      subjects = shortage.subjects.map(Subject.init)
      classes = shortage.classes.map { Amount(id: $0.id, periods: $0.periods, limits: nil) }
      trainees = shortage.trainees.map { Amount(id: $0.id, periods: $0.periods, limits: nil) }
      from = shortage.from.description
      to = shortage.to.description
      need = shortage.need
      supply = shortage.supply
      missing = shortage.missing
      otherTimes = shortage.ownLimit
      shares = shortage.shares.map {
        Amount(id: $0.id, periods: $0.periods, limits: $0.limits.map(\.rawValue))
      }
      sentence = Text(shortage.sentence)
    }
  }

  struct Target: Encodable {
    struct NewClass: Encodable {
      let id: String
      let trainees: Int
      let site: String
      let from: String
      let to: String
    }

    let trainees: Int
    let by: String
    let course: String
    let cohort: String
    let classSize: Int
    let classesNeeded: Int
    let classesAtMost: Int?
    let traineesAtMost: Int?
    let classesPlanned: Int
    let traineesPlanned: Int
    let verdict: String
    let unplaced: Int
    let plan: [NewClass]
    let shortages: [Shortage]
    let steps: Int
    let sentence: Text

    init(_ answer: TargetAnswer) {
      trainees = answer.question.trainees
      by = answer.question.by.description
      course = answer.question.course
      cohort = answer.question.cohort
      classSize = answer.classSize
      classesNeeded = answer.classesNeeded
      classesAtMost = answer.classesAtMost
      traineesAtMost = answer.traineesAtMost
      classesPlanned = answer.classesPlanned
      traineesPlanned = answer.traineesPlanned
      verdict = answer.verdict.rawValue
      unplaced = answer.unplaced
      plan = answer.plan.map {
        NewClass(
          id: $0.id, trainees: $0.trainees, site: $0.site, from: $0.from.description, to: $0.to.description)
      }
      shortages = answer.shortages.map(Shortage.init)
      steps = answer.steps
      sentence = Text(answer.conclusion)
    }
  }
}
