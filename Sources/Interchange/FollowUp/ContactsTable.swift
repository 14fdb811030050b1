import Civil
import FollowUp

/// The cells of one row of a follow-up sheet that was filled in.
struct ContactCells: Hashable, Sendable {
  let task: String
  let subject: String
  let name: String?
  let on: CivilDate?
  let method: Contact.Method?
  let result: Contact.Result?
  let said: String?
  let troubles: Set<Contact.Trouble>
  let need: HelpRequest.Kind?
  let next: CivilDate?
  let state: VentureState?
  let employees: Int?
  let insured: Int?
  let officer: String?

  /// Whether nothing was filled in yet.
  var isBlank: Bool {
    on == nil && method == nil && result == nil && said == nil && troubles.isEmpty && need == nil
      && next == nil && state == nil && employees == nil && insured == nil
  }
}

extension Tables {
  /// The follow-up sheet (回访记录表) as it comes back from the village.
  static let contacts = TableDescription<ContactCells>(
    TableTitle("contacts", "回访记录表", or: ["回访记录", "回访登记表", "follow-up sheet"]), key: ["task"],
    columns: Column<String>("task", "回访任务", or: ["任务", "任务编号"], .id, blank: ""),
    Column<String>("subject", "学员", or: ["学员编号", "trainee"], .id),
    Column<String?>.optional("name", "姓名", .text, isPrivate: true),
    Column<CivilDate?>.optional("on", "回访日期", or: ["联系日期", "contacted on"], .date),
    Column<Contact.Method?>.optional("method", "回访方式", or: ["方式"], .word(Words.contactMethods)),
    Column<Contact.Result?>.optional("result", "回访结果", or: ["结果"], .word(Words.contactResults)),
    Column<String?>.optional("said", "回访内容", or: ["反映情况", "情况记录"], .text),
    Column<Set<Contact.Trouble>>("troubles", "经营困难", or: ["困难"], .troubles, default: []),
    Column<HelpRequest.Kind?>.optional("need", "帮扶需求", or: ["需求", "五帮"], .word(Words.helps)),
    Column<CivilDate?>.optional("next", "下次回访日期", or: ["下次联系日期", "next contact"], .date),
    Column<VentureState?>.optional(
      "state", "经营状态", or: ["现经营状态", "venture state"], .word(Words.ventureStates)),
    Column<Int?>.optional("employees", "带动就业人数", or: ["雇工人数"], .whole(0...100_000)),
    Column<Int?>.optional("insured", "参保人数", or: ["其中参保"], .whole(0...100_000)),
    Column<String?>.optional("officer", "回访人", or: ["回访员", "跟踪人"], .text),
    // Printed for the officer, and not read back.
    Column<String?>.optional("phone", "联系电话", or: ["电话"], .anything, isPrivate: true),
    Column<String?>.optional("area", "区域", .anything),
    Column<String?>.optional("due", "应回访日期", .anything),
    Column<String?>.optional("venture", "创业实体", .anything)
  ) {
    task, subject, name, on, method, result, said, troubles, need, next, state, employees, insured, officer,
    _,
    _, _, _ in
    ContactCells(
      task: task, subject: subject, name: name, on: on, method: method, result: result, said: said,
      troubles: troubles, need: need, next: next, state: state, employees: employees, insured: insured,
      officer: officer)
  }
}
