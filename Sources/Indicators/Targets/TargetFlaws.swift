package import Civil

extension TargetTree.Flaw {
  /// The id of the target that it is about.
  package var target: String {
    switch self {
    case .repeatedID(let id): id
    case .unknownPart(let target, _), .unit(let target, _, _), .sum(let target, _), .area(let target, _),
      .circle(let target), .months(let target, _):
      target
    }
  }

  /// What does not add up, where, and what to do.
  package var sentence: Wording {
    switch self {
    case .repeatedID(let id):
      Wording(zh: "目标“\(id)”重复；请给每项目标不同的编号。", en: "Target '\(id)' stands twice; give each an id of its own.")
    case .unknownPart(let target, let part):
      Wording(
        zh: "目标“\(target)”的分项“\(part)”不存在；请补上或删去。",
        en: "Target '\(target)' names a part '\(part)' that is not there; add it or take it out.")
    case .unit(let target, let part, let mismatch):
      Wording(
        zh: "目标“\(target)”与分项“\(part)”单位不同：\(mismatch.sentence.chinese)",
        en:
          "Target '\(target)' and its part '\(part)' are counted in different units: \(mismatch.sentence.english)"
      )
    case .sum(let target, let short) where short.amount > 0:
      Wording(
        zh: "目标“\(target)”的分项合计少 \(short.text)；请核对分解数。",
        en:
          "The parts of target '\(target)' fall short of it by \(short.amount) \(short.unit.name.english); check the parts."
      )
    case .sum(let target, let short):
      Wording(
        zh: "目标“\(target)”的分项合计多 \(-short.amount) \(short.unit.name.chinese)；请核对分解数。",
        en:
          "The parts of target '\(target)' exceed it by \(-short.amount) \(short.unit.name.english); check the parts."
      )
    case .area(let target, let part):
      Wording(
        zh: "分项“\(part)”不在目标“\(target)”的区域之内；请核对区划代码。",
        en: "Part '\(part)' lies outside the area of target '\(target)'; check the area codes.")
    case .circle(let target):
      Wording(
        zh: "目标“\(target)”分解后又包含自己；请更正分项。", en: "Target '\(target)' is a part of itself; correct the parts.")
    case .months(let target, let last):
      Wording(
        zh: "目标“\(target)”的逐月计划最后累计为 \(last)，与目标不符；请核对。",
        en: "The months of target '\(target)' end at \(last), which is not the target; check them.")
    }
  }
}

extension Quantity {
  fileprivate var text: String { "\(amount) \(unit.name.chinese)" }
}
