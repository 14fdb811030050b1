import Civil
import Cohorts
import FollowUp
import Foundation
import GRDB

extension Records {
  static let ventures = RecordTable<(venture: Venture, whereabouts: VentureWhereabouts)>(
    name: "venture",
    columns: [
      "code", "name", "legalForm", "registration", "industry", "area", "founders", "startUpCostFen",
      "incubator", "address", "phoneSealed", "licenceNow",
    ],
    cells: { row, scribe in
      let (venture, whereabouts) = row
      return [
        venture.id, venture.name, venture.legalForm.rawValue,
        VentureFact.registration(venture.registration).text, venture.industry?.code, venture.area,
        VentureFact.founders(venture.founders).text, venture.startUpCost?.fen, venture.incubator,
        whereabouts.address, scribe.sealed(whereabouts.phone), venture.registration.licence?.text,
      ]
    },
    value: { row in
      let industry: String? = try row[optional: "industry"]
      let cost: Int? = try row[optional: "startUpCostFen"]
      guard
        case .registration(let registration)? = VentureFact(
          kind: .registration, text: try row["registration"]),
        case .founders(let founders)? = VentureFact(kind: .founders, text: try row["founders"])
      else { throw row.misfit("registration") }
      let venture = Venture(
        id: try row["code"], name: try row["name"], founders: founders, legalForm: try row.word("legalForm"),
        registration: registration, industry: industry.flatMap { Industry($0) }, area: try row["area"],
        startUpCost: cost.map { Money(fen: $0) }, incubator: try row[optional: "incubator"])
      return (
        venture,
        VentureWhereabouts(address: try row[optional: "address"], phone: try row.opened("phoneSealed"))
      )
    })

  static let ventureStates: RecordTable<LedgerRow<VentureState>> = ledger(
    .state, "ventureState", columns: ["state"],
    cells: { state, _ in [state?.rawValue] },
    fact: { row in try row.word(optional: "state") as VentureState? })

  static let ventureJobs: RecordTable<LedgerRow<Headcount>> = ledger(
    .jobs, "ventureJobs", columns: ["founders", "employees", "insured", "keyGroups"],
    cells: { count, _ in
      [count?.founders, count?.employees, count?.insured, count?.keyGroups.text ?? ""]
    },
    fact: { row in
      guard let founders: Int = try row[optional: "founders"] else { return nil }
      do throws(Headcount.Flaw) {
        return try Headcount(
          founders: founders, employees: (try? row["employees"]) ?? 0, insured: (try? row["insured"]) ?? 0,
          keyGroups: [String: Int](text: (try? row["keyGroups"]) ?? ""))
      } catch {
        throw row.misfit("employees")
      }
    })

  static let ventureFacts: RecordTable<LedgerRow<VentureFact>> = ledger(
    .fact, "ventureFact", columns: ["kind", "text", "textSealed"], isBounded: false,
    cells: { fact, scribe in
      guard let fact else { return [nil, nil, nil] }
      return fact.kind == .phone
        ? [fact.kind.rawValue, nil, scribe.sealed(fact.text)] : [fact.kind.rawValue, fact.text, nil]
    },
    fact: { row in
      guard let kind: VentureFact.Kind = try row.word(optional: "kind") else { return nil }
      let text = try kind == .phone ? row.opened("textSealed") : row[optional: "text"]
      guard let fact = VentureFact(kind: kind, text: text ?? "") else { throw row.misfit("text") }
      return fact
    })

  static let loanSteps: RecordTable<LedgerRow<Loan.Step>> = ledger(
    .loan, "loanStep", columns: ["state", "amountFen"],
    cells: { step, _ in [step?.state.rawValue, step?.amount.fen] },
    fact: { row in
      guard let state: Loan.State = try row.word(optional: "state") else { return nil }
      return Loan.Step(state, Money(fen: try row["amountFen"]))
    })

  static let subsidies = RecordTable<Subsidy>(
    name: "subsidy", columns: ["code", "kind", "recipientKind", "recipient", "amountFen", "paidDay"],
    cells: { subsidy, _ in
      let recipient: (String, String) =
        switch subsidy.recipient {
        case .person(let id): ("person", id)
        case .venture(let id): ("venture", id)
        }
      return [
        subsidy.id, subsidy.kind, recipient.0, recipient.1, subsidy.amount.fen,
        subsidy.paidOn.daysSinceEpoch,
      ]
    },
    value: { row in
      let kind: String = try row["recipientKind"]
      return try Subsidy(
        id: row["code"], kind: row["kind"],
        recipient: kind == "person" ? .person(row["recipient"]) : .venture(row["recipient"]),
        amount: Money(fen: row["amountFen"]), paidOn: row.day("paidDay"))
    })

  static let registerDecisions = RecordTable<LinkDecision>(
    name: "registerDecision", columns: ["firm", "place", "trainee", "isAccepted"],
    cells: { decision, _ in [decision.firm, decision.place, decision.trainee, decision.isAccepted] },
    value: { row in
      try LinkDecision(
        firm: row["firm"], place: row["place"], trainee: row["trainee"], isAccepted: row["isAccepted"],
        entry: .init(on: row.day("recordedOn"), by: row["recordedBy"]))
    })

  /// A ledger: entries numbered within their owner, each with its days and perhaps the number of one it corrects.
  ///
  /// `isBounded`: whether an entry may name its last day.
  static func ledger<Fact>(
    _ ledger: LedgerID.Ledger, _ name: String, columns: [String], isBounded: Bool = true,
    cells: @escaping @Sendable (Fact?, inout Scribe) -> [Cell],
    fact: @escaping @Sendable (RecordRow) throws -> Fact?
  ) -> RecordTable<LedgerRow<Fact>> {
    RecordTable(
      name: name,
      columns: [ledger.owner, "number"] + columns + ["fromDay"] + (isBounded ? ["toDay"] : []) + ["corrects"],
      cells: { row, scribe in
        let entry = row.entry
        let days: [Cell] =
          [entry.from.daysSinceEpoch] + (isBounded ? [entry.to?.daysSinceEpoch] : [])
        return [row.owner, row.number] + cells(entry.fact, &scribe) + days + [row.corrects]
      },
      value: { row in
        let owner: String = try row[ledger.owner]
        let number: Int = try row["number"]
        let corrects: Int? = try row[optional: "corrects"]
        func id(_ number: Int) -> String { LedgerID(ledger: ledger, owner: owner, number: number).text }
        let entry = try Ledger<Fact>.Entry(
          id: id(number), fact(row), from: row.day("fromDay"),
          to: isBounded ? row.day(optional: "toDay") : nil,
          recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"], corrects: corrects.map(id))
        return LedgerRow(owner: owner, number: number, corrects: corrects, entry: entry)
      })
  }
}

extension [String: Int] {
  /// Counts by code, as `hard_to_employ=2;veteran=1`.
  var text: String { sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";") }

  /// Reads what `text` gives; what is no count is left out.
  init(text: String) {
    self.init(minimumCapacity: 0)
    for item in text.split(separator: ";") {
      let parts = item.split(separator: "=")
      guard parts.count == 2, let count = Int(parts[1]) else { continue }
      self[String(parts[0])] = count
    }
  }
}
