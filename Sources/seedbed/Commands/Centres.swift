import Centre
import Civil

/// The centre of a database.
enum Centres {
  static func open(_ option: DatabaseOption) throws -> Centre { try open(option.path) }

  /// The centre of a database, with the regulations that it works by.
  static func open(_ options: CentreOptions) throws -> Centre {
    var environment = CentreEnvironment.live
    environment.layouts = try options.rosters.load()
    return try open(options.database.path, regulations: options.regulations, in: environment)
  }

  /// The centre of a database, at noon of a day where one is given.
  static func open(
    _ path: String, regulations: RegulationsOption, on day: CivilDate? = nil
  ) throws -> Centre {
    var environment = CentreEnvironment.live
    if let day { environment.stopClock(on: day) }
    return try open(path, regulations: regulations, in: environment)
  }

  private static func open(
    _ path: String, regulations: RegulationsOption, in environment: CentreEnvironment
  ) throws -> Centre {
    var environment = environment
    environment.regulations = try regulations.load().regulations
    return try Centre(database: path, environment: environment)
  }

  static func open(_ path: String) throws -> Centre { try Centre(database: path, environment: .live) }
}

extension CentreEnvironment {
  /// Makes it noon of a day, China's time: for what has to come out the same on any day.
  mutating func stopClock(on day: CivilDate) {
    let noon = Instant(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + 4 * 3_600)
    now = { noon }
  }
}
