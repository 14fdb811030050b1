import CZip

/// The parts of a workbook's zip file; the bytes must outlive it.
struct WorkbookArchive: ~Copyable {
  /// Bytes that all parts together may unpack to.
  static let mostBytes = 512 << 20
  private let archive: OpaquePointer

  init(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
      throw .notAWorkbook
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .notAWorkbook
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func has(_ part: String) -> Bool { zip_name_locate(archive, part, UInt32(ZIP_FL_NOCASE)) >= 0 }

  /// Hands the part's bytes over piece by piece.
  func read(_ part: String, _ body: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void)
    throws(WorkbookError)
  {
    guard let file = zip_fopen(archive, part, UInt32(ZIP_FL_NOCASE)) else { throw .damaged(part: part) }
    defer { zip_fclose(file) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    var total = 0
    while true {
      let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
      guard count >= 0 else { throw .damaged(part: part) }
      if count == 0 { return }
      total += count
      guard total <= Self.mostBytes else { throw .tooLarge(part: part, limit: Self.mostBytes) }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
