package import Civil

/// Why a whole calendar file is refused; a single bad event is only skipped and reported.
package struct CalendarError: Error, Hashable, Sendable {
  /// What was found.
  package enum Kind: Hashable, Sendable {
    case notACalendar
    case unreadableText
    case nulCharacter
    /// A bound of ``CalendarLimits``, in the unit that the case names.
    case tooLarge(limit: Int)
    case lineTooLong(limit: Int)
    case nestedTooDeep(limit: Int)
    case unbalanced(found: String)
    case tooManyEvents(limit: Int)
    case tooManyZones(limit: Int)
    case tooManyDates(limit: Int)
    case tooManyParameters(limit: Int)
    case tooManyRules(limit: Int)
    case tooMuchWork
    case unknownZone(String)
    /// An event of a holiday calendar that cannot be taken as it stands; its days would be missing or wrong.
    case unusable(reason: Wording)
  }

  /// What was found; cases that name a limit carry it in their own unit.
  package let kind: Kind
  /// The name of the file, as the caller gave it.
  package let source: String
  /// The physical line on which it was found, from 1; nil where it concerns the file as a whole.
  package let line: Int?

  /// An error of a file, on a line where one is known.
  package init(_ kind: Kind, source: String, line: Int? = nil) {
    self.kind = kind
    self.source = source
    self.line = line
  }

  /// One sentence: place: what was found; what to do.
  package var wording: Wording {
    let place = line.map { "\(source):\($0)" } ?? source
    let text = kind.wording
    return Wording(zh: "\(place)：\(text.chinese)", en: "\(place): \(text.english)")
  }
}

extension CalendarError.Kind {
  /// What was found and what to do, without the place.
  package var wording: Wording {
    switch self {
    case .unusable(let reason): reason
    case .notACalendar:
      Wording(
        zh: "不是日历文件：找不到 BEGIN:VCALENDAR；请从日历软件重新导出 .ics 文件",
        en: "not a calendar, BEGIN:VCALENDAR is missing; export the .ics file again")
    case .unreadableText:
      Wording(
        zh: "文字编码无法识别；请以 UTF-8 重新导出",
        en: "the text encoding is not readable; export the file again as UTF-8")
    case .nulCharacter:
      Wording(zh: "含有空字符(NUL)；请重新导出", en: "contains a NUL character; export the file again")
    case .tooLarge(let limit):
      Wording(
        zh: "文件超过 \(limit) 字节；请只导出所需的时间范围",
        en: "larger than \(limit) bytes; export only the period that is needed")
    case .lineTooLong(let limit):
      Wording(
        zh: "一行超过 \(limit) 字节；请去掉附件后重新导出",
        en: "a line is longer than \(limit) bytes; export the file again without attachments")
    case .nestedTooDeep(let limit):
      Wording(
        zh: "组件嵌套超过 \(limit) 层；请重新导出",
        en: "components are nested more than \(limit) deep; export the file again")
    case .unbalanced(let found):
      Wording(
        zh: "BEGIN 与 END 不成对：\(found)；文件可能不完整，请重新导出",
        en: "BEGIN and END do not match: \(found); the file may be cut off, export it again")
    case .tooManyEvents(let limit):
      Wording(
        zh: "事件超过 \(limit) 个；请只导出所需的时间范围",
        en: "more than \(limit) events; export only the period that is needed")
    case .tooManyZones(let limit):
      Wording(
        zh: "时区定义超过 \(limit) 个；请重新导出",
        en: "more than \(limit) time zone parts; export the file again")
    case .tooManyDates(let limit):
      Wording(
        zh: "一个事件的 EXDATE、RDATE 日期超过 \(limit) 个；请只导出所需的时间范围",
        en: "more than \(limit) EXDATE and RDATE dates in one event; export only the period that is needed")
    case .tooManyParameters(let limit):
      Wording(
        zh: "一行的参数超过 \(limit) 个；请重新导出",
        en: "more than \(limit) parameters on one line; export the file again")
    case .tooManyRules(let limit):
      Wording(
        zh: "一个事件的重复规则超过 \(limit) 条；请重新导出",
        en: "more than \(limit) recurrence rules in one event; export the file again")
    case .tooMuchWork:
      Wording(
        zh: "重复规则的展开量过大；请简化重复事件或缩短时间范围",
        en: "its recurrence rules ask for too much work; simplify the repeated events or shorten the period")
    case .unknownZone(let name):
      Wording(
        zh: "时区“\(name)”不存在；请写 Asia/Shanghai 这样的 IANA 名称",
        en: "no time zone “\(name)”; write an IANA name such as Asia/Shanghai")
    }
  }
}
