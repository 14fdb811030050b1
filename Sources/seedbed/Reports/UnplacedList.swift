import Civil
import Planning
import Reports

/// The sessions that found no place, by the first reason found.
enum UnplacedList {
  static func lines(_ unplaced: [UnplacedSession], in language: Language) -> [String] {
    guard !unplaced.isEmpty else { return [] }
    let head = Wording(
      zh: "未能排入 \(unplaced.count) 个课次：", en: "\(unplaced.count) sessions found no place:")
    var reasons: [Wording] = []
    for session in unplaced where !reasons.contains(session.reason) { reasons.append(session.reason) }
    return [head[language]]
      + reasons.flatMap { reason in
        let names = unplaced.filter { $0.reason == reason }.map { SessionName.of($0.session)[language] }
        let list = names.joined(separator: language == .chinese ? "；" : "; ")
        return ["  " + reason[language]]
          + DisplayWidth.lines(of: "    " + list, width: 100, indent: 4)
      }
  }
}

/// A session as people name it.
enum SessionName {
  static func of(_ key: SessionKey) -> Wording {
    switch key {
    case .classSession(let classID, let module, let part):
      Wording(zh: "\(classID) \(module) 第 \(part) 次", en: "\(classID) \(module) part \(part)")
    case .meeting(let trainee, let part):
      Wording(zh: "学员 \(trainee) 辅导第 \(part) 次", en: "trainee \(trainee) meeting \(part)")
    }
  }
}
