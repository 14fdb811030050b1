import Civil
import FollowUp

/// The cells of one row of a list of ventures: one venture and one of those who started it.
struct VentureCells: Hashable, Sendable {
  let venture: String?
  let trainee: String?
  let founder: String?
  let idNumber: String?
  let attempt: Int
  let hasStarted: Bool
  let name: String?
  let licence: String
  let registeredOn: CivilDate?
  let legalForm: LegalForm?
  let industry: Industry?
  let area: String?
  let address: String?
  let phone: String?
  let operatingFrom: CivilDate?
  let state: VentureState?
  let stateFrom: CivilDate?
  let staff: StaffCell?
  let employees: StaffCell?
  let insured: Int
  let staffOn: CivilDate?
  let startUpCost: Money?
  let incubator: String?
  let loan: Money?
  let loanOn: CivilDate?
  let lastContact: CivilDate?
  let method: Contact.Method?
  let officer: String?
  let said: String?
}

extension Tables {
  /// The roster of successful starts (后续服务、创业成功花名册), with what a record of a venture has besides.
  static let ventures = TableDescription<VentureCells>(
    TableTitle(
      "ventures", "创业实体", or: ["创业实体台账", "创业成功花名册", "后续服务花名册", "创业成功人员花名册", "后续服务"]), key: [],
    columns: Column<String?>.optional("venture", "创业实体", or: ["创业实体编号", "实体编号", "企业编号"], .id),
    Column<String?>.optional("trainee", "学员", or: ["学员编号", "学号"], .id),
    Column<String?>.optional(
      "founder", "姓名", or: ["创办人", "创业者", "创业者姓名", "学员姓名", "name"], .text, isPrivate: true),
    Column<String?>.optional(
      "id_number", "身份证号", or: ["身份证号码", "身份证", "证件号码"], .identityNumber, isPrivate: true),
    Column<Int>("attempt", "创业次数", or: ["第几次创业", "初次或二次创业"], .word(Words.attempts), default: 1),
    Column<Bool>("started", "是否创业", or: ["是否成功创业"], .word(Words.yesOrNo), default: true),
    Column<String?>.optional(
      "enterprise", "企业名称", or: ["实体名称", "创业实体名称", "字号名称", "店名", "单位名称"], .text),
    Column<String>(
      "licence", "统一社会信用代码", or: ["信用代码", "证照号码", "营业执照号", "注册号", "登记证照"], .text, default: ""),
    Column<CivilDate?>.optional(
      "registered_on", "登记日期", or: ["成立日期", "注册日期", "发照日期", "办照日期"], .date),
    Column<LegalForm?>.optional("legal_form", "法律形态", or: ["企业类型", "组织形式", "类型"], .legalForm),
    Column<Industry?>("industry", "行业", or: ["行业代码", "所属行业"], .industry, default: nil),
    Column<String?>.optional("area", "区域", or: ["区划代码", "所在区域", "行政区划", "所属街道社区"], .text),
    Column<String?>.optional("address", "经营地址", or: ["地址", "住所", "经营场所"], .text),
    Column<String?>.optional("phone", "联系电话", or: ["电话", "手机"], .phone, isPrivate: true),
    Column<CivilDate?>.optional("operating_from", "开业日期", or: ["营业日期", "经营日期", "开始经营日期"], .date),
    Column<VentureState?>.optional("state", "经营状态", or: ["状态", "存续状态"], .word(Words.ventureStates)),
    Column<CivilDate?>.optional("state_from", "状态日期", or: ["状态起始日期", "变更日期"], .date),
    Column<StaffCell?>.optional("staff", "从业人员数", or: ["从业人员", "从业人数"], .staff),
    Column<StaffCell?>.optional("employees", "带动就业人数", or: ["雇工人数", "吸纳就业人数", "带动就业"], .staff),
    Column<Int>("insured", "参保人数", or: ["其中参保", "缴纳社保人数"], .whole(0...100_000), default: 0),
    Column<CivilDate?>.optional("staff_on", "人数日期", or: ["用工统计日期"], .date),
    Column<Money?>.optional("start_up_cost", "创办资金", or: ["创业成本", "投资金额", "启动资金"], .yuan),
    Column<String?>.optional("incubator", "孵化基地", or: ["入驻孵化基地", "创业孵化基地"], .text),
    Column<Money?>("loan", "贷款金额", or: ["是否贷款及金额", "创业担保贷款"], .loan, default: nil),
    Column<CivilDate?>.optional("loan_on", "放款日期", or: ["贷款日期"], .date),
    Column<CivilDate?>.optional("last_contact", "最近跟踪日期", or: ["最近回访日期", "跟踪日期"], .date),
    Column<Contact.Method?>.optional("method", "跟踪方式", or: ["回访方式"], .word(Words.contactMethods)),
    Column<String?>.optional("officer", "跟踪人", or: ["回访人", "回访员"], .text),
    Column<String?>.optional("said", "困难与帮扶", or: ["困难", "存在困难", "帮扶情况"], .text),
    make: VentureCells.init(
      venture:trainee:founder:idNumber:attempt:hasStarted:name:licence:registeredOn:legalForm:industry:area:
      address:phone:operatingFrom:state:stateFrom:staff:employees:insured:staffOn:startUpCost:incubator:loan:
      loanOn:lastContact:method:officer:said:))
}

extension CellReader<Money?> {
  /// What a cell says of a loan: an amount, with 是 before it or without, or that there is none.
  static var loan: Self {
    CellReader { (text, notes) throws(CellFault) in
      if Words.yesOrNo[text] == false { return nil }
      let amount = text.folded.drop { "是有:;, ".contains($0) }
      guard !amount.isEmpty else {
        notes.warnings.append(
          CellFault(
            problem: Wording(zh: "贷款没有金额，未读取", en: "a loan without its amount, left out"),
            expected: Wording(zh: "请填贷款金额（元）", en: "give the amount in yuan")))
        return nil
      }
      return try CellReader<Money>.yuan.read(String(amount), &notes)
    }
  }
}

extension Words {
  static let contactMethods = Vocabulary<Contact.Method>([
    (.telephone, ["telephone", "电话", "电话回访", "phone"]),
    (.weChat, ["wechat", "微信", "微信回访"]),
    (.visit, ["visit", "上门", "上门回访", "走访", "实地"]),
    (.officeVisit, ["office_visit", "到访", "来访", "came to the office"]),
    (.meeting, ["meeting", "座谈", "座谈会"]),
  ])

  static let contactResults = Vocabulary<Contact.Result>([
    (.reached, ["reached", "已联系", "联系上", "正常"]),
    (.noAnswer, ["no_answer", "无人接听", "未接", "无人应答"]),
    (.wrongNumber, ["wrong_number", "号码错误", "空号", "错号"]),
    (.refused, ["refused", "拒访", "拒绝"]),
    (.away, ["away", "外出"]),
    (.lost, ["lost", "失联", "lost contact"]),
  ])

  static let troubles = Vocabulary<Contact.Trouble>([
    (.loss, ["loss", "亏损", "makes a loss"]),
    (.fallingSales, ["falling_sales", "营业额下降", "sales are falling"]),
    (.shortOfCash, ["short_of_cash", "资金周转困难", "资金困难", "缺资金"]),
    (.rentEnding, ["rent_ending", "场地即将到期", "房租到期", "the lease ends soon"]),
    (.meansToClose, ["means_to_close", "打算停业", "准备停业"]),
    (.keyPersonLeft, ["key_person_left", "骨干离开", "a key person left"]),
  ])

  static let helps = Vocabulary<HelpRequest.Kind>([
    (.projectApplication, ["project_application", "帮项目申报", "项目申报"]),
    (.fundRaising, ["fund_raising", "帮资金筹集", "资金筹集", "融资"]),
    (.licences, ["licences", "帮证件办理", "证件办理", "办证"]),
    (.businessDifficulty, ["business_difficulty", "帮解决经营困难", "解决经营困难", "经营困难", "business difficulties"]),
    (.planning, ["planning", "帮规划发展", "规划发展", "development planning"]),
  ])
}

extension CellReader<Set<Contact.Trouble>> {
  /// A list of troubles.
  static var troubles: Self {
    CellReader { (text, notes) throws(CellFault) in
      var troubles: Set<Contact.Trouble> = []
      for word in try CellReader<[String]>.list.read(text, &notes) {
        guard let trouble = Words.troubles[word] else { throw Words.troubles.fault() }
        troubles.insert(trouble)
      }
      return troubles
    }
  }
}
