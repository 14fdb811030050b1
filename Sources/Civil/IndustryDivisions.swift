extension Industry {
  /// The name of the division (大类); that of the section where GB/T 4754-2017 has no such division.
  package var divisionName: Wording { Industry.divisionNames[division] ?? sectionName }

  /// The division as tables name it: letter, two digits and name, as `H62 餐饮业`.
  package var divisionTitle: Wording {
    let code = divisionCode
    return Wording(zh: "\(code) \(divisionName.chinese)", en: "\(code) \(divisionName.english)")
  }

  /// The code as it was given with its letter, and the division's name, as `H6210 餐饮业`.
  package var title: Wording {
    let code = String(section) + code
    return Wording(zh: "\(code) \(divisionName.chinese)", en: "\(code) \(divisionName.english)")
  }

  /// Letter and two digits, as `H62`.
  package var divisionCode: String { String(section) + padded(division, 2) }

  /// Letter and three digits, as `H621`; nil where only the division was given.
  package var groupCode: String? { code.count > 2 ? String(section) + code.prefix(3) : nil }

  /// Whether the other industry is this one or a finer part of it.
  package func contains(_ other: Industry) -> Bool { other.code.hasPrefix(code) }

  /// The divisions of GB/T 4754-2017.
  private static let divisionNames: [Int: Wording] = Dictionary(
    uniqueKeysWithValues: [
      (1, Wording(zh: "农业", en: "Crop farming")),
      (2, Wording(zh: "林业", en: "Forestry")),
      (3, Wording(zh: "畜牧业", en: "Animal husbandry")),
      (4, Wording(zh: "渔业", en: "Fishery")),
      (5, Wording(zh: "农、林、牧、渔专业及辅助性活动", en: "Support to agriculture, forestry, husbandry and fishery")),
      (6, Wording(zh: "煤炭开采和洗选业", en: "Coal mining and washing")),
      (7, Wording(zh: "石油和天然气开采业", en: "Oil and gas extraction")),
      (8, Wording(zh: "黑色金属矿采选业", en: "Ferrous ore mining")),
      (9, Wording(zh: "有色金属矿采选业", en: "Non-ferrous ore mining")),
      (10, Wording(zh: "非金属矿采选业", en: "Non-metal ore mining")),
      (11, Wording(zh: "开采专业及辅助性活动", en: "Support to mining")),
      (12, Wording(zh: "其他采矿业", en: "Other mining")),
      (13, Wording(zh: "农副食品加工业", en: "Processing of farm products")),
      (14, Wording(zh: "食品制造业", en: "Food manufacture")),
      (15, Wording(zh: "酒、饮料和精制茶制造业", en: "Wine, beverages and refined tea")),
      (16, Wording(zh: "烟草制品业", en: "Tobacco")),
      (17, Wording(zh: "纺织业", en: "Textiles")),
      (18, Wording(zh: "纺织服装、服饰业", en: "Garments")),
      (19, Wording(zh: "皮革、毛皮、羽毛及其制品和制鞋业", en: "Leather, fur, feather and footwear")),
      (20, Wording(zh: "木材加工和木、竹、藤、棕、草制品业", en: "Wood, bamboo, rattan and straw products")),
      (21, Wording(zh: "家具制造业", en: "Furniture")),
      (22, Wording(zh: "造纸和纸制品业", en: "Paper")),
      (23, Wording(zh: "印刷和记录媒介复制业", en: "Printing")),
      (24, Wording(zh: "文教、工美、体育和娱乐用品制造业", en: "Educational, craft, sports and recreational goods")),
      (25, Wording(zh: "石油、煤炭及其他燃料加工业", en: "Fuel processing")),
      (26, Wording(zh: "化学原料和化学制品制造业", en: "Chemicals")),
      (27, Wording(zh: "医药制造业", en: "Medicines")),
      (28, Wording(zh: "化学纤维制造业", en: "Chemical fibres")),
      (29, Wording(zh: "橡胶和塑料制品业", en: "Rubber and plastics")),
      (30, Wording(zh: "非金属矿物制品业", en: "Non-metallic mineral products")),
      (31, Wording(zh: "黑色金属冶炼和压延加工业", en: "Ferrous smelting and rolling")),
      (32, Wording(zh: "有色金属冶炼和压延加工业", en: "Non-ferrous smelting and rolling")),
      (33, Wording(zh: "金属制品业", en: "Metal products")),
      (34, Wording(zh: "通用设备制造业", en: "General machinery")),
      (35, Wording(zh: "专用设备制造业", en: "Special machinery")),
      (36, Wording(zh: "汽车制造业", en: "Motor vehicles")),
      (37, Wording(zh: "铁路、船舶、航空航天和其他运输设备制造业", en: "Rail, ship, aerospace and other transport equipment")),
      (38, Wording(zh: "电气机械和器材制造业", en: "Electrical machinery")),
      (39, Wording(zh: "计算机、通信和其他电子设备制造业", en: "Computers, communication and electronics")),
      (40, Wording(zh: "仪器仪表制造业", en: "Instruments")),
      (41, Wording(zh: "其他制造业", en: "Other manufacture")),
      (42, Wording(zh: "废弃资源综合利用业", en: "Recycling of waste")),
      (43, Wording(zh: "金属制品、机械和设备修理业", en: "Repair of metal products and machinery")),
      (44, Wording(zh: "电力、热力生产和供应业", en: "Electricity and heat")),
      (45, Wording(zh: "燃气生产和供应业", en: "Gas")),
      (46, Wording(zh: "水的生产和供应业", en: "Water")),
      (47, Wording(zh: "房屋建筑业", en: "Building")),
      (48, Wording(zh: "土木工程建筑业", en: "Civil engineering")),
      (49, Wording(zh: "建筑安装业", en: "Installation in buildings")),
      (50, Wording(zh: "建筑装饰、装修和其他建筑业", en: "Decoration and other building work")),
      (51, Wording(zh: "批发业", en: "Wholesale")),
      (52, Wording(zh: "零售业", en: "Retail")),
      (53, Wording(zh: "铁路运输业", en: "Rail transport")),
      (54, Wording(zh: "道路运输业", en: "Road transport")),
      (55, Wording(zh: "水上运输业", en: "Water transport")),
      (56, Wording(zh: "航空运输业", en: "Air transport")),
      (57, Wording(zh: "管道运输业", en: "Pipelines")),
      (58, Wording(zh: "多式联运和运输代理业", en: "Combined transport and forwarding")),
      (59, Wording(zh: "装卸搬运和仓储业", en: "Handling and storage")),
      (60, Wording(zh: "邮政业", en: "Post and courier")),
      (61, Wording(zh: "住宿业", en: "Accommodation")),
      (62, Wording(zh: "餐饮业", en: "Catering")),
      (63, Wording(zh: "电信、广播电视和卫星传输服务", en: "Telecommunication and broadcasting")),
      (64, Wording(zh: "互联网和相关服务", en: "Internet services")),
      (65, Wording(zh: "软件和信息技术服务业", en: "Software and information technology")),
      (66, Wording(zh: "货币金融服务", en: "Monetary services")),
      (67, Wording(zh: "资本市场服务", en: "Capital market services")),
      (68, Wording(zh: "保险业", en: "Insurance")),
      (69, Wording(zh: "其他金融业", en: "Other finance")),
      (70, Wording(zh: "房地产业", en: "Real estate")),
      (71, Wording(zh: "租赁业", en: "Leasing")),
      (72, Wording(zh: "商务服务业", en: "Business services")),
      (73, Wording(zh: "研究和试验发展", en: "Research and development")),
      (74, Wording(zh: "专业技术服务业", en: "Professional technical services")),
      (75, Wording(zh: "科技推广和应用服务业", en: "Promotion and application of technology")),
      (76, Wording(zh: "水利管理业", en: "Water management")),
      (77, Wording(zh: "生态保护和环境治理业", en: "Ecology and environment")),
      (78, Wording(zh: "公共设施管理业", en: "Public facilities")),
      (79, Wording(zh: "土地管理业", en: "Land management")),
      (80, Wording(zh: "居民服务业", en: "Services to residents")),
      (81, Wording(zh: "机动车、电子产品和日用产品修理业", en: "Repair of vehicles, electronics and household goods")),
      (82, Wording(zh: "其他服务业", en: "Other services")),
      (83, Wording(zh: "教育", en: "Education")),
      (84, Wording(zh: "卫生", en: "Health")),
      (85, Wording(zh: "社会工作", en: "Social work")),
      (86, Wording(zh: "新闻和出版业", en: "News and publishing")),
      (87, Wording(zh: "广播、电视、电影和录音制作业", en: "Broadcasting, film and recording")),
      (88, Wording(zh: "文化艺术业", en: "Culture and arts")),
      (89, Wording(zh: "体育", en: "Sports")),
      (90, Wording(zh: "娱乐业", en: "Entertainment")),
      (91, Wording(zh: "中国共产党机关", en: "Party organs")),
      (92, Wording(zh: "国家机构", en: "State organs")),
      (93, Wording(zh: "人民政协、民主党派", en: "Political consultation and democratic parties")),
      (94, Wording(zh: "社会保障", en: "Social security")),
      (95, Wording(zh: "群众团体、社会团体和其他成员组织", en: "Mass and social organisations")),
      (96, Wording(zh: "基层群众自治组织及其他组织", en: "Self-governing and other organisations")),
      (97, Wording(zh: "国际组织", en: "International organisations")),
    ])
}
