import SeededNumbers
import Testing

@testable import FollowUp

@Suite struct SuppressionTests {
  /// All groups as one table, the first of them the total.
  private func suppression(_ groups: [[Int]], least: Int = 5) -> Suppression {
    Suppression(tables: [Array(groups.dropFirst())], total: groups[0], least: least)
  }

  /// The places of the groups that are not shown, the total's being 0.
  private func withheld(_ groups: [[Int]], least: Int = 5) -> [Int] {
    let kept = suppression(groups, least: least)
    return (kept.withholdsTotal ? [0] : []) + kept.reasons[0].keys.map { $0 + 1 }.sorted()
  }

  @Test func `tables of large groups are shown whole`() {
    #expect(withheld([Array(0..<20), Array(0..<10), Array(10..<20)]).isEmpty)
    #expect(withheld([Array(0..<20), [], Array(0..<20)]).isEmpty)
  }

  @Test func `a small group takes the next one with it, or it could be subtracted`() {
    let groups = [Array(0..<20), Array(0..<3), Array(3..<9), Array(9..<20)]
    #expect(withheld(groups) == [1, 2])
    #expect(suppression(groups).reasons == [[0: .tooFew, 1: .wouldReveal]])
  }

  @Test func `a street cannot be had from its district, though the district is shown in another table`() {
    // Districts 0..<12 and 12..<24; the first has streets of 9 and 3.
    let districts = [Array(0..<12), Array(12..<24)]
    let groups = [Array(0..<24)] + districts + [Array(0..<9), Array(9..<12)]
    #expect(withheld(groups) == [3, 4])
  }

  @Test func `two tables together do not give what each alone hides`() {
    // By course 10 and 10; by industry 8 of the second course and 12 others: the rest of the course is 2.
    let groups = [Array(0..<20), Array(0..<10), Array(10..<20), Array(10..<18), Array(0..<10) + [18, 19]]
    let kept = suppression(groups)
    #expect(!kept.reasons[0].isEmpty && kept.isJoint)
    #expect(kept.reasons[0].values.allSatisfy { $0 == .wouldReveal })
  }

  /// Whether the shown sizes give that of a set, by fractions over all sets of subjects.
  private func derivable(_ groups: [[Int]], subjects: Int, below least: Int) -> [Int]? {
    let rows = groups.filter { !$0.isEmpty }.map { group in
      (0..<subjects).map { group.contains($0) ? 1.0 : 0.0 }
    }
    func rank(_ rows: [[Double]]) -> Int {
      var (rows, rank) = (rows, 0)
      for column in 0..<subjects {
        guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
        rows.swapAt(rank, pivot)
        for other in (rank + 1)..<max(rank + 1, rows.count) where other < rows.count {
          let factor = rows[other][column] / rows[rank][column]
          for place in column..<subjects { rows[other][place] -= factor * rows[rank][place] }
        }
        rank += 1
      }
      return rank
    }
    let whole = rank(rows)
    for bits in 1..<(1 << subjects) where bits.nonzeroBitCount < least {
      let set = (0..<subjects).filter { bits >> $0 & 1 == 1 }
      if rank(rows + [(0..<subjects).map { set.contains($0) ? 1.0 : 0.0 }]) == whole { return set }
    }
    return nil
  }

  @Test(arguments: 0..<40)
  func `nothing small follows from what is shown, by trying every set`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let subjects = 10
    let tables = (0..<3).map { _ -> [[Int]] in
      let parts = Int.random(in: 2...4, using: &random)
      let place = (0..<subjects).map { _ in Int.random(in: 0..<parts, using: &random) }
      return (0..<parts).map { part in (0..<subjects).filter { place[$0] == part } }
    }
    let groups = [Array(0..<subjects)] + tables.flatMap { $0 }
    let hidden = Set(withheld(groups, least: 3))
    let shown = groups.indices.filter { !hidden.contains($0) }.map { groups[$0] }
    #expect(derivable(shown, subjects: subjects, below: 3) == nil)
  }

  @Test func `hundreds of thousands of subjects are judged together`() {
    let total = Array(0..<200_000)
    let table = (0..<3).map { part in total.filter { $0 % 3 == part } }
    let other = [total.filter { $0 > 10 }, [1, 2], Array(3...10)]
    let kept = Suppression(tables: [table, other], total: total, least: 5)
    #expect(kept.isJoint)
    #expect(kept.reasons[0].isEmpty && kept.reasons[1][1] == .tooFew)
  }

  @Test func `a cohort that is withheld cannot be had from its lecturer among hundreds of cohorts`() {
    // 600 cohorts of 8; each lecturer taught three in a row, and the last of every fiftieth has 4 ventures.
    var (cohorts, lecturers): ([[Int]], [[Int]]) = ([], [])
    var next = 0
    for lecturer in 0..<200 {
      var taught: [Int] = []
      for place in 0..<3 {
        let size = place == 2 && lecturer % 50 == 0 ? 4 : 8
        cohorts.append(Array(next..<next + size))
        taught += next..<next + size
        next += size
      }
      lecturers.append(taught)
    }
    let kept = Suppression(tables: [cohorts, lecturers], total: Array(0..<next), least: 5)
    #expect(kept.isJoint)
    for lecturer in stride(from: 0, to: 200, by: 50) {
      let own = (0..<3).filter { kept.reasons[0][lecturer * 3 + $0] != nil }
      #expect(kept.reasons[0][lecturer * 3 + 2] == .tooFew)
      // Either another cohort of the lecturer is hidden with it, or the lecturer's own number.
      #expect(own.count > 1 || kept.reasons[1][lecturer] != nil)
    }
    #expect(kept.reasons[0].count + kept.reasons[1].count < 30)
  }

  @Test func `where too many groups cross, each table is judged by itself, and it is said`() {
    let total = Array(0..<40_000)
    let tables = (1...2).map { step in
      (0..<2000).map { group in (0..<20).map { (group * 20 + $0) * (step == 1 ? 1 : 7919) % 40_000 } }
    }
    let third = (0..<2000).map { group in (0..<20).map { (group * 20 + $0) * 104_729 % 40_000 } }
    let kept = Suppression(tables: tables + [third, [[1, 2]]], total: total, least: 5)
    #expect(!kept.isJoint)
    #expect(kept.reasons[3][0] == .tooFew)
  }

  @Test func `the same groups give the same answer at each run`() {
    var random = SplitMix64(seed: 7)
    let groups = (0..<30).map { _ in (0..<200).filter { _ in Int.random(in: 0..<10, using: &random) == 0 } }
    #expect(withheld(groups) == withheld(groups))
  }
}
