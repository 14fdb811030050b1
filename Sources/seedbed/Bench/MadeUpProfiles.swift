import Civil
import Mentors

/// Trainees, mentors and projects of a large district, made up from a seed: as much is known of them as records tell.
struct MadeUpProfiles {
  private var random: MadeUpRandom
  private static let sections = [
    "A01", "C13", "C18", "F51", "F52", "H61", "H62", "I65", "M74", "O80", "O81", "R90",
  ]
  private static let languages = ["普通话", "粤语", "客家话", "潮汕话", "闽南话"]
  private static let skills = ["家政", "电工", "烹饪", "缝纫", "网络销售", "汽修", "种植", "养殖"]
  private static let categories = [
    "graduate", "laid_off", "returning_migrant", "farmer", "disabled", "veteran",
  ]

  init(seed: UInt64) { random = MadeUpRandom(seed: seed, number: 0) }

  mutating func trainees(_ count: Int, wishingFor mentors: Int) -> [MatchProfile] {
    (0..<count).map { number in
      var profile = MatchProfile(id: "T" + padded(number, 6))
      profile.areas = [area()]
      profile.industries = [industry()]
      profile.links = [ServiceLink.allCases[below(ServiceLink.allCases.count)]]
      profile.free = hours(days: 3)
      profile.languages = some(Self.languages, 2)
      profile.categories = [Self.categories[below(Self.categories.count)]]
      profile.skills = some(Self.skills, 2)
      profile.funds = Money(yuan: 5_000 * (1 + below(40)))
      for rank in 1...3 where mentors > 0 && below(3) == 0 {
        profile.wishes["M" + padded(below(mentors), 6)] = rank
      }
      return profile
    }
  }

  mutating func mentors(_ count: Int, places: Int) -> [Matching.Member] {
    (0..<count).map { number in
      var profile = MatchProfile(id: "M" + padded(number, 6))
      profile.areas = [area(), area()]
      profile.industries = [industry(), industry()]
      profile.links = [
        ServiceLink.allCases[below(ServiceLink.allCases.count)],
        ServiceLink.allCases[below(ServiceLink.allCases.count)],
      ]
      profile.free = hours(days: 5)
      profile.languages = some(Self.languages, 2).union(["普通话"])
      // Spread evenly over the mentors, whatever the sum.
      let own = places * (number + 1) / count - places * number / count
      return Matching.Member(profile, Seats(minimum: 0, capacity: own))
    }
  }

  mutating func projects(_ count: Int, places: Int) -> [Matching.Member] {
    (0..<count).map { number in
      var profile = MatchProfile(id: "P" + padded(number, 6))
      profile.industries = [industry()]
      profile.skills = some(Self.skills, 2)
      profile.categories = some(Self.categories, 3)
      profile.funds = Money(yuan: 5_000 * (1 + below(30)))
      if below(4) == 0, let district = AreaCode("999901") { profile.areas = [district] }
      let own = places * (number + 1) / count - places * number / count
      return Matching.Member(profile, Seats(minimum: 0, capacity: own))
    }
  }

  private mutating func below(_ count: Int) -> Int { random.between(0, count - 1) }

  private mutating func area() -> AreaCode {
    AreaCode("999901" + padded(1 + below(12), 3) + padded(1 + below(8), 3)) ?? .nation
  }

  private mutating func industry() -> IndustryScope {
    IndustryScope(Self.sections[below(Self.sections.count)]) ?? .section("O")
  }

  private mutating func some(_ items: [String], _ count: Int) -> Set<String> {
    Set((0..<count).map { _ in items[below(items.count)] })
  }

  private mutating func hours(days: Int) -> WeekHours {
    var hours = WeekHours()
    for _ in 0..<days {
      let day = Weekday.allCases[below(7)]
      let start = 8 + below(10)
      hours.insert(day, hours: start..<start + 2 + below(4))
    }
    return hours
  }
}
