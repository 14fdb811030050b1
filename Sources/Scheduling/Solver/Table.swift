/// Memory for tables, given back all at once.
final class Arena: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit {
    for block in blocks { block.deallocate() }
  }

  fileprivate func allocate<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let elements = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    blocks.append(UnsafeMutableRawPointer(elements))
    return elements
  }
}

/// A flat array of fixed size that the solver's inner loops read and write without reference counting.
///
/// It must not outlive its arena: whoever has tables keeps their arena beside them. Indices are checked in Debug.
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ arena: Arena, _ count: Int, _ value: Element) {
    base = arena.allocate(count)
    base.initialize(repeating: value, count: max(1, count))
    self.count = count
  }

  /// A table whose elements are read only after they were written.
  init(_ arena: Arena, uninitialized count: Int) {
    base = arena.allocate(count)
    self.count = count
  }

  init(_ arena: Arena, _ values: [Element]) {
    base = arena.allocate(values.count)
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    count = values.count
  }

  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  func copy(from other: Table<Element>) { base.update(from: other.base, count: min(count, other.count)) }
}
