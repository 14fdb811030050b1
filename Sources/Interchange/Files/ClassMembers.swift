import Civil
import Cohorts

/// The trainees of a class, as their sheets name them: by id or by name.
package struct ClassMembers: Sendable {
  package let classID: String
  private let names: [String: String]
  private let idsByName: [PersonName: [String]]

  /// `names` are those of the trainees by id.
  package init(classID: String, names: [String: String]) {
    self.classID = classID
    self.names = names
    idsByName = Dictionary(grouping: names.keys.sorted()) { PersonName(names[$0] ?? "") }
  }

  enum Answer {
    case known(String)
    case problem(Wording, expected: Wording)
  }

  /// The trainee whom a row means: the id rules, a name alone must be that of one.
  func trainee(id: String?, name: String?) -> Answer {
    let shown = name ?? ""
    if let id, !id.isEmpty {
      guard let known = names[id] else {
        return .problem(
          Wording(zh: "本班没有此学员编号", en: "no trainee of that id in the class"),
          expected: Wording(zh: "应为班级“\(classID)”的学员编号", en: "expected a trainee of class \(classID)"))
      }
      guard shown.isEmpty || PersonName(shown) == PersonName(known) else {
        return .problem(
          Wording(zh: "学员编号与姓名不符", en: "the id and the name are two people's"),
          expected: Wording(zh: "请核对编号和姓名", en: "compare id and name"))
      }
      return .known(id)
    }
    let ids = idsByName[PersonName(shown)] ?? []
    switch ids.count {
    case 1: return .known(ids[0])
    case 0:
      return .problem(
        Wording(zh: "本班没有此学员", en: "no such trainee in the class"),
        expected: Wording(zh: "应为班级“\(classID)”的学员", en: "expected a trainee of class \(classID)"))
    default:
      return .problem(
        Wording(zh: "本班有 \(ids.count) 名同名学员", en: "\(ids.count) trainees of that name in the class"),
        expected: Wording(
          zh: "请加“学员编号”一列：" + ids.joined(separator: "、"),
          en: "add a column trainee: " + ids.joined(separator: ", ")))
    }
  }
}
