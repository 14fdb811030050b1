/// Which trainees are asked for; what is nil does not narrow it.
package struct TraineeQuery: Hashable, Sendable {
  package var code: String?
  /// A part of the name.
  package var name: String?
  package var idNumber: String?
  package var phone: String?
  package var classID: String?
  /// An area with those below it.
  package var area: String?
  /// At most so many.
  package var limit: Int?

  package init(
    code: String? = nil, name: String? = nil, idNumber: String? = nil, phone: String? = nil,
    classID: String? = nil, area: String? = nil, limit: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.idNumber = idNumber
    self.phone = phone
    self.classID = classID
    self.area = area
    self.limit = limit
  }
}
