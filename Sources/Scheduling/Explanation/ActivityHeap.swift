/// Questions by how often they took part in recent conflicts; equal ones by number.
struct ActivityHeap {
  private var activity: ContiguousArray<Double> = []
  private var heap: ContiguousArray<Int32> = []
  private var slot: ContiguousArray<Int32> = []
  private var step = 1.0

  mutating func append() {
    let question = activity.count
    activity.append(0)
    slot.append(Int32(heap.count))
    heap.append(Int32(question))
  }

  mutating func insert(_ question: Int) {
    guard slot[question] < 0 else { return }
    slot[question] = Int32(heap.count)
    heap.append(Int32(question))
    rise(heap.count - 1)
  }

  mutating func removeFirst() -> Int? {
    guard let first = heap.first else { return nil }
    slot[Int(first)] = -1
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      slot[Int(last)] = 0
      sink(0)
    }
    return Int(first)
  }

  mutating func bump(_ question: Int) {
    activity[question] += step
    if activity[question] > 1e100 {
      for index in activity.indices { activity[index] *= 1e-100 }
      step *= 1e-100
    }
    if slot[question] >= 0 { rise(Int(slot[question])) }
  }

  mutating func decay() { step /= 0.95 }

  private func comesFirst(_ one: Int32, _ other: Int32) -> Bool {
    let (left, right) = (activity[Int(one)], activity[Int(other)])
    return left > right || left == right && one < other
  }

  private mutating func rise(_ from: Int) {
    var index = from
    let moving = heap[index]
    while index > 0, comesFirst(moving, heap[(index - 1) / 2]) {
      heap[index] = heap[(index - 1) / 2]
      slot[Int(heap[index])] = Int32(index)
      index = (index - 1) / 2
    }
    heap[index] = moving
    slot[Int(moving)] = Int32(index)
  }

  private mutating func sink(_ from: Int) {
    var index = from
    let moving = heap[index]
    while 2 * index + 1 < heap.count {
      var child = 2 * index + 1
      if child + 1 < heap.count, comesFirst(heap[child + 1], heap[child]) { child += 1 }
      guard comesFirst(heap[child], moving) else { break }
      heap[index] = heap[child]
      slot[Int(heap[index])] = Int32(index)
      index = child
    }
    heap[index] = moving
    slot[Int(moving)] = Int32(index)
  }
}
