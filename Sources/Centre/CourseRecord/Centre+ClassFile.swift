package import Civil
import Cohorts
package import Courses
import Indicators
import Interchange
import Logging
import Planning
package import Reports
import Store

extension Centre {
  /// A class on record; one that is only planned says so.
  package func classRecord(_ id: String) throws(CentreError) -> ClassRecord {
    let (record, planned) = try stored { store throws(StoreError) in
      (try store.classRecord(id), try store.facts()?.classes.contains { $0.id == id } ?? false)
    }
    if let record { return record }
    guard planned else { throw .unknownSubject(.classID(id)) }
    throw .refused(
      Wording(
        zh: "班级“\(id)”还没有已发布课表，尚无班级档案；请先排课并发布（timetable plan、timetable publish）",
        en: "class \(id) has no published timetable and so no record yet; plan and publish it first "
          + "(timetable plan, timetable publish)"))
  }

  /// All classes on record, by their first day.
  package func classes() throws(CentreError) -> [ClassRecord] {
    try stored { store throws(StoreError) in try store.classRecords() }
  }

  /// Where a class stands on a day.
  package func state(of id: String, on day: CivilDate) throws(CentreError) -> ClassState {
    let steps = try stored { store throws(StoreError) in try store.classSteps(of: id) }
    return ClassWay(classID: id, steps: steps, knownOn: day).state(on: day)
  }

  /// All that is on record of a class, as it was known on a day (nil: today).
  ///
  /// The rule of completion is the one in force where the class is held on its first day.
  package func classFile(_ id: String, asOf day: CivilDate? = nil) throws(CentreError) -> ClassFile {
    let record = try classRecord(id)
    let today = try today()
    let codes = record.members.map(\.trainee)
    return try stored { store throws(StoreError) in
      ClassFile(
        record, members: try store.trainees(coded: codes), categories: try store.categories(of: codes),
        steps: try store.classSteps(of: id), attendance: try store.attendance(of: id),
        reviews: try store.planReviews(of: id),
        certificates: try store.certificates(ofClass: id, withCorrected: true),
        claims: try store.claims(ofClass: id), corrections: try store.corrections(),
        completionRule: environment.regulations.rule(
          \.completion, in: record.areaCode, on: record.days.lowerBound),
        asOf: day ?? today)
    }
  }

  /// The trainees of a class as its sheets name them.
  func members(of record: ClassRecord) throws(CentreError) -> ClassMembers {
    let present = record.members.filter { $0.leftOn == nil }.map(\.trainee)
    let trainees = try stored { store throws(StoreError) in try store.trainees(coded: present) }
    return ClassMembers(
      classID: record.id,
      names: Dictionary(trainees.map { ($0.id, $0.trainee.name) }) { first, _ in first })
  }

  /// Whose papers they are, and where it is paid by its settings; what these leave out is written in by hand.
  package func institution() throws(CentreError) -> Institution {
    let settings = try stored { store throws(StoreError) in try store.centreSettings() }
    let account = settings?.account
    return Institution(
      name: settings?.name ?? "", holder: account?.name, bank: account?.bank, account: account?.number)
  }

  /// Records that a trainee left a class (退班): the records of attendance stay.
  package func leave(_ classID: String, trainee: String, on day: CivilDate? = nil) throws(CentreError) {
    let record = try classRecord(classID)
    let stamp = try recordStamp()
    let left = day ?? stamp.on
    let joined = record.members.first { $0.trainee == trainee && $0.leftOn == nil }?.joinedOn
    guard let joined else { throw .refused(Self.noMember(trainee, of: classID)) }
    guard (joined...max(joined, stamp.on)).contains(left) else {
      throw .refused(
        Wording(
          zh: "退班日期 \(left) 应在入班 \(joined) 和今天 \(stamp.on) 之间",
          en: "the day of leaving, \(left), should lie between joining on \(joined) and today, \(stamp.on)"))
    }
    _ = try stored { store throws(StoreError) in
      try store.leave(classID, trainee: trainee, on: left, stamp: stamp)
    }
    log.notice("trainee left a class", metadata: ["class": "\(classID)"])
  }

  static func noMember(_ trainee: String, of classID: String) -> Wording {
    Wording(
      zh: "班级“\(classID)”没有在册学员“\(trainee)”；请核对学员编号，或先用 trainee import 编班",
      en: "class \(classID) has no trainee \(trainee); check the id, or enrol the trainee with trainee import"
    )
  }

  /// Takes a class a step further (办班流程), or says all that is wrong with it.
  package func takeStep(
    of id: String, into state: ClassState, on day: CivilDate? = nil, paper: String? = nil
  ) throws(CentreError) {
    let record = try classRecord(id)
    let stamp = try recordStamp()
    let step = ClassStep(
      classID: id, state: state, on: day ?? stamp.on, paper: paper, recordedOn: stamp.on,
      recordedBy: stamp.by)
    let way = ClassWay(
      classID: id, steps: try stored { store throws(StoreError) in try store.classSteps(of: id) },
      knownOn: stamp.on)
    let flaws = way.flaws(of: step, taught: record.days, today: stamp.on)
    guard flaws.isEmpty else {
      throw .refused(
        Wording(
          zh: "班级“\(id)”：" + flaws.map(\.text.chinese).joined(separator: "；"),
          en: "class \(id): " + flaws.map(\.text.english).joined(separator: "; ")))
    }
    try stored { store throws(StoreError) in try store.record([step], stamp: stamp) }
    log.notice("class step recorded", metadata: ["class": "\(id)", "state": "\(state.rawValue)"])
  }
}

extension ClassRecord {
  /// The area of its site; the whole country where the site has none.
  var areaCode: AreaCode { AreaCode(area) ?? .nation }
}
