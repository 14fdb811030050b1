/// How much each agreement tells, and from which probability on a link is accepted or listed.
///
/// The method is that of Fellegi and Sunter, "A Theory for Record Linkage" (JASA 64, 1969): an agreement multiplies
/// the odds by how often it is found in records of one person, over how often in records of two. The second is
/// counted in the register itself (how common the name, the phone, the county and the date are); the first are the
/// shares below, to be adapted to a register that was linked by hand.
package struct LinkageRules: Hashable, Sendable {
  /// Shares of one person's records that agree so; what is left over differs in some other way.
  package struct Shares: Hashable, Sendable {
    package var sameName = 0.96
    package var nearName = 0.03
    package var samePhone = 0.6
    package var nearPhone = 0.03
    package var sameCounty = 0.85
    package var samePrefecture = 0.09
    package var sameIndustry = 0.5
    /// Firms registered before the first course; from then to a year after the last; to three years; later.
    package var before = 0.1
    package var withinOneYear = 0.55
    package var withinThreeYears = 0.25
    package var later = 0.1
    /// Two different identity numbers for one person: mistyped on one side.
    package var otherIdentity = 0.002

    package init() {}
  }

  package var shares = Shares()
  /// How common a person's own name is before anything is counted: the mean share of people who bear it, and the
  /// shape of its gamma distribution (small: most names are rare, few very common).
  package var meanNameShare = 3e-5
  package var nameShape = 0.3
  /// How likely somebody else has a phone, though it stands there only once: numbers are given out anew.
  package var chanceOfPhone = 2e-6
  /// Accepted on request from this probability on, if nothing speaks against it.
  package var acceptance = 0.995
  /// Listed for a person to look at from this probability on.
  package var listing = 0.02
  /// Trainees listed for one person of the register at most.
  package var mostListed = 3
  /// The share of the register's people who are trainees, before it is estimated from the register itself.
  package var linkedShare = 0.05
  /// A phone that more trainees than this share is no sign of one of them.
  package var mostOfOnePhone = 200

  package init() {}
}
