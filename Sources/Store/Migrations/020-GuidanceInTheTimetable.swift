extension SchemaStep {
  static let guidanceInTheTimetable = SchemaStep(
    name: "020 Arranged guidance keeps what asked for it, and standing meetings their days",
    sql: """
      -- 指导预约: when, where and with whom the meeting is stands in the timetable.
      CREATE TABLE guidanceAppointment (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        trainee TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part > 1000),
        link TEXT NOT NULL CHECK (link <> ''),
        mode TEXT NOT NULL CHECK (mode IN ('office', 'visit', 'online')),
        wishDay INTEGER,
        earliestDay INTEGER NOT NULL,
        latestDay INTEGER,
        reasons TEXT NOT NULL CHECK (reasons <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, trainee) REFERENCES traineeRecord (centreID, code),
        UNIQUE (centreID, number),
        UNIQUE (centreID, trainee, part)
      ) STRICT;

      CREATE TABLE appointmentCancellation (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        appointment INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        FOREIGN KEY (centreID, appointment) REFERENCES guidanceAppointment (centreID, number),
        UNIQUE (centreID, appointment)
      ) STRICT;

      -- 例会制度: the row recorded last for a code holds; one without a rhythm ends it.
      CREATE TABLE standingMeeting (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        number INTEGER NOT NULL CHECK (number >= 1),
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        rhythm TEXT CHECK (rhythm IN ('weekly', 'monthly', 'quarterly')),
        rhythmDay INTEGER CHECK (rhythmDay BETWEEN 0 AND 31),
        move TEXT NOT NULL CHECK (move IN ('later', 'earlier', 'skip')),
        startMinute INTEGER NOT NULL CHECK (startMinute BETWEEN 0 AND 1439),
        endMinute INTEGER NOT NULL CHECK (endMinute > startMinute AND endMinute <= 1440),
        fromDay INTEGER NOT NULL,
        toDay INTEGER NOT NULL CHECK (toDay >= fromDay),
        place TEXT NOT NULL,
        attendees TEXT NOT NULL,
        recordedOn INTEGER NOT NULL,
        recordedBy TEXT NOT NULL,
        CHECK ((rhythm IS NULL) = (rhythmDay IS NULL)),
        UNIQUE (centreID, number)
      ) STRICT;

      -- What calendars were told of each meeting, by the day that the rhythm asks for.
      CREATE TABLE standingMeetingNotice (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        centreID BLOB NOT NULL REFERENCES centre,
        meeting TEXT NOT NULL,
        nominalDay INTEGER NOT NULL,
        day INTEGER NOT NULL,
        startMinute INTEGER NOT NULL,
        endMinute INTEGER NOT NULL,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        attendees TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence >= 0),
        revisedAt INTEGER NOT NULL,
        isCancelled INTEGER NOT NULL CHECK (isCancelled IN (0, 1)),
        UNIQUE (centreID, meeting, nominalDay)
      ) STRICT;
      """)
}
