package import Civil

/// A lecturer (讲师), mentor (导师) or expert (专家); one person can be all of them.
package struct Person: Hashable, Sendable {
  package enum Role: String, CaseIterable, Sendable { case lecturer, mentor, expert }

  package let id: String
  package let name: String
  package let roles: Set<Role>
  package let qualifications: Set<String>
  /// Letters of GB/T 4754 sections.
  package let industries: Set<String>
  package let site: String?
  package let maxPeriodsDay: Int
  package let maxPeriodsWeek: Int
  package let open: WeeklyPattern
  /// The name of an .ics file in the bundle, or an http(s) or webcal address: the person's own calendar.
  package let calendar: String?
  package let email: String?
  package let phone: String?

  package init(
    id: String, name: String, roles: Set<Role>, qualifications: Set<String> = [],
    industries: Set<String> = [],
    site: String? = nil, maxPeriodsDay: Int = 8, maxPeriodsWeek: Int = 40, open: WeeklyPattern,
    calendar: String? = nil, email: String? = nil, phone: String? = nil
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.qualifications = qualifications
    self.industries = industries
    self.site = site
    self.maxPeriodsDay = maxPeriodsDay
    self.maxPeriodsWeek = maxPeriodsWeek
    self.open = open
    self.calendar = calendar
    self.email = email
    self.phone = phone
  }
}

extension Person {
  /// The same with a role more.
  package func adding(_ role: Role) -> Person {
    Person(
      id: id, name: name, roles: roles.union([role]), qualifications: qualifications, industries: industries,
      site: site, maxPeriodsDay: maxPeriodsDay, maxPeriodsWeek: maxPeriodsWeek, open: open,
      calendar: calendar,
      email: email, phone: phone)
  }
}
