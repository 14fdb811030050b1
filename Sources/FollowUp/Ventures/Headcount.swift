package import Civil

/// Who works in a venture as of a date: founders and employees apart, since a lead ratio counts only employees.
package struct Headcount: Hashable, Sendable {
  package let founders: Int
  /// Paid people besides the founders.
  package let employees: Int
  /// Of the employees: those with social insurance.
  package let insured: Int
  /// Of the employees: those of each key group (重点群体), by category code; one may be of several.
  package let keyGroups: [String: Int]

  package enum Flaw: Error, Hashable, Sendable {
    case negative
    case moreInsuredThanEmployees(insured: Int, employees: Int)
    case moreOfGroupThanEmployees(group: String, count: Int, employees: Int)

    package var sentence: Wording {
      switch self {
      case .negative:
        Wording(zh: "人数为负；请填 0 或以上。", en: "A number of people is negative; give 0 or more.")
      case .moreInsuredThanEmployees(let insured, let employees):
        Wording(
          zh: "参保 \(insured) 人多于从业人员 \(employees) 人；请核对两项（创业者不计入）。",
          en: "\(insured) insured of \(employees) employees; check both (founders count in neither).")
      case .moreOfGroupThanEmployees(let group, let count, let employees):
        Wording(
          zh: "\(group) \(count) 人多于从业人员 \(employees) 人；请核对两项（创业者不计入）。",
          en: "\(count) of \(group) among \(employees) employees; check both (founders count in neither).")
      }
    }
  }

  /// - Throws: what cannot be.
  package init(founders: Int, employees: Int, insured: Int = 0, keyGroups: [String: Int] = [:]) throws(Flaw) {
    guard min(founders, employees, insured) >= 0, keyGroups.values.allSatisfy({ $0 >= 0 }) else {
      throw .negative
    }
    guard insured <= employees else {
      throw .moreInsuredThanEmployees(insured: insured, employees: employees)
    }
    if let (group, count) = keyGroups.sorted(by: { $0.key < $1.key }).first(where: { $0.value > employees }) {
      throw .moreOfGroupThanEmployees(group: group, count: count, employees: employees)
    }
    self.founders = founders
    self.employees = employees
    self.insured = insured
    self.keyGroups = keyGroups
  }
}
