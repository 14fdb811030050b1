/// An instance of curriculum-based course timetabling, as the competition of 2007 published them.
///
/// Indices stand for courses and rooms; ids are kept for the solution file.
package struct CourseInstance: Sendable, Equatable {
  package struct Course: Sendable, Equatable {
    package let id: String
    package let teacher: String
    /// Lectures a week, each of one period.
    package let lectures: Int
    /// Days over which they should be spread.
    package let days: Int
    package let students: Int
  }

  package struct Room: Sendable, Equatable {
    package let id: String
    package let seats: Int
  }

  /// Courses that share students.
  package struct Curriculum: Sendable, Equatable {
    package let id: String
    package let courses: [Int]
  }

  /// A period in which a course cannot be held; day and period counted from 0.
  package struct Closed: Sendable, Hashable {
    package let course: Int
    package let day: Int
    package let period: Int
  }

  package var name = ""
  package var days = 0
  package var periodsPerDay = 0
  package var courses: [Course] = []
  package var rooms: [Room] = []
  package var curricula: [Curriculum] = []
  package var closed: [Closed] = []
}
