import Planning

extension Centre {
  /// How many classes the stored bundle has.
  package func classCount() throws(CentreError) -> Int { try facts().classes.count }
}
