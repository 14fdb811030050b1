/// Why a question about a change has no answer.
package enum WhatIfError: Error, Hashable, Sendable {
  case unknownSession(String)
  /// The session has no place, so that one must be given in full.
  case notPlaced(String)
  case unknownBlock(String, known: [String])
  case unknownRoom(String)
  case unknownPerson(String)
  /// The session needs a room and none is given.
  case noRoom(String)
}
