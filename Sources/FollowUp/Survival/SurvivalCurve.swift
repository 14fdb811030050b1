import Glibc

/// A survival curve (存活曲线) by Kaplan and Meier, with right censoring.
///
/// S(t) is the product of 1 - d/n over the days up to t on which something ended: d ends among n at risk. Who is
/// censored on a day is at risk on that day (E. L. Kaplan, P. Meier 1958). Intervals are pointwise, on the
/// log-log scale.
package struct SurvivalCurve: Hashable, Sendable {
  /// What happened on one day of life.
  package struct Step: Hashable, Sendable {
    package let days: Int
    /// Subjects watched up to this day: they had neither ended nor been censored before it.
    package let atRisk: Int
    package let ended: Int
    package let censored: Int
    package let estimate: Estimate
  }

  /// The share that survives, as far as it is known.
  package struct Estimate: Hashable, Sendable {
    /// The estimated share alive after the day, 0 to 1.
    package let survival: Double
    /// Greenwood's variance S² Σ d / (n (n - d)); nil where everybody at risk has ended and the sum has no value.
    package let variance: Double?
    /// The log-log interval exp(-exp(ln(-ln S) ± z σ / |ln S|)); nil at S = 1 and S = 0, where it is not defined.
    package let interval: ClosedRange<Double>?
  }

  /// The estimate at one day of life, with the number still at risk.
  package struct Value: Hashable, Sendable {
    package let days: Int
    /// Subjects watched for at least so many days.
    package let atRisk: Int
    package let estimate: Estimate
  }

  /// One step a day on which a subject ended or was censored, by rising days.
  package let steps: [Step]
  package let subjects: Int
  package let ended: Int

  /// The curve of some lifetimes in any order; of none, it has no steps and no values.
  package init(_ lifetimes: some Collection<Lifetime>, confidence: Confidence = .ninetyFive) {
    let sorted = lifetimes.map { (days: $0.days, ended: $0.ended) }.sorted { $0.days < $1.days }
    var steps: [Step] = []
    var survival = 1.0
    var hazardVariance: Double? = 0
    var first = 0
    while first < sorted.count {
      let days = sorted[first].days
      let next = sorted[first...].firstIndex { $0.days != days } ?? sorted.count
      let atRisk = sorted.count - first
      let ended = sorted[first..<next].count(where: \.ended)
      if ended > 0 {
        survival *= Double(atRisk - ended) / Double(atRisk)
        hazardVariance =
          ended == atRisk
          ? nil : hazardVariance.map { $0 + Double(ended) / (Double(atRisk) * Double(atRisk - ended)) }
      }
      steps.append(
        Step(
          days: days, atRisk: atRisk, ended: ended, censored: next - first - ended,
          estimate: Estimate(survival, hazardVariance, confidence)))
      first = next
    }
    self.steps = steps
    subjects = sorted.count
    ended = steps.reduce(0) { $0 + $1.ended }
  }

  /// Subjects watched for at least so many days.
  package func atRisk(at days: Int) -> Int { steps[firstStep(from: days)...].first?.atRisk ?? 0 }

  /// The estimate after so many days of life.
  ///
  /// Nil beyond the longest lifetime, unless all had ended by then: nobody was watched so long.
  package func value(at days: Int) -> Value? {
    guard let last = steps.last, days <= last.days || last.estimate.survival == 0 else { return nil }
    let next = firstStep(from: days + 1)
    let estimate = next == 0 ? Estimate(1, 0, .ninetyFive) : steps[next - 1].estimate
    return Value(days: days, atRisk: atRisk(at: days), estimate: estimate)
  }

  /// The first day after which at most half survive; nil: more than half do to the end.
  package var median: Int? { steps.first { atMostHalf($0.estimate.survival) }?.days }

  /// The days between which the median lies by the curve's intervals.
  ///
  /// The interval of R. Brookmeyer and J. Crowley (1982). The later one is nil where the upper bound never falls to a half, both where the lower one does not.
  package var medianInterval: (from: Int?, to: Int?) {
    func first(_ bound: (Estimate) -> Double) -> Int? {
      steps.first { atMostHalf(bound($0.estimate)) }?.days
    }
    return (
      first { $0.interval?.lowerBound ?? $0.survival }, first { $0.interval?.upperBound ?? $0.survival }
    )
  }

  /// A half that rounding has moved is still a half.
  private func atMostHalf(_ share: Double) -> Bool { share <= 0.5 + 1e-12 }

  private func firstStep(from days: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].days < days { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SurvivalCurve.Estimate {
  /// `hazardVariance` is the sum of Greenwood's formula, the variance of ln S; nil: not defined.
  fileprivate init(_ survival: Double, _ hazardVariance: Double?, _ confidence: Confidence) {
    self.survival = survival
    variance = hazardVariance.map { survival * survival * $0 }
    guard let hazardVariance, survival > 0, survival < 1 else {
      interval = nil
      return
    }
    let logarithm = -log(survival)
    let width = confidence.quantile * hazardVariance.squareRoot() / logarithm
    interval = exp(-logarithm * exp(width))...exp(-logarithm * exp(-width))
  }
}
