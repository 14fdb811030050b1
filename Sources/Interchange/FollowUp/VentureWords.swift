import Civil
import FollowUp

extension Words {
  static let legalForms = Vocabulary<LegalForm>([
    (.individualBusiness, ["individual_business", "个体工商户", "个体户", "个体", "个体工商"]),
    (.soleProprietorship, ["sole_proprietorship", "个人独资企业", "个人独资", "独资企业"]),
    (.partnership, ["partnership", "合伙企业", "合伙", "普通合伙", "普通合伙企业", "有限合伙", "有限合伙企业"]),
    (.onePersonCompany, ["one_person_company", "一人有限公司", "一人有限责任公司", "有限责任公司(自然人独资)"]),
    (.limitedCompany, ["limited_company", "有限责任公司", "有限公司"]),
    (.jointStockCompany, ["joint_stock_company", "股份公司", "股份有限公司"]),
    (.farmersCooperative, ["farmers_cooperative", "农民专业合作社", "专业合作社", "合作社"]),
    (.privateNonEnterprise, ["private_non_enterprise", "民办非企业", "民办非企业单位"]),
    (.unregistered, ["unregistered", "未登记", "未注册", "无照"]),
  ])

  static let ventureStates = Vocabulary<VentureState>([
    (.preparing, ["preparing", "筹备", "筹备中", "筹建"]),
    (.registered, ["registered", "已登记未营业", "已登记", "未营业", "未开业"]),
    (
      .operating,
      [
        "operating", "正常经营", "正常", "经营中", "营业", "营业中", "开业", "在营", "在业", "存续", "存续(在营、开业、在册)",
        "在营(开业)", "在营(开业)企业", "登记成立",
      ]
    ),
    (.suspended, ["suspended", "停业", "歇业", "暂停营业", "停业歇业"]),
    (.deregistered, ["deregistered", "注销", "已注销", "注销企业", "吊销已注销", "吊销,已注销"]),
    (.revoked, ["revoked", "吊销", "已吊销", "吊销企业", "吊销未注销", "吊销,未注销"]),
    (.transferred, ["transferred", "转让", "已转让"]),
  ])

  static let yesOrNo = Vocabulary<Bool>([
    (true, ["yes", "是", "有", "已", "已创业", "y", "true", "1", "√", "✓"]),
    (false, ["no", "否", "无", "未", "未创业", "没有", "n", "false", "0", "×"]),
  ])

  static let attempts = Vocabulary<Int>([
    (1, ["1", "初次", "初次创业", "首次", "首次创业", "第一次", "first"]),
    (2, ["2", "二次", "二次创业", "再次创业", "第二次", "second"]),
    (3, ["3", "三次", "三次创业", "第三次", "third"]),
  ])
}

extension CellReader {
  /// What another reader reads; what it cannot is left out with a warning.
  static func orNothing<Wrapped>(_ reader: CellReader<Wrapped>) -> Self where Value == Wrapped? {
    CellReader { (text, notes) throws(CellFault) in
      do throws(CellFault) { return try reader.read(text, &notes) } catch {
        notes.warnings.append(error)
        return nil
      }
    }
  }
}

extension CellReader<LegalForm> {
  /// A legal form, also as the register writes the kind of a body (`有限责任公司(自然人投资或控股)`).
  static var legalForm: Self {
    CellReader { (text, _) throws(CellFault) in
      if let form = Words.legalForms[text] { return form }
      guard let form = written.first(where: { text.contains($0.0) })?.1 else {
        throw Words.legalForms.fault()
      }
      return form
    }
  }

  /// What the register's kinds hold; the first that is found rules.
  private static var written: [(String, LegalForm)] {
    [
      ("合作社", .farmersCooperative), ("民办非", .privateNonEnterprise), ("个体", .individualBusiness),
      ("合伙", .partnership), ("独资企业", .soleProprietorship), ("自然人独资", .onePersonCompany),
      ("一人", .onePersonCompany), ("股份", .jointStockCompany), ("有限", .limitedCompany),
    ]
  }
}

extension CellReader<Industry?> {
  /// An industry by its code; a cell that gives none is kept out and warned of.
  static var industry: Self {
    CellReader { (text, notes) throws(CellFault) in
      let code = text.folded.withoutTextMark.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      if let industry = Industry(code.uppercased()) { return industry }
      notes.warnings.append(
        CellFault(
          problem: Wording(zh: "不是行业代码，未读取", en: "not the code of an industry, left blank"),
          expected: Wording(
            zh: "应为 GB/T 4754-2017 的大类及以下代码，如 H62、H6210",
            en: "expected a division of GB/T 4754-2017 or finer, such as H62 or H6210")))
      return nil
    }
  }
}

/// How many people work in a venture as a cell gives it: `5`, or `5(2)` with those of key groups in brackets.
struct StaffCell: Hashable, Sendable {
  let count: Int
  let ofKeyGroups: Int?
}

extension CellReader<StaffCell> {
  static var staff: Self {
    CellReader { (text, notes) throws(CellFault) in
      let folded = text.folded
      let parts = folded.split(maxSplits: 1) { $0 == "(" || $0 == "[" }
      let count = try CellReader<Int>.whole(0...100_000).read(String(parts.first ?? ""), &notes)
      guard parts.count == 2 else { return StaffCell(count: count, ofKeyGroups: nil) }
      let digits = parts[1].filter { $0.isASCII && $0.isNumber }
      return StaffCell(count: count, ofKeyGroups: Int(digits))
    }
  }
}

extension CellReader<Money> {
  /// An amount in yuan: `50000`, `50,000.00`, `5万元`; not below 0.
  static var yuan: Self {
    CellReader { (text, _) throws(CellFault) in
      var rest = text.folded.withoutTextMark.filter { !$0.isWhitespace && $0 != "¥" && $0 != "," }
      rest = rest.dropping(suffix: "元") ?? rest
      let isInTenThousands = rest.hasSuffix("万")
      if isInTenThousands { rest.removeLast() }
      let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
      let places = isInTenThousands ? 6 : 2
      let fraction = halves.count == 2 ? String(halves[1]) : ""
      let padded = fraction + String(repeating: "0", count: max(0, places - fraction.count))
      guard halves.count <= 2, let whole = halves.first, (1...9).contains(whole.utf8.count),
        whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        padded.utf8.allSatisfy({ (0x30...0x39).contains($0) }), padded.utf8.count == places,
        let fen = Int(whole + padded)
      else {
        throw CellFault(
          problem: Wording(zh: "不是金额", en: "not an amount of money"),
          expected: Wording(zh: "应为 50000 或 5万 这样的元数", en: "expected yuan, such as 50000"))
      }
      return Money(fen: fen)
    }
  }
}
