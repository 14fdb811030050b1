import Civil
import Cohorts

extension Tables {
  static let trainees = TableDescription<Trainee>(
    TableTitle("trainees", "学员", or: ["trainee", "学员表", "花名册", "学员花名册", "培训人员花名册"], absence: .isOdd),
    key: ["trainee"],
    columns: Column<String>("trainee", "学员", or: ["学员编号", "学号", "编号"], .id),
    Column<String>("name", "姓名", or: ["学员姓名"], .text, isPrivate: true),
    Column<String?>.optional(
      "id_number", "身份证号", or: ["身份证号码", "身份证", "公民身份号码", "证件号码", "ID card"], .identityNumber,
      isPrivate: true),
    Column<String>("category", "人员类别", or: ["类别"], .category),
    Column<String?>.optional("area", "区域", or: ["区划代码", "行政区划", "户籍所在地", "所在区域"], .text),
    Column<String?>.optional(
      "phone", "电话", or: ["联系电话", "手机", "手机号", "手机号码", "tel"], .phone, isPrivate: true),
    Column<CivilDate?>.optional("registered_on", "登记日期", or: ["报名日期", "登记时间", "注册日期"], .date),
    Column<String?>.optional("industry", "行业", or: ["意向行业", "创业意向", "创业行业"], .text),
    Column<Set<String>>("languages", "语言", or: ["语言方言", "方言"], .languages, default: []),
    make: Trainee.init(id:name:idNumber:category:area:phone:registeredOn:industry:languages:))
}
