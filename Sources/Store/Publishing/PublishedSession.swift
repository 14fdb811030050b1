package import Civil
package import Planning

/// What subscribers are told of a session: everything that its calendar entry is made of.
package struct PublishedSession: Hashable, Sendable {
  /// Tentative: near a public holiday whose official notice is not out yet.
  package enum Status: String, Hashable, Sendable { case confirmed, tentative, cancelled }

  /// A lecturer or mentor by the name that subscribers see.
  package struct NamedPerson: Hashable, Sendable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package let key: SessionKey
  package var status: Status
  package let place: SessionPlace
  package let people: [NamedPerson]
  /// Empty for mentoring.
  package let courseName: String
  /// The code of the programme (`SYB`); empty for mentoring.
  package let programme: String
  /// What the session is about: its module; for a meeting, how it is held.
  package let title: String
  /// How many sessions the module, or the trainee's mentoring, has.
  package let parts: Int
  /// Trainees in the class; 1 for mentoring.
  package let headCount: Int
  /// Empty without a site.
  package let siteName: String
  /// Degrees (WGS 84) of the site; both or neither.
  package let latitude: Double?
  package let longitude: Double?
  /// Empty without a room.
  package let roomName: String

  package init(
    key: SessionKey, status: Status, place: SessionPlace, people: [NamedPerson], courseName: String = "",
    programme: String = "", title: String, parts: Int, headCount: Int, siteName: String,
    latitude: Double?, longitude: Double?, roomName: String
  ) {
    self.key = key
    self.status = status
    self.place = place
    self.people = people
    self.courseName = courseName
    self.programme = programme
    self.title = title
    self.parts = parts
    self.headCount = headCount
    self.siteName = siteName
    self.latitude = latitude
    self.longitude = longitude
    self.roomName = roomName
  }

  /// Whether SEQUENCE rises from the other to this: date, time, place, people or status differ.
  func isMoved(from old: PublishedSession) -> Bool {
    (place.date, place.start, place.end, place.site, place.room, status)
      != (old.place.date, old.place.start, old.place.end, old.place.site, old.place.room, old.status)
      || Set(people.map(\.id)) != Set(old.people.map(\.id))
  }
}

/// A published session as it stands, with what calendars know it by.
package struct SessionRevision: Hashable, Sendable {
  /// The same for the session's whole life; tells nothing of anybody.
  package let uid: String
  /// Counts the changes of date, time, place, people and status, from 0 (RFC 5545 3.8.7.4).
  package let sequence: Int
  package let revised: Instant
  package let session: PublishedSession
}

/// Whose feed a session stands in.
package struct Audience: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case classID = "class", person, room, trainee
  }

  package let kind: Kind
  package let id: String

  package init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// Somebody or something that a feed is written for.
package struct FeedOwner: Hashable, Sendable {
  package let audience: Audience
  package let name: String
  /// Still among the facts when last published.
  package let isCurrent: Bool
  /// Tells nothing of the owner and stays the same; empty before it is published.
  package let opaqueID: String

  package init(_ audience: Audience, name: String, isCurrent: Bool = true, opaqueID: String = "") {
    self.audience = audience
    self.name = name
    self.isCurrent = isCurrent
    self.opaqueID = opaqueID
  }
}

/// A session that no longer concerns its audience, as that audience is told: as cancelled.
package struct Withdrawal: Hashable, Sendable {
  package let audience: Audience
  /// What was last known there, with status cancelled.
  package let revision: SessionRevision
}
