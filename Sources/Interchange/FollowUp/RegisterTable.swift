package import Civil
package import FollowUp

/// One row of an extract of the business register, with what a venture is made of when its link is accepted.
package struct RegisterRow: Hashable, Sendable {
  package let firm: RegisteredFirm
  /// Nil: the row gives none that is sound.
  package let licence: Licence?
  package let legalForm: LegalForm?
  package let industry: Industry?
  package let address: String?
  package let state: VentureState?
  /// When it was deregistered or its licence revoked.
  package let endedOn: CivilDate?
}

/// The cells of one row as they were read, before they are judged together.
struct RegisterCells: Hashable, Sendable {
  let licence: String?
  let name: String
  let representative: String?
  let idNumber: String?
  let phone: String?
  let address: String?
  let area: String?
  let registeredOn: CivilDate?
  let state: VentureState?
  let endedOn: CivilDate?
  let industry: Industry?
  let legalForm: LegalForm?
  let founders: [String]
}

extension Tables {
  /// An extract of the business register (市场主体登记), with the column names that provinces export.
  static let register = TableDescription<RegisterCells>(
    TableTitle("register", "市场主体登记", or: ["登记信息", "市场主体名录", "企业名录", "工商登记"]), key: [],
    columns: Column<String?>.optional(
      "licence", "统一社会信用代码", or: ["信用代码", "社会信用代码", "统一代码", "注册号", "统一社会信用代码/注册号", "uscc"], .text),
    Column<String>(
      "name", "企业名称", or: ["名称", "主体名称", "市场主体名称", "商事主体名称", "字号名称", "经营主体名称", "单位名称"], .text),
    Column<String?>.optional(
      "representative", "法定代表人",
      or: [
        "经营者", "法定代表人/经营者", "法定代表人(经营者)", "法定代表人或经营者", "法定代表人姓名", "经营者姓名", "负责人",
        "法定代表人(负责人)", "执行事务合伙人", "法人", "operator",
      ], .text, isPrivate: true),
    Column<String?>.optional(
      "id_number", "身份证号",
      or: ["身份证号码", "证件号码", "法定代表人身份证号", "经营者身份证号", "法定代表人证件号码", "身份证件号码"],
      .identityNumber, isPrivate: true),
    Column<String?>.optional(
      "phone", "电话", or: ["联系电话", "企业联系电话", "手机", "手机号码", "联系方式", "法定代表人电话"], .phone, isPrivate: true),
    Column<String?>.optional(
      "address", "住所", or: ["经营场所", "住所(经营场所)", "住所/经营场所", "地址", "注册地址", "生产经营地址"], .text),
    Column<String?>.optional(
      "area", "行政区划", or: ["区划代码", "行政区划代码", "所属区划", "属地", "所在区域", "区域"], .text),
    Column<CivilDate?>.optional(
      "registered_on", "登记日期", or: ["成立日期", "注册日期", "设立日期", "成立时间", "注册时间"],
      .date),
    Column<VentureState?>(
      "state", "经营状态", or: ["登记状态", "企业状态", "主体状态", "存续状态", "状态"],
      .orNothing(.word(Words.ventureStates)), default: nil),
    Column<CivilDate?>.optional(
      "ended_on", "注销日期", or: ["吊销日期", "注吊销日期", "注销/吊销日期", "注销(吊销)日期"], .date),
    Column<Industry?>(
      "industry", "行业代码", or: ["行业", "行业门类", "所属行业", "行业小类"], .industry, default: nil),
    Column<LegalForm?>(
      "legal_form", "类型", or: ["企业类型", "主体类型", "市场主体类型", "组织形式", "法律形态"],
      .orNothing(.legalForm), default: nil),
    Column<[String]>(
      "founders", "投资人", or: ["股东", "合伙人", "出资人", "其他投资人", "股东名称"], .list, default: []),
    make: RegisterCells.init(
      licence:name:representative:idNumber:phone:address:area:registeredOn:state:endedOn:industry:legalForm:
      founders:))
}
