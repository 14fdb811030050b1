package import Civil
package import Indicators
package import Interchange
package import Store

/// Why the centre could not do what it was asked.
package enum CentreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder or file that the system does not give: its path and the system's own words.
  case unreadable(path: String, reason: String)
  case notAFolder(path: String)
  /// A name that leads out of the bundle's folder.
  case outsideFolder(name: String)
  case notARegularFile(path: String)
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  case workbook(path: String, WorkbookError)
  case notWritable(path: String, reason: String)
  /// Regulations with errors: all of them, at least one.
  case unsoundRegulations([ImportProblem])
  /// The bundle has errors and is not stored; their number.
  case unsoundBundle(errors: Int)
  case store(StoreError)
  case noBundle
  case noDraft
  case noSuchDraft(Int, newest: Int)
  case nothingPublished
  case draftBreaksRules(draft: Int, broken: Int, first: Wording)
  case draftIncomplete(draft: Int, missing: Int)
  case unknownSubject(Subject)
  case feed(file: String, problem: Wording)
  /// No regulation sets the rule for the area on the date.
  case noRule(RuleKind, area: AreaCode, date: CivilDate)
  case reportNeeds(report: String, missing: Set<ReportKind.Parameter>)
  /// What was asked cannot be done with what is on record: where, what was found, what to do.
  case refused(Wording)

  package var description: String { wording[.english] }

  /// Where, what was found, what was expected, what to do.
  package var wording: Wording {
    switch self {
    case .unreadable(let path, let reason):
      Wording(
        zh: "\(path)：无法读取（\(reason)）；请检查路径和权限",
        en: "\(path): cannot be read (\(reason)); check the path and its permissions")
    case .notAFolder(let path):
      Wording(
        zh: "\(path)：不是数据包；应为存放 .csv 表格的文件夹，或 .xlsx 工作簿",
        en: "\(path): not a bundle; give the folder with the .csv tables, or an .xlsx workbook")
    case .outsideFolder(let name):
      Wording(
        zh: "\(name)：文件名指向文件夹之外；请只写同一文件夹内的文件名",
        en: "\(name): leads out of the folder; give the plain name of a file in the same folder")
    case .notARegularFile(let path):
      Wording(
        zh: "\(path)：不是普通文件；请换成普通文件", en: "\(path): not a regular file; put a regular file in its place")
    case .fileTooLarge(let path, let bytes, let limit):
      Wording(
        zh: "\(path)：文件有 \(bytes) 字节，上限为 \(limit) 字节；请拆分或缩减",
        en: "\(path): \(bytes) bytes, at most \(limit) are read; split or shorten the file")
    case .workbook(let path, let error):
      Wording(zh: "\(path)：\(error.wording.chinese)", en: "\(path): \(error.wording.english)")
    case .notWritable(let path, let reason):
      Wording(
        zh: "\(path)：无法写入（\(reason)）；请检查路径、权限和磁盘空间",
        en: "\(path): cannot be written (\(reason)); check the path, its permissions and the free space")
    case .unsoundRegulations(let problems):
      Wording(
        zh: "政策口径有 \(problems.count) 处错误，没有采用：\(problems.first?.text(in: .chinese) ?? "")",
        en: "the regulations have \(problems.count) errors and are not used: "
          + (problems.first?.text(in: .english) ?? ""))
    case .unsoundBundle(let errors):
      Wording(
        zh: "数据包有 \(errors) 处错误，没有存入任何内容；请更正后重新导入，或只导入正确的行",
        en:
          "the bundle has \(errors) errors and nothing was stored; correct them, or import the sound rows only"
      )
    case .store(let error): error.wording
    case .noBundle:
      Wording(
        zh: "数据库里还没有数据包；请先导入", en: "the database holds no bundle yet; import one first")
    case .noDraft:
      Wording(zh: "还没有课表草案；请先排课", en: "there is no draft timetable yet; plan one first")
    case .noSuchDraft(let id, let newest):
      Wording(
        zh: "没有第 \(id) 号草案；现有 1 至 \(newest) 号", en: "there is no draft \(id); the drafts are 1 to \(newest)")
    case .nothingPublished:
      Wording(zh: "还没有已发布课表；请先发布草案", en: "no timetable is published yet; publish a draft first")
    case .draftBreaksRules(let draft, let broken, let first):
      Wording(
        zh: "第 \(draft) 号草案按现有数据违反 \(broken) 处硬规则，未发布；第一处：\(first.chinese)；请重新排课",
        en:
          "draft \(draft) breaks \(broken) hard rules by the present data and was not published; the first: "
          + "\(first.english); plan again")
    case .draftIncomplete(let draft, let missing):
      Wording(
        zh: "第 \(draft) 号草案缺 \(missing) 个课次，未发布；请补足条件后重新排课，或注明发布不完整课表",
        en: "draft \(draft) lacks \(missing) sessions and was not published; plan again with what it needs, "
          + "or ask for an incomplete timetable to be published")
    case .unknownSubject(let subject): subject.unknown
    case .noRule(let kind, let area, let date):
      Wording(
        zh: "没有一份政策口径规定 \(area) 在 \(date) 的\(kind.name.chinese)；请补充当地口径（--regulations）",
        en:
          "no regulation sets \(kind.name.english) for \(area) on \(date); add one of the place (--regulations)"
      )
    case .reportNeeds(let report, let missing):
      Wording(
        zh:
          "报表 \(report) 需要指明\(ReportKind.Parameter.allCases.filter(missing.contains).map(\.name.chinese).joined(separator: "、"))",
        en: "the report \(report) needs: "
          + ReportKind.Parameter.allCases.filter(missing.contains).map { "--\($0.rawValue)" }
          .joined(separator: ", "))
    case .refused(let sentence): sentence
    case .feed(let file, let problem):
      Wording(zh: "\(file)：\(problem.chinese)", en: "\(file): \(problem.english)")
    }
  }
}

extension Subject {
  /// That the data holds nobody and nothing of that id.
  fileprivate var unknown: Wording {
    switch self {
    case .centre:
      Wording(zh: "数据库里还没有数据包；请先导入", en: "the database holds no bundle yet; import one first")
    case .classID(let id):
      Wording(zh: "没有班级“\(id)”；请核对班级编号", en: "there is no class “\(id)”; check its id")
    case .person(let id):
      Wording(zh: "没有师资“\(id)”；请核对人员编号", en: "there is no person “\(id)”; check the id")
    case .room(let id):
      Wording(zh: "没有教室“\(id)”；请核对教室编号", en: "there is no room “\(id)”; check its id")
    case .trainee(let id):
      Wording(zh: "没有学员“\(id)”；请核对学员编号", en: "there is no trainee “\(id)”; check the id")
    }
  }
}
