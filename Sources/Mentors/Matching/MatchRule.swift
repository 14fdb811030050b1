package import Civil

/// How matches are judged in an area, by regulation, and how many may choose one project.
package struct MatchRule: RegulationRule {
  package let stamp: RuleStamp
  package let settings: MatchSettings
  /// Trainees who may choose one project within a year, so that they do not crowd one market.
  package let projectPlaces: Int
  /// What the load of a mentor weighs against the criteria, so that those who bore less come first; 0: nothing.
  package let loadWeight: Int

  package init(stamp: RuleStamp, settings: MatchSettings, projectPlaces: Int, loadWeight: Int) {
    self.stamp = stamp
    self.settings = settings
    self.projectPlaces = projectPlaces
    self.loadWeight = loadWeight
  }
}
