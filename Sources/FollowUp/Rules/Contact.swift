package import Civil

/// A contact, or a try at one (回访记录), with a trainee or venture that is followed.
package struct Contact: Hashable, Sendable {
  package enum Method: String, CaseIterable, Hashable, Sendable {
    case telephone, weChat, visit, officeVisit, meeting

    package var name: Wording {
      switch self {
      case .telephone: Wording(zh: "电话", en: "telephone")
      case .weChat: Wording(zh: "微信", en: "WeChat")
      case .visit: Wording(zh: "上门", en: "visit")
      case .officeVisit: Wording(zh: "到访", en: "came to the office")
      case .meeting: Wording(zh: "座谈", en: "meeting")
      }
    }
  }

  package enum Result: String, CaseIterable, Hashable, Sendable {
    case reached, noAnswer, wrongNumber, refused, away, lost

    package var name: Wording {
      switch self {
      case .reached: Wording(zh: "已联系", en: "reached")
      case .noAnswer: Wording(zh: "无人接听", en: "no answer")
      case .wrongNumber: Wording(zh: "号码错误", en: "wrong number")
      case .refused: Wording(zh: "拒访", en: "refused")
      case .away: Wording(zh: "外出", en: "away")
      case .lost: Wording(zh: "失联", en: "lost contact")
      }
    }
  }

  /// A sign of trouble among the answers, which an early warning may rest on.
  package enum Trouble: String, CaseIterable, Hashable, Sendable {
    case loss, fallingSales, shortOfCash, rentEnding, meansToClose, keyPersonLeft

    package var name: Wording {
      switch self {
      case .loss: Wording(zh: "亏损", en: "makes a loss")
      case .fallingSales: Wording(zh: "营业额下降", en: "sales are falling")
      case .shortOfCash: Wording(zh: "资金周转困难", en: "short of cash")
      case .rentEnding: Wording(zh: "场地即将到期", en: "the lease ends soon")
      case .meansToClose: Wording(zh: "打算停业", en: "means to close")
      case .keyPersonLeft: Wording(zh: "骨干离开", en: "a key person left")
      }
    }
  }

  package let id: String
  /// The id of the trainee or venture.
  package let subject: String
  package let on: CivilDate
  package let method: Method
  package let result: Result
  package let officer: String
  package let recordedOn: CivilDate
  /// What the person said, in the words of the record.
  package let said: String?
  package let troubles: Set<Trouble>
  /// A need that was told: it opens a request for help.
  package let need: HelpRequest.Kind?
  /// When the next contact was agreed for.
  package let next: CivilDate?

  package init(
    id: String, subject: String, on: CivilDate, method: Method, result: Result, officer: String,
    recordedOn: CivilDate? = nil, said: String? = nil, troubles: Set<Trouble> = [],
    need: HelpRequest.Kind? = nil, next: CivilDate? = nil
  ) {
    self.id = id
    self.subject = subject
    self.on = on
    self.method = method
    self.result = result
    self.officer = officer
    self.recordedOn = recordedOn ?? on
    self.said = said
    self.troubles = troubles
    self.need = need
    self.next = next
  }
}

/// A request for help: one of the five helps (五帮), open until it is settled.
package struct HelpRequest: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case projectApplication, fundRaising, licences, businessDifficulty, planning

    package var name: Wording {
      switch self {
      case .projectApplication: Wording(zh: "帮项目申报", en: "project application")
      case .fundRaising: Wording(zh: "帮资金筹集", en: "fund raising")
      case .licences: Wording(zh: "帮证件办理", en: "licences")
      case .businessDifficulty: Wording(zh: "帮解决经营困难", en: "business difficulties")
      case .planning: Wording(zh: "帮规划发展", en: "development planning")
      }
    }
  }

  package let id: String
  package let subject: String
  package let kind: Kind
  package let openedOn: CivilDate
  /// The contact in which the need was told; nil: it was asked for otherwise.
  package let contact: String?
  /// Nil while it is open.
  package let closedOn: CivilDate?
  /// What was done, in the words of the record; nil while it is open, and where nobody said.
  package let outcome: String?

  package init(
    id: String, subject: String, kind: Kind, openedOn: CivilDate, contact: String? = nil,
    closedOn: CivilDate? = nil, outcome: String? = nil
  ) {
    self.outcome = outcome
    self.id = id
    self.subject = subject
    self.kind = kind
    self.openedOn = openedOn
    self.contact = contact
    self.closedOn = closedOn
  }

  /// The request that a contact opens; nil: no need was told.
  package init?(openedBy contact: Contact) {
    guard let need = contact.need else { return nil }
    self.init(
      id: "help-\(contact.id)", subject: contact.subject, kind: need, openedOn: contact.on,
      contact: contact.id)
  }

  /// Working days from the opening to the closing, or to `date` while it is open.
  package func workingDays(asOf date: CivilDate, in calendar: WorkingCalendar) -> Int {
    calendar.countWorkingDays(after: openedOn, to: closedOn.map { min($0, date) } ?? date)
  }
}
