import Centre
import Civil

/// The centre of a database.
enum Centres {
  static func open(_ option: DatabaseOption) throws -> Centre { try open(option.path) }

  /// The centre of a database, with the regulations that it works by.
  static func open(_ options: CentreOptions) throws -> Centre {
    var environment = CentreEnvironment.live
    environment.regulations = try options.regulations.load().regulations
    environment.layouts = try options.rosters.load()
    return try Centre(database: options.database.path, environment: environment)
  }

  /// The centre of a database, at noon of a day where one is given.
  static func open(
    _ path: String, regulations: RegulationsOption, on day: CivilDate? = nil
  ) throws -> Centre {
    var environment = CentreEnvironment.live
    if let day {
      let noon = Instant(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + 4 * 3_600)
      environment.now = { noon }
    }
    environment.regulations = try regulations.load().regulations
    return try Centre(database: path, environment: environment)
  }

  static func open(_ path: String) throws -> Centre { try Centre(database: path, environment: .live) }
}
