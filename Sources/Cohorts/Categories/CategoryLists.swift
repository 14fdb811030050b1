// The groups of policies, by family. Definitions and evidence: the measures named in each list's comment.

extension TraineeCategory {
  /// Graduates: rules of training subsidies and start-up loans of several cities (Dongguan for the school year).
  static let graduates = [
    TraineeCategory(
      "graduate", "高校毕业生", "Graduate",
      definition: (
        "普通高校毕业生，含技师学院高级工班、预备技师班和特殊教育院校职业教育类毕业生",
        "graduate of a college, also of technician colleges' higher classes and of special education"
      ),
      evidence: ("毕业证书", "graduation certificate"),
      otherNames: ["大学毕业生", "大学生", "毕业生"]),
    TraineeCategory(
      "graduating_year", "毕业学年高校毕业生", "Student in the graduation year", in: "graduate",
      definition: (
        "毕业证书日期前一年的 7 月 1 日起至取得毕业证书之日 (各地或按毕业年度计)",
        "from 1 July of the year before the certificate to the certificate; some places count the calendar year"
      ),
      evidence: ("学生证、学校证明", "student card, proof of the school"),
      otherNames: ["毕业年度高校毕业生", "应届毕业生", "应届高校毕业生", "GRAD-YEAR"]),
    TraineeCategory(
      "graduate_5", "毕业5年内高校毕业生", "Graduate of the last five years", in: "graduate",
      definition: (
        "毕业 5 年内；含取得学历学位认证的留学回国人员和服务期满 5 年内的大学生村官",
        "within five years; also returned students with recognised degrees and village officials after service"
      ),
      evidence: ("毕业证书编号或学历学位认证书", "number of the certificate or recognition of the degree"),
      otherNames: ["毕业五年内高校毕业生", "GRAD-5"]),
    TraineeCategory(
      "graduate_2", "毕业2年内高校毕业生", "Graduate of the last two years", in: "graduate_5",
      definition: ("毕业 2 年内", "within two years of the certificate"),
      evidence: ("毕业证书编号", "number of the graduation certificate"),
      otherNames: ["毕业两年内高校毕业生", "离校2年内高校毕业生", "GRAD-2"]),
    TraineeCategory(
      "graduate_unemployed", "离校未就业高校毕业生", "Unemployed graduate", in: "graduate",
      definition: ("离校后未就业", "without work since leaving school"),
      evidence: ("毕业证书、就业创业证", "graduation certificate, employment and start-up card"),
      otherNames: ["GRAD-UNEMP"]),
    TraineeCategory(
      "school_leaver", "新成长劳动力", "School leaver",
      definition: (
        "城乡未继续升学的应届初高中毕业生", "who ended middle or high school this year and does not go on to another"
      ),
      evidence: ("学校毕业证明", "certificate of the school"),
      otherNames: ["城乡未继续升学的应届初高中毕业生", "未继续升学应届初高中毕业生", "两后生", "SCHOOL-LEAVER"]),
  ]

  /// Rural workers: Chongqing's definitions for those who return, Fujian's and Foshan's for the landless.
  static let rural = [
    TraineeCategory(
      "returning_migrant", "返乡农民工", "Returning migrant worker",
      definition: (
        "农村户籍，曾离开户籍地务工经商 1 年以上 (年限以当地口径为准)，返乡就业创业",
        "rural registration, worked or traded elsewhere for a year or more (or as the region says), and came back"
      ),
      evidence: ("户口簿和外出务工经商证明", "household register and proof of work elsewhere"),
      otherNames: ["返乡创业农民工", "返乡入乡创业人员", "返乡创业人员", "返乡人员", "回乡农民工", "MIGRANT-RET"]),
    TraineeCategory(
      "rural_transfer", "农村转移就业劳动者", "Rural worker in transfer",
      definition: ("农村户籍，在城镇务工", "rural registration, works in a town"),
      evidence: ("户口簿、务工证明", "household register, proof of work"),
      otherNames: ["进城务工农民", "进城务工人员", "农民工", "RURAL-TRANS"]),
    TraineeCategory(
      "rural_surplus", "农村富余劳动力", "Rural surplus labour",
      definition: ("农村户籍，无稳定就业的劳动年龄人员", "rural registration, of working age, without steady work"),
      evidence: ("村委会证明", "proof of the village"),
      otherNames: ["农村剩余劳动力", "RURAL-SURPLUS"]),
    TraineeCategory(
      "landless", "失地农民", "Landless farmer",
      definition: (
        "土地被依法征收；有的要求全部失地，有的要求人均余地低于当地标准",
        "land taken by lawful requisition: all of it, or down to a local share per head"
      ),
      evidence: ("征地证明", "proof of the requisition"),
      otherNames: ["被征地农民", "征地农转非", "征地农转非人员"]),
  ]

  /// Those without work: six local lists of hard-to-employ people, all different, and the older terms of the rosters.
  static let unemployed = [
    TraineeCategory(
      "registered_unemployed", "城镇登记失业人员", "Registered unemployed",
      definition: ("在公共就业服务机构登记失业", "registered as unemployed with the public employment service"),
      evidence: ("就业创业证 (含电子证) 或社会保障卡", "employment and start-up card or social security card"),
      otherNames: ["登记失业人员", "城镇失业人员", "失业人员", "UNEMP-REG"]),
    TraineeCategory(
      "long_term_unemployed", "长期失业者", "Long-term unemployed", in: "registered_unemployed",
      definition: ("登记失业满 1 年 (有的地方满半年)", "registered for a year, half a year in some places"),
      evidence: ("就业创业证登记日期", "date of registration on the card"),
      otherNames: ["长期失业人员", "LTU"]),
    TraineeCategory(
      "laid_off", "下岗失业人员", "Laid-off worker",
      definition: ("国有、集体企业下岗或失业人员 (历史口径)", "laid off by a state or collective firm (older term)"),
      evidence: ("下岗证、再就业优惠证", "lay-off card, re-employment card"),
      otherNames: ["下岗失业", "下岗职工", "下岗人员", "LAID-OFF"]),
    TraineeCategory(
      "hard_to_employ", "就业困难人员", "Hard to employ",
      definition: (
        "经当地认定的大龄、残疾、低保、零就业家庭、长期失业、失地等人员",
        "recognised by the place: older, disabled, on allowance, long unemployed, landless …"
      ),
      evidence: ("就业困难人员认定记录", "record of the recognition"),
      otherNames: ["就业困难", "城镇就业困难群体", "HARD"]),
    TraineeCategory(
      "zero_employment", "零就业家庭成员", "Member of a zero-employment household",
      definition: ("家庭中劳动年龄成员均未就业", "nobody of working age in the household has work"),
      evidence: ("零就业家庭认定或援助卡", "recognition or aid card of the household"),
      otherNames: ["零就业家庭", "ZERO"]),
    TraineeCategory(
      "capacity_cut", "化解过剩产能企业职工", "Worker of a firm with capacity cut",
      definition: ("列入化解过剩产能名单企业的职工", "employed by a firm on the list of capacity cuts"),
      evidence: ("企业名单、劳动合同", "list of firms, labour contract"),
      otherNames: ["去产能职工", "CAPACITY-CUT"]),
  ]

  /// Those whom social policy supports.
  static let supported = [
    TraineeCategory(
      "veteran", "退役军人", "Veteran",
      definition: ("退出现役的军人，含自主就业退役士兵", "discharged from service, also soldiers who find their own work"),
      evidence: ("退役证", "discharge certificate"),
      otherNames: ["复转军人", "复员军人", "转业军人", "退伍军人", "自主就业退役士兵", "退役士兵"]),
    TraineeCategory(
      "disabled", "残疾人", "Disabled person",
      definition: ("持残疾人证或残疾军人证", "holds a card of the disabled or of disabled soldiers"),
      evidence: ("残疾人证", "card of the disabled"), otherNames: ["残疾人员"]),
    TraineeCategory(
      "low_income", "低保对象", "Low-income household",
      definition: ("享受最低生活保障的家庭成员", "member of a household on the minimum living allowance"),
      evidence: ("民政低保记录", "record of civil affairs"),
      otherNames: ["城乡低保家庭", "低保人员", "低保家庭", "DIBAO"]),
    TraineeCategory(
      "poor", "脱贫人口", "Lifted out of poverty",
      definition: (
        "原建档立卡脱贫人口和防止返贫监测对象", "formerly on the register of the poor, or watched against falling back"
      ),
      evidence: ("脱贫人口手册或县级证明", "manual or proof of the county"),
      otherNames: ["建档立卡贫困人口", "建档立卡", "脱贫人员", "防止返贫监测对象", "贫困家庭子女"]),
    TraineeCategory(
      "ex_prisoner", "刑满释放人员", "Former prisoner",
      definition: ("刑满释放或社区矫正人员", "released from prison or under community correction"),
      evidence: ("释放证明", "release certificate"), otherNames: ["社区矫正人员", "刑释人员", "EXPRISON"]),
    TraineeCategory(
      "drug_recovered", "戒毒康复人员", "Recovered drug user",
      definition: ("完成戒毒康复", "has completed rehabilitation"),
      evidence: ("康复证明", "certificate of rehabilitation"), otherNames: ["DRUG"]),
    TraineeCategory(
      "women", "妇女", "Woman", definition: ("女性创业者 (贷款侧重)", "women, where a loan programme favours them"),
      evidence: ("身份证", "identity card"), otherNames: ["创业妇女"]),
  ]

  /// Those who already run something, and the groups of particular campaigns.
  static let founders = [
    TraineeCategory(
      "owner", "小微企业主", "Owner of a small business",
      definition: ("小微企业主或个体工商户 (改善、扩大企业课程)", "owns a small firm or individual business: for IYB and EYB"),
      evidence: ("营业执照", "business licence"),
      otherNames: ["个体工商户", "企业主", "小微企业创办者", "个私业主"]),
    TraineeCategory(
      "online_merchant", "网络商户", "Online merchant",
      definition: ("在网络平台实名注册开店", "has a shop on a platform under the own name"),
      evidence: ("平台实名认证", "real-name record of the platform"), otherNames: ["网店店主", "网商", "ONLINE"]),
    TraineeCategory(
      "farm_founder", "农村自主创业农民", "Farmer founder",
      definition: ("在农村自主创业的农民，含乡村创业致富带头人", "farmer who started a business in the village, or leads others"),
      evidence: ("村委会证明", "proof of the village"), otherNames: ["乡村创业致富带头人", "致富带头人", "FARM-START"]),
    TraineeCategory(
      "employed", "在职人员", "Employed", definition: ("在单位就业", "employed by somebody"),
      evidence: ("劳动合同、社保记录", "labour contract, social insurance record"),
      otherNames: ["在职", "在职职工", "企业职工"]),
    TraineeCategory(
      "party_member", "党员", "Party member", definition: ("中共党员", "member of the Communist Party"),
      evidence: ("党组织证明", "proof of the Party branch"), otherNames: ["PARTY"]),
    TraineeCategory(
      "cadre", "离岗创业干部", "Cadre on leave to found",
      definition: ("经批准离岗创业的机关事业单位人员", "of an office or public institution, on approved leave to found"),
      evidence: ("批准文件", "approval"), otherNames: ["离岗创业人员", "机关干部"]),
    TraineeCategory(
      "rural_able", "农村小能人", "Able rural person",
      definition: ("有一技之长的农村带头人 (当地名称)", "skilled villager who leads others (a county's own term)"),
      evidence: ("村委会推荐", "recommendation of the village"), otherNames: ["农村能人", "RURAL-ABLE"]),
  ]
}
