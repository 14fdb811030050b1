import Foundation

@testable import Scheduling

/// A certificate as it is read back from its lines, apart from the types that write it.
struct ReadCertificate {
  struct Name: Decodable, Hashable {
    var series: String, kind: String, module: String, part: Int
  }
  struct Head: Decodable {
    var format: String, planFrom: String, planTo: String, sessions: Int, missing: [Name]
  }
  struct Session: Decodable {
    struct Room: Decodable { var id: String, site: String, seats: Int, size: Int, needs: [String] }
    struct Person: Decodable { var id: String, qualification: String?, freeFrom: Int?, freeTo: Int? }
    var number: Int, name: Name, order: Int, date: String, makeUpDay: Bool, block: String, blockPeriods: Int
    var first: Int, periods: Int, start: Int, end: Int, room: Room?, people: [Person]
  }
  struct Chain: Decodable { var sessions: [Int], pauses: [Int] }
  struct Count: Decodable { var when: String, periods: Int, most: Int }
  struct Class: Decodable {
    struct Level: Decodable { var order: Int, sessions: [Int], after: Int?, afterDay: Int? }
    var id: String, site: String?, chain: Chain, levels: [Level], days: [Count], lecturers: [String]
    var minLecturers: Int
  }
  struct Room: Decodable { var id: String, chain: Chain }
  struct Person: Decodable {
    struct Way: Decodable { var from: Int, to: Int, minutes: Int, needed: Int }
    var id: String, chain: Chain, ways: [Way], days: [Count], weeks: [Count]
  }
  struct Trainees: Decodable { var trainees: Int, series: [String], chain: Chain }
  struct Meetings: Decodable {
    var trainee: String, kind: String, mentor: String, chain: Chain, daysBetween: [Int], minGapDays: Int
  }
  struct Cost: Decodable { var constraint: String, units: Int, weight: Double }
  struct Bound: Decodable {
    struct Share: Decodable { var `class`: String, units: Int }
    struct LoadShortage: Decodable { var people: [String], periods: Int, fairLoad: Int }
    struct Prices: Decodable {
      struct Choice: Decodable { var `class`: String, person: String, has: Bool }
      struct Least: Decodable { var `class`: String, cost: Double }
      struct Case: Decodable { var choices: [Choice], prices: [Int], classes: [Least] }
      var scale: Int, fairLoad: Int, groups: [[String]], cases: [Case]
    }
    var id: String, constraints: [String], cost: Double, units: Int?
    var shares: [Share]?, sessions: [Name]?, shortage: LoadShortage?, prices: Prices?
  }
  /// One line: exactly one of these is there.
  private struct Line: Decodable {
    var certificate: Head?, session: Session?, `class`: Class?, room: Room?, person: Person?
    var trainees: Trainees?, meetings: Meetings?, cost: Cost?, bound: Bound?
  }

  var head: Head?
  var sessions: [Session] = []
  var classes: [Class] = []
  var rooms: [Room] = []
  var people: [Person] = []
  var trainees: [Trainees] = []
  var meetings: [Meetings] = []
  var costs: [Cost] = []
  var bounds: [Bound] = []

  init(_ lines: [String]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for text in lines {
      let line = try decoder.decode(Line.self, from: Data(text.utf8))
      head = head ?? line.certificate
      sessions += line.session.map { [$0] } ?? []
      classes += line.class.map { [$0] } ?? []
      rooms += line.room.map { [$0] } ?? []
      people += line.person.map { [$0] } ?? []
      trainees += line.trainees.map { [$0] } ?? []
      meetings += line.meetings.map { [$0] } ?? []
      costs += line.cost.map { [$0] } ?? []
      bounds += line.bound.map { [$0] } ?? []
    }
  }
}

extension Certificate {
  /// The lines of its file.
  func texts() throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
  }
}
