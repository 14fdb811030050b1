/// How much a stranger's calendar may still make the program do.
struct WorkBudget {
  struct Exhausted: Error {}

  private var left: Int

  init(_ amount: Int) { left = amount }

  mutating func spend(_ amount: Int) throws(Exhausted) {
    left -= amount
    guard left >= 0 else { throw Exhausted() }
  }
}
