package import Civil

/// The number of a licence: the credit code, or the number of the years before it.
package enum Licence: Hashable, Sendable, CustomStringConvertible {
  case creditCode(CreditCode)
  case oldNumber(OldRegistrationNumber)

  /// Why a text is no number of a licence.
  package enum Flaw: Error, Hashable, Sendable {
    case creditCode(CreditCode.Flaw)
    case oldNumber(OldRegistrationNumber.Flaw)

    package var problem: Wording {
      switch self {
      case .creditCode(let flaw): flaw.problem
      case .oldNumber(let flaw): flaw.problem
      }
    }

    package var remedy: Wording {
      switch self {
      case .creditCode(let flaw): flaw.remedy
      case .oldNumber(let flaw): flaw.remedy
      }
    }
  }

  /// Reads a credit code or an old number of 15 digits; its `text` gives the same licence back.
  ///
  /// - Throws: the flaw of what it looks most like.
  package init(_ text: some StringProtocol) throws(Flaw) {
    if CreditCode.plain(text).count == 15 {
      do throws(OldRegistrationNumber.Flaw) { self = .oldNumber(try OldRegistrationNumber(text)) } catch {
        throw .oldNumber(error)
      }
    } else {
      do throws(CreditCode.Flaw) { self = .creditCode(try CreditCode(text)) } catch {
        throw .creditCode(error)
      }
    }
  }

  /// As it is stored and shown: 18 characters, or 15 digits.
  package var text: String {
    switch self {
    case .creditCode(let code): code.code
    case .oldNumber(let number): number.number
    }
  }

  package var description: String { text }

  /// Whether it is an enterprise or an individual business (户), where the licence tells; old numbers do not.
  package var bodyKind: BodyKind? {
    if case .creditCode(let code) = self { code.kind } else { nil }
  }
}
