import Centre

/// The centre of a database.
enum Centres {
  static func open(_ option: DatabaseOption) throws -> Centre { try open(option.path) }

  static func open(_ path: String) throws -> Centre { try Centre(database: path, environment: .live) }
}
