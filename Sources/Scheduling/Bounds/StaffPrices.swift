/// Prices for lecturers' periods, by which lecturers and load are bounded together.
///
/// Lagrangian relaxation (A. M. Geoffrion, 1974) of the rule that periods beyond the mean are counted: a period of
/// lecturer p costs a price between 0 and the weight of load, and the mean itself is given back. Whatever the prices,
/// no timetable costs less than the sum over classes of the cheapest lecturers at these prices, less the mean load
/// at the price of each lecturer: each period beyond the mean costs at least its price.
///
/// There can be several cases, of which every timetable is one: a class has a certain lecturer or has not. Each case
/// has its own prices, and the bound is that of the case that costs least.
package struct StaffPrices: Sendable {
  package struct Case: Sendable {
    /// What is so in this case: which class has or has not which lecturer.
    package let choices: [Choice]
    /// By group, in ten-thousandths of the weight of load: 0 to 10,000; none where no timetable is of this case,
    /// because a class would lack somebody whom it needs.
    package let prices: [Int]
    /// What each class costs at least at these prices, in the order of the classes; those that cost nothing are left
    /// out.
    package let classes: [(series: Int, cost: Double)]
  }

  package struct Choice: Sendable {
    package let series: Int
    package let person: Int
    package let isHeld: Bool
  }

  /// Lecturers of one price.
  package let groups: [[Int]]
  package let cases: [Case]
  package let fairLoad: Int
  /// The least of the cases' sums, less the mean load at its prices, rounded up to what lecturers and load can cost.
  package let cost: Double

  static let scale = 10_000
}
