import Civil

/// The events of one UID: what repeats, and what replaces single occurrences of it (RFC 5545 3.8.4.4).
struct EventSeries {
  /// The event without RECURRENCE-ID that counts: the one of the highest sequence.
  private(set) var master: CalendarEvent?
  /// Others without RECURRENCE-ID and of the same sequence: a writer that gives one UID to different events.
  private(set) var namesakes: [CalendarEvent] = []
  private(set) var overrides: [CalendarEvent] = []

  /// The series of a file, by the first line of each.
  static func series(of events: [CalendarEvent]) -> [EventSeries] {
    var order: [EventSeries] = []
    var places: [String: Int] = [:]
    for event in events {
      guard let uid = event.uid else {
        order.append(EventSeries(adding: event))
        continue
      }
      if let place = places[uid] {
        order[place].add(event)
      } else {
        places[uid] = order.count
        order.append(EventSeries(adding: event))
      }
    }
    return order
  }

  private init(adding event: CalendarEvent) { add(event) }

  private mutating func add(_ event: CalendarEvent) {
    if event.recurrenceID != nil {
      overrides.append(event)
    } else if let current = master {
      if event.sequence > current.sequence {
        master = event
        namesakes = []
      } else if event.sequence == current.sequence, event.start != current.start {
        namesakes.append(event)
      }
    } else {
      master = event
    }
  }
}
