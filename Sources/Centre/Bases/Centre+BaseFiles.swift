package import Civil
package import Courses
package import FollowUp
package import Interchange
import Logging
import Store

/// A file as it was handed in.
package struct HandedFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Registers of bases as files; each may be missing.
package struct BaseFiles: Sendable {
  package var hosts: HandedFile?
  package var placements: HandedFile?
  package var incubators: HandedFile?
  package var tenants: HandedFile?

  package init(
    hosts: HandedFile? = nil, placements: HandedFile? = nil, incubators: HandedFile? = nil,
    tenants: HandedFile? = nil
  ) {
    self.hosts = hosts
    self.placements = placements
    self.incubators = incubators
    self.tenants = tenants
  }
}

/// What registers of bases hold, and all that is wrong with them.
package struct BasesReading: Sendable {
  package fileprivate(set) var hosts: [InternshipHost] = []
  package fileprivate(set) var placements: [InternshipPlacement] = []
  package fileprivate(set) var incubators: [Incubator] = []
  package fileprivate(set) var tenancies: [Tenancy] = []
  package fileprivate(set) var problems: [ImportProblem] = []

  /// How many were new, changed or as before, of each register.
  package struct Counts: Hashable, Sendable {
    package var hosts = RecordedCounts()
    package var placements = RecordedCounts()
    package var incubators = RecordedCounts()
    package var tenancies = RecordedCounts()
  }
}

extension Centre {
  /// Reads registers of bases, each against what is on record and the files before it; nothing is stored.
  ///
  /// Throws where a file is a workbook that cannot be opened.
  package func readBases(_ files: BaseFiles) throws(CentreError) -> BasesReading {
    let known = try bases(asOf: try today())
    var reading = BasesReading()
    var (internships, incubators) = (known.internships, known.incubators)
    if let file = files.hosts {
      let others = Set(incubators.incubators.map(\.id))
      let read = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.hosts(file.bytes, file: file.name, register: internships, others: others)
      }
      reading.hosts = read.rows.map(\.row)
      reading.problems += read.problems
      internships = InternshipRegister(
        hosts: internships.hosts.replaced(by: reading.hosts, \.id), placements: internships.placements)
    }
    if let file = files.incubators {
      let others = Set(internships.hosts.map(\.id))
      let read = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.incubators(file.bytes, file: file.name, register: incubators, others: others)
      }
      reading.incubators = read.rows.map(\.row)
      reading.problems += read.problems
      incubators = IncubatorRegister(
        incubators: incubators.incubators.replaced(by: reading.incubators, \.id),
        tenancies: incubators.tenancies)
    }
    if let file = files.placements {
      let register = internships
      let codes = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.trainees(of: file.bytes, file: file.name)
      }
      let names = try stored { store throws(StoreError) in try store.traineeNames(of: codes) }
      let read = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.placements(file.bytes, file: file.name, register: register) { names[$0] != nil }
      }
      reading.placements = read.rows.map(\.row)
      reading.problems += read.problems
    }
    if let file = files.tenants {
      let register = incubators
      let codes = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.ventures(of: file.bytes, file: file.name)
      }
      let names = try stored { store throws(StoreError) in try store.ventureNames(of: codes) }
      let read = try inWorkbook(file.name) { () throws(WorkbookError) in
        try BasesFiles.tenancies(file.bytes, file: file.name, register: register) { names[$0] != nil }
      }
      reading.tenancies = read.rows.map(\.row)
      reading.problems += read.problems
    }
    return reading
  }

  /// Enters registers that were read, all of them or nothing.
  package func enter(_ reading: BasesReading) throws(CentreError) -> BasesReading.Counts {
    let stamp = try recordStamp()
    let counts = try inOneStep { centre throws(CentreError) in
      try centre.stored { store throws(StoreError) in
        BasesReading.Counts(
          hosts: try store.record(reading.hosts, stamp: stamp),
          placements: try store.record(reading.placements, stamp: stamp),
          incubators: try store.record(reading.incubators, stamp: stamp),
          tenancies: try store.record(reading.tenancies, stamp: stamp))
      }
    }
    log.notice(
      "bases entered",
      metadata: ["hosts": "\(reading.hosts.count)", "incubators": "\(reading.incubators.count)"])
    return counts
  }
}

extension Array {
  /// With those of `others` in the place of the ones of the same id.
  fileprivate func replaced(by others: [Element], _ id: (Element) -> String) -> [Element] {
    let ids = Set(others.map(id))
    return filter { !ids.contains(id($0)) } + others
  }
}
