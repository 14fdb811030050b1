import Civil
package import Cohorts
package import FollowUp

/// A contact from a filled sheet, and what it says of the venture.
package struct FilledContact: Hashable, Sendable {
  package let contact: Contact
  /// The task that it was made for; nil: it stands for itself.
  package let task: String?
  /// What the row says of the person's venture; changes as of the day of the contact.
  package let changes: [VentureChange]
}

/// What the one who reads filled sheets knows of those that are followed.
package struct FollowedPeople: Sendable {
  /// The name of a subject; nil: there is no such subject.
  package let name: @Sendable (String) -> String?
  /// The tasks of a subject, as of the day of reading.
  package let tasks: @Sendable (String) -> [FollowUpTask]
  /// The contacts of a subject that are recorded already.
  package let contacts: @Sendable (String) -> [Contact]
  /// The venture of a subject that is followed; nil: none.
  package let venture: @Sendable (String) -> VentureRecord?

  package init(
    name: @escaping @Sendable (String) -> String?, tasks: @escaping @Sendable (String) -> [FollowUpTask],
    contacts: @escaping @Sendable (String) -> [Contact],
    venture: @escaping @Sendable (String) -> VentureRecord?
  ) {
    self.name = name
    self.tasks = tasks
    self.contacts = contacts
    self.venture = venture
  }
}

/// Filled sheets as they were read.
package struct ContactReading: Sendable {
  /// Those of sound rows that are not recorded yet, in the order of the files.
  package let contacts: [FilledContact]
  package let problems: [ImportProblem]
  /// Rows that nobody has filled in.
  package let rowsLeftBlank: Int
  /// Rows that are recorded already, word by word.
  package let rowsRecorded: Int
  package let rowsRead: Int

  /// Whether all may be stored; otherwise the sound ones only on request.
  package var isSound: Bool { !problems.contains(where: \.isError) }
}

/// Reads follow-up sheets (回访记录表) that were filled in, several copies at once.
package enum ContactFile {
  /// The contacts of the sheets and all that is wrong with them, conflicts between copies too.
  ///
  /// `entry` is who imports them and when.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])], entry: Entry, people: FollowedPeople
  ) throws(WorkbookError) -> ContactReading {
    var judge = ContactJudge(entry: entry, people: people)
    var tables: [TableRows<ContactCells>] = []
    for (number, file) in files.enumerated() {
      let source = try TableFile(file.bytes, file: file.name, columns: Tables.contacts.columns)
      var table = TableReader.rows(Tables.contacts, of: source.csv, file: source.place)
      if table.isUsable {
        for (row, cells) in zip(table.rows.indices, table.rows) {
          judge.judge(cells, row: row, of: number, in: &table)
        }
      }
      tables.append(table)
    }
    judge.reportConflicts(in: &tables)
    let problems = tables.flatMap { table in
      table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }
    return ContactReading(
      contacts: judge.sound(in: tables), problems: problems, rowsLeftBlank: judge.rowsLeftBlank,
      rowsRecorded: judge.rowsRecorded, rowsRead: tables.reduce(0) { $0 + $1.rowsRead })
  }

  /// The first of some files that is neither a sound workbook nor a table in text, and why; nil: all can be read.
  package static func unreadable(
    _ files: [(name: String, bytes: [UInt8])]
  ) -> (name: String, reason: WorkbookError)? {
    for file in files {
      do throws(WorkbookError) {
        _ = try TableFile(file.bytes, file: file.name, columns: Tables.contacts.columns)
      } catch {
        return (file.name, error)
      }
    }
    return nil
  }

  /// The ids of the trainees whom the rows of some files name, each once; files that cannot be read name nobody.
  package static func subjects(of files: [(name: String, bytes: [UInt8])]) -> [String] {
    let named = files.flatMap { file -> [String] in
      guard let source = try? TableFile(file.bytes, file: file.name, columns: Tables.contacts.columns) else {
        return []
      }
      return TableReader.rows(Tables.contacts, of: source.csv, file: source.place).rows.map(\.subject)
    }
    return Set(named).sorted()
  }
}
