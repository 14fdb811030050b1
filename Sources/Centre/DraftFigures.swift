package import Civil
import Planning
import Store

extension DraftSummary {
  /// Units and weight of every soft constraint, in the order of the list.
  package var costs: [(constraint: String, count: Int, weight: Double)] {
    cost.map { ($0.constraint, $0.count, $0.weight) }
  }

  /// The sessions that found no place, each with the first reason found.
  package var leftOut: [(session: String, reason: Wording)] {
    unplaced.map { ($0.session.description, $0.reason) }
  }
}
