package import Civil
package import FollowUp
package import Mentors

/// Words of the record of guidance as somebody types them, in either language; nil where there is no such word.
package enum GuidanceWords {
  package static func link(_ text: String) -> ServiceLink? { Words.links[text] }
  package static func mode(_ text: String) -> MentoringRequest.Mode? { Words.modes[text] }
  package static func outcome(_ text: String) -> GuidanceSession.Outcome? { Words.outcomes[text] }
}

extension Words {
  static let links = Vocabulary<ServiceLink>(
    ServiceLink.allCases.map { link in
      (link, [link.rawValue, link.name.chinese, link.name.english] + (link == .followUp ? ["跟踪服务"] : []))
    })

  static let outcomes = Vocabulary<GuidanceSession.Outcome>([
    (.held, ["held", "已指导", "已辅导", "完成指导"]),
    (.finished, ["finished", "本环节完成", "环节完成", "完成"]),
    (.missed, ["missed", "未到", "未见", "缺席"]),
  ])
}

extension Tables {
  /// The ledger of guidance (创业指导台账) as mentors fill it in, one row a meeting.
  static let guidance = TableDescription<GuidanceSession>(
    TableTitle("guidance", "创业指导台账", or: ["创业指导记录", "指导记录", "辅导记录"]), key: [],
    columns: Column<String>("trainee", "学员", or: ["学员编号"], .id),
    Column<String>("mentor", "导师", or: ["指导老师", "专家"], .text),
    Column<ServiceLink>("link", "服务环节", or: ["环节"], .word(Words.links)),
    Column<CivilDate>("on", "指导日期", or: ["日期", "date"], .date),
    Column<Int>("minutes", "时长(分钟)", or: ["时长", "分钟"], .whole(0...1_440), default: 60),
    Column<MentoringRequest.Mode>("mode", "方式", or: ["指导方式"], .word(Words.modes), default: .office),
    Column<GuidanceSession.Outcome>("outcome", "结果", or: ["指导结果"], .word(Words.outcomes), default: .held),
    Column<String?>.optional("notes", "指导内容", or: ["记录", "内容"], .text),
    Column<String?>.optional("next_action", "下一步", or: ["下一步工作"], .text),
    Column<CivilDate?>.optional("next", "下次日期", or: ["下次时间", "约定日期"], .date),
    Column<String?>.optional("request", "帮扶单", or: ["帮扶需求编号"], .id)
  ) {
    trainee, mentor, link, on, minutes, mode, outcome, notes, nextAction, next, request in
    GuidanceSession(
      id: "", trainee: trainee, mentor: mentor, link: link, on: on, minutes: minutes, mode: mode,
      outcome: outcome, notes: notes, nextAction: nextAction, next: next, request: request)
  }
}

/// Reads ledgers of guidance that mentors have filled in.
package enum GuidanceFile {
  /// The trainees whom the sound rows of a file name, each once.
  package static func trainees(of bytes: [UInt8], file: String) throws(WorkbookError) -> [String] {
    Array(Set(try TableFile.rows(Tables.guidance, of: bytes, file: file).rows.map(\.trainee))).sorted()
  }

  /// The meetings of a file, judged against what is on record.
  ///
  /// `names` holds the trainees on record, `requests` their requests for help, and `known` what has been entered
  /// before: a row that says the same again is warned of and left out. `check` knows the pool: mentors are found by id
  /// or name, and a meeting for which the mentor had no place left is an error unless `beyondCapacity`. Throws where the
  /// file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, today: CivilDate, names: (String) -> String?,
    requests: [String: HelpRequest], known: [GuidanceSession], check: GuidanceCheck? = nil,
    beyondCapacity: Bool = false
  ) throws(WorkbookError) -> FileReading<GuidanceSession> {
    var table = try TableFile.rows(Tables.guidance, of: bytes, file: file)
    var check = check
    var seen = Set(known.map(GuidanceKey.init))
    var again: [Int] = []
    for number in table.rows.indices {
      let row = table.rows[number].with(mentor: check?.mentor(table.rows[number].mentor))
      table.replace(row: number, by: row)
      for (column, found, flaw) in row.flaws(today: today, isKnown: names(row.trainee) != nil, requests) {
        table.report(.error, row: number, column, found: found, problem: flaw.problem, expected: flaw.remedy)
      }
      if !seen.insert(GuidanceKey(row)).inserted {
        again.append(number)
        table.report(
          .warning, row: number, "on", found: row.on.description,
          problem: Wording(zh: "该学员、导师、环节当日的指导已登记", en: "this guidance is on record already"),
          expected: Wording(zh: "本行不再存入", en: "the row is left out"))
        continue
      }
      for concern in check?.concerns(of: row) ?? [] {
        let isError = concern.isError || concern.needsConfirmation && !beyondCapacity
        table.report(
          isError ? .error : .warning, row: number, "mentor", found: row.mentor, problem: concern.problem,
          expected: concern.remedy)
      }
    }
    let reading = FileReading(table)
    let left = Set(again.map { table.lines[$0] })
    return FileReading(
      rows: reading.rows.filter { !left.contains($0.line) }, problems: reading.problems,
      rowsRead: reading.rowsRead)
  }
}

/// What makes two rows one meeting.
private struct GuidanceKey: Hashable {
  let trainee: String
  let mentor: String
  let link: ServiceLink
  let on: CivilDate

  init(_ session: GuidanceSession) {
    (trainee, mentor, link, on) = (session.trainee, session.mentor, session.link, session.on)
  }
}

extension GuidanceSession {
  fileprivate func with(mentor: String?) -> GuidanceSession { mentor.map { with(mentor: $0) } ?? self }

  /// What cannot be recorded of it: the column, what stands there, what is wrong, and what to write.
  package func flaws(
    today: CivilDate, isKnown: Bool, _ requests: [String: HelpRequest]
  ) -> [(column: String, found: String, flaw: (problem: Wording, remedy: Wording))] {
    var flaws: [(String, String, (Wording, Wording))] = []
    if !isKnown {
      flaws.append(
        (
          "trainee", trainee,
          (
            Wording(zh: "没有这名学员", en: "no such trainee"),
            Wording(zh: "应为学员编号；可用 trainee find 查找", en: "expected a trainee's id; 'trainee find' tells")
          )
        ))
    }
    if on > today {
      flaws.append(
        (
          "on", on.description,
          (
            Wording(zh: "日期在将来", en: "a date in the future"),
            Wording(zh: "应不晚于今天 \(today)", en: "expected no day after today, \(today)")
          )
        ))
    }
    if let next, next <= on {
      flaws.append(
        (
          "next", next.description,
          (
            Wording(zh: "下次日期不晚于本次", en: "the next meeting is not after this one"),
            Wording(zh: "应晚于 \(on)", en: "expected a day after \(on)")
          )
        ))
    }
    if let request, requests[request]?.subject != trainee {
      flaws.append(
        (
          "request", request,
          (
            requests[request] == nil
              ? Wording(zh: "没有这张帮扶单", en: "no such request for help")
              : Wording(zh: "这张帮扶单不是该学员的", en: "the request is another trainee's"),
            Wording(zh: "可用 help list 查看", en: "'help list' tells which there are")
          )
        ))
    }
    return flaws
  }
}
