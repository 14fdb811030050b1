import Civil
import Cohorts
import Courses

extension MadeUpHistory {
  /// What was recorded of a class while it was held and after it: steps, attendance, plans, certificates, claims.
  func courses(_ held: ClassRecord, _ people: [TraineeRecord]) -> RecordedCourses {
    var told = RecordedCourses(classes: [held], trainees: people)
    let (first, last) = (held.days.lowerBound, held.days.upperBound)
    told.memberships = people.map { person in
      let category = person.trainee.category
      return CategoryMembership(
        id: "", person: person.id, category: category, from: person.trainee.registeredOn ?? first,
        evidence: [Evidence(kind: "示例证明", reference: "示例\(person.id)")],
        entry: Entry(on: first, by: "示例教务"))
    }
    guard isDetailed else {
      // Without attendance and plans it is told who passed, as the start-up rate counts them.
      for person in people {
        var random = random(of: person)
        if random.chance(0.9) { certify(person, in: held, &told) }
      }
      return told
    }
    let ways: [(ClassState, CivilDate, String?)] = [
      (.preparing, first + -30, nil), (.submitted, first + -20, nil),
      (.approved, first + -12, "示例批〔\(first.year)〕\(held.id)号"), (.opened, first, nil),
      (.teaching, first, nil), (.completed, last, nil), (.claimed, last + 25, nil),
    ]
    told.steps = ways.filter { $0.1 <= teller.until }.map { state, day, paper in
      ClassStep(
        classID: held.id, state: state, on: day, paper: paper, recordedOn: day, recordedBy: "示例教务")
    }
    for person in people { tell(person, in: held, &told) }
    return told
  }

  private func number(of person: TraineeRecord) -> Int {
    Int(person.id.dropFirst(prefix.count + 1)) ?? 0
  }

  private func random(of person: TraineeRecord) -> MadeUpRandom {
    MadeUpRandom(seed: teller.seed &+ 99, number: number(of: person))
  }

  private func certify(_ person: TraineeRecord, in held: ClassRecord, _ told: inout RecordedCourses) {
    let issued = held.days.upperBound + 10
    guard issued <= teller.until else { return }
    told.certificates.append(
      Certificate(
        number: "CY\(issued.year)" + padded(number(of: person), 6), classID: held.id, trainee: person.id,
        issuedOn: issued, recordedOn: issued, recordedBy: "示例教务"))
  }

  /// Most attend nearly all of it, write a plan that passes and get their certificate ten days later.
  private func tell(_ person: TraineeRecord, in held: ClassRecord, _ told: inout RecordedCourses) {
    var random = random(of: person)
    let diligence = random.chance(0.94) ? 0.97 : 0.55
    var attended = 0
    for half in held.halfDays {
      let periods = random.chance(diligence) ? half.periods : random.between(0, 2)
      attended += periods
      told.attendance.append(
        Attendance(
          classID: held.id, trainee: person.id, date: half.halfDay.date, block: half.halfDay.block,
          periods: periods, recordedOn: half.halfDay.date, recordedBy: "示例班主任"))
    }
    let last = held.days.upperBound
    let grade: PlanGrade = random.pick([(.excellent, 15), (.pass, 80), (.fail, 5)]) ?? .pass
    told.reviews.append(
      PlanReview(
        classID: held.id, trainee: person.id, grade: grade,
        score: grade == .excellent ? random.between(88, 97) : grade == .pass ? random.between(62, 87) : 48,
        on: last, recordedOn: last + 2, recordedBy: "示例专家组"))
    guard grade != .fail, attended * 10 >= held.periods * 8, last + 10 <= teller.until else { return }
    certify(person, in: held, &told)
    guard last + 25 <= teller.until else { return }
    told.trainings.append(
      SubsidisedTraining(
        id: "", person: person.id, programme: held.programme, classID: held.id, on: held.days.lowerBound,
        area: AreaCode(held.area) ?? .nation, entry: Entry(on: last + 25, by: "示例教务")))
    told.claims.append(
      TrainingClaim(
        id: "", classID: held.id, trainee: person.id, occasion: .completion, amount: Money(yuan: 1_000),
        claimedOn: last + 25, recordedOn: last + 25, recordedBy: "示例教务"))
  }
}
