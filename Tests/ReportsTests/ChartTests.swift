import Reports
import Testing

@Suite struct ChartTests {
  @Test(arguments: [0.003, 0.4, 1, 3, 7, 9.9, 10, 36, 99, 1234, 65_000])
  func `ticks are few, round and reach the largest value`(most: Double) {
    let ticks = Chart.ticks(upTo: most)
    #expect((4...12).contains(ticks.count), "\(ticks)")
    #expect(ticks[0] == 0 && (ticks.last ?? 0) >= most * (1 - 1e-9))
    #expect((ticks.last ?? 0) < most * 1.5)
  }

  @Test func `ticks stand a given step apart where that is not too many`() {
    #expect(Chart.ticks(upTo: 36, step: 12) == [0, 12, 24, 36] && Chart.ticks(upTo: 37, step: 12).last == 48)
    #expect(Chart.ticks(upTo: 1e6, step: 12).count < 13 && Chart.ticks(upTo: 5, step: 0).count < 13)
  }

  @Test func `an axis without values still has two ends`() {
    #expect(Chart.ticks(upTo: 0) == [0, 1] && Chart.ticks(upTo: .nan) == [0, 1])
  }

  @Test func `each value of a step line is held until the next`() {
    let steps = Chart.steps([.init(0, 1), .init(3, 0.8), .init(5, 0.8), .init(6, 0.5)])
    #expect(steps == [.init(0, 1), .init(3, 1), .init(3, 0.8), .init(5, 0.8), .init(6, 0.8), .init(6, 0.5)])
  }
}
