/// A flat array of fixed size whose memory the solver's inner loops read and write without checks in Release.
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
  private final class Storage {
    let elements: UnsafeMutableBufferPointer<Element>

    init(_ elements: UnsafeMutableBufferPointer<Element>) { self.elements = elements }
    deinit { elements.deallocate() }
  }

  private let storage: Storage
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, _ value: Element) {
    let elements = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, count))
    elements.initialize(repeating: value)
    storage = Storage(elements)
    base = UnsafeMutablePointer(elements.baseAddress.unsafelyUnwrapped)
    self.count = count
  }

  init(_ values: [Element]) {
    let elements = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, values.count))
    _ = elements.initialize(from: values)
    storage = Storage(elements)
    base = elements.baseAddress.unsafelyUnwrapped
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

  func copy(from other: Table<Element>) { base.update(from: other.base, count: count) }
}
