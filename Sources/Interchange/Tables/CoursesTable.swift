import Courses

extension Tables {
  static let courses = TableDescription<Course>(
    TableTitle("courses", "课程", or: ["course", "培训课程", "课程目录"]), key: ["course"],
    columns: Column<String>("course", "课程", or: ["课程编号", "课程代码"], .id),
    Column<String?>.optional("name", "名称", or: ["课程名称"], .text),
    Column<Course.Programme>(
      "programme", "项目", or: ["培训项目", "培训类型", "program"], .word(Words.programmes), default: .other),
    Column<Int>("max_class_size", "最大班额", or: ["班额", "班级人数上限", "最大人数"], .whole(1...1000), default: 30),
    Column<Int>("min_lecturers", "最少讲师", or: ["最少讲师数", "讲师人数"], .whole(1...50), default: 1)
  ) { id, name, programme, maxClassSize, minLecturers in
    Course(
      id: id, name: name ?? id, programme: programme, maxClassSize: maxClassSize, minLecturers: minLecturers)
  }
}
