import Civil
import Indicators
import Testing

@testable import Interchange

@Suite struct PrintedFileTests {
  private func read(_ rows: String) throws -> FileReading<PrintedClaim> {
    try PrintedFile.read(Array(("指标,印出数,算法,分子,分母\n" + rows).utf8), file: "printed.csv")
  }

  @Test func `amounts are read as reports print them`() throws {
    let reading = try read(
      """
      商户增长,41％,增长率,6.6万户,4.7万户
      放款率,23.5%,占比,255万元,"1,085万元"
      带动就业比例,1∶6.2,比例,3100,500
      资料,,数量,4万余份,
      产值,,数量,53.6亿元,
      """)
    #expect(reading.problems.isEmpty)
    let claims = reading.rows.map(\.row)
    try #require(claims.count == 5)
    #expect(claims.map(\.printed) == ["41%", "23.5%", "1:6.2", nil, nil])
    #expect(claims[0].first == .init(66_000) && claims[1].second == .init(10_850_000))
    #expect(claims[3].first == .init(40_000) && claims[4].first == .init(5_360_000_000))
    #expect(
      PrintedReview(claims).findings.map(\.finding).dropFirst() == [.agrees, .agrees, .agrees, .agrees])
  }

  @Test func `what is no amount and no formula is told`() throws {
    let reading = try read("宣传单,,数量,若干,\n指数,30.6%,大约,1,2\n")
    #expect(reading.problems.map { "\($0.line ?? 0) \($0.column ?? "")" } == ["2 numerator", "3 formula"])
  }
}
