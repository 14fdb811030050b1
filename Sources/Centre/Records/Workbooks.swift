import Interchange

extension Centre {
  /// What is read of a file; that it is a workbook which cannot be opened is said with its name.
  func inWorkbook<Value>(
    _ file: String, _ read: () throws(WorkbookError) -> Value
  ) throws(CentreError) -> Value {
    do throws(WorkbookError) { return try read() } catch { throw .workbook(path: file, error) }
  }
}
