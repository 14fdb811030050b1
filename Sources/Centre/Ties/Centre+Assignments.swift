package import Civil
import Logging
package import Mentors
package import Reports
import Store

extension Centre {
  /// Assigns a mentor to a trainee; the id of the assignment.
  ///
  /// Throws where the trainee is unknown, the mentor is not in the pool, serves no term, has no place left, or helps
  /// the trainee already.
  package func assign(
    _ mentor: String, to trainee: String, from day: CivilDate, until last: CivilDate? = nil,
    reason: String? = nil
  ) throws(CentreError) -> String {
    let relation = MentorRelation(member: mentor, subject: trainee, from: day, to: last)
    let ids = try assign([MentorAssignment(relation, reason: reason)])
    return ids.first ?? ""
  }

  /// Records assignments: all of them, or nothing where one may not be.
  func assign(_ assignments: [MentorAssignment]) throws(CentreError) -> [String] {
    let stamp = try recordStamp()
    let ids = try inOneStep { centre throws(CentreError) in
      try centre.expectTrainees(assignments.map(\.relation.subject))
      let pool = Dictionary(
        try centre.poolMembers(asOf: stamp.on).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var relations = try centre.mentorRelations(knownOn: stamp.on)
      // Who was guided without an assignment may be assigned now: that place is the same.
      let assigned = try centre.assignments(knownOn: stamp.on).map(\.relation)
      for assignment in assignments {
        let relation = assignment.relation
        guard let mentor = pool[relation.member]?.member else {
          // Says who is not there.
          _ = try centre.poolMember(relation.member, asOf: stamp.on)
          continue
        }
        relations.removeAll { other in
          other.member == relation.member && other.subject == relation.subject && !assigned.contains(other)
        }
        do throws(RelationRefusal) {
          try mentor.check(relation, with: relations, recordedOn: stamp.on)
        } catch {
          throw .refused(relation.subject, error.sentence)
        }
        relations.append(relation)
      }
      return try centre.stored { store throws(StoreError) in try store.record(assignments, stamp: stamp) }
    }
    log.notice("mentors assigned", metadata: ["assignments": "\(ids.count)"])
    return ids
  }

  /// Ends the assignments of a trainee that hold on a day, its last one: all, or that of one mentor.
  ///
  /// Throws where there is none.
  package func release(
    _ trainee: String, from mentor: String? = nil, on day: CivilDate, reason: String
  ) throws(CentreError) -> [MentorAssignment] {
    let today = try today()
    return try inOneStep { centre throws(CentreError) in
      let own = try centre.assignments(knownOn: today).filter { one in
        one.relation.subject == trainee && one.relation.holds(on: day)
          && mentor.map { one.relation.member == $0 } ?? true
      }
      guard !own.isEmpty else {
        throw .refused(
          trainee,
          Wording(
            zh: "\(day) 没有" + (mentor.map { "与 \($0) 的" } ?? "") + "辅导关系；可用 mentor assignments 查看",
            en: "no assignment" + (mentor.map { " of \($0)" } ?? "")
              + " holds on \(day); 'mentor assignments' tells which do"))
      }
      for one in own { try centre.end(one.id, on: day, reason: reason) }
      return own
    }
  }

  /// The assignments as known on a day.
  package func assignments(knownOn day: CivilDate) throws(CentreError) -> [MentorAssignment] {
    try stored { store throws(StoreError) in try store.assignments(knownOn: day) }
  }

  /// Who is assigned to whom, of all or of a mentor or a trainee, as known on a day.
  package func assignmentReport(
    mentor: String? = nil, trainee: String? = nil, area: String = "", asOf day: CivilDate
  ) throws(CentreError) -> Report {
    let prefix = AreaCode.prefix(area)
    let all = try assignments(knownOn: day).filter { one in
      mentor.map { one.relation.member == $0 } ?? true && trainee.map { one.relation.subject == $0 } ?? true
    }
    let people = Array(Set(all.map(\.relation.subject))).sorted()
    let known = try stored { store throws(StoreError) in try store.traineeNames(of: people) }
    let own = all.filter { AreaCode.prefix(known[$0.relation.subject]?.area ?? "").hasPrefix(prefix) }
    return .assignments(own, asOf: day, names: try names(of: people), mentors: try mentorNames(asOf: day))
  }

  /// What the members of the pool are called.
  func mentorNames(asOf day: CivilDate) throws(CentreError) -> FollowedNames {
    FollowedNames(
      people: Dictionary(
        try poolMembers(asOf: day).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
  }
}
