import Civil
import Reports
import Testing

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `digits stand in groups of three`(number: Int, text: String) {
    #expect(Figures.grouped(number) == text)
  }

  @Test(arguments: [
    (0.306, 2, "0.31"), (0.285, 2, "0.29"), (-0.285, 2, "-0.29"), (1234.5, 0, "1,235"), (2.0, 3, "2.000"),
    (0.004, 2, "0.00"), (.nan, 1, "–"), (.infinity, 1, "–"), (1e300, 1, "–"),
  ])
  func `decimals are rounded halves away from zero`(value: Double, places: Int, text: String) {
    #expect(Figures.decimal(value, places: places) == text)
  }

  @Test func `cells read as people expect`() {
    #expect(Cell.share(0.306, places: 1).text(in: .english) == "30.6%")
    #expect(Cell.money(fen: 123_450).text(in: .chinese) == "1,234.50")
    #expect(Cell.money(fen: -5).text(in: .chinese) == "-0.05")
    #expect(
      Cell.missing(Wording(zh: "缺少城镇从业人员数", en: "urban workers are missing")).text(in: .chinese)
        == "无法计算：缺少城镇从业人员数")
    #expect(Cell.withheld.text(in: .english) == "*")
  }

  @Test(arguments: [
    (0, "零元整"), (1, "壹分"), (10, "壹角整"), (105, "壹元零伍分"), (100_000, "壹仟元整"), (1_000_000, "壹万元整"),
    (1_409_50, "壹仟肆佰零玖元伍角整"), (6_007_14, "陆仟零柒元壹角肆分"), (1_680_32, "壹仟陆佰捌拾元叁角贰分"),
    (107_000_53, "壹拾万柒仟元伍角叁分"), (16_409_02, "壹万陆仟肆佰零玖元零贰分"), (325_04, "叁佰贰拾伍元零肆分"),
    (1_000_000_001_00, "壹拾亿零壹元整"), (1_0000_0000_0000_00, "壹万亿元整"), (-12_00, "负壹拾贰元整"),
    (2_0001_0000_00, "贰亿零壹万元整"),
  ])
  func `money in capitals is written as bills ask`(fen: Int, text: String) {
    #expect(ChineseCapitals.money(fen: fen) == text)
  }

  @Test func `an amount beyond the largest has no capitals`() {
    #expect(ChineseCapitals.money(fen: (ChineseCapitals.mostYuan + 1) * 100) == nil)
  }
}
