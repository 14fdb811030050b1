/// What entering records changed.
package struct RecordedCounts: Hashable, Sendable {
  package var new = 0
  package var changed = 0
  package var unchanged = 0

  package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0) {
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
  }
}
