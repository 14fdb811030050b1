import Planning

extension Tables {
  static let sites = TableDescription<Site>(
    TableTitle("sites", "培训点", or: ["site", "培训点表", "教学点", "场地"]), key: ["site"],
    columns: Column<String>("site", "培训点", or: ["培训点编号", "教学点"], .id),
    Column<String?>.optional("name", "名称", or: ["培训点名称"], .text),
    Column<String?>.optional("area", "区域", or: ["区划代码", "行政区划", "所在区域"], .text),
    Column<Double?>.optional("latitude", "纬度", or: ["lat"], .degrees(-90...90)),
    Column<Double?>.optional("longitude", "经度", or: ["lon", "lng"], .degrees(-180...180))
  ) { id, name, area, latitude, longitude in
    Site(id: id, name: name ?? id, area: area, latitude: latitude, longitude: longitude)
  }
}
