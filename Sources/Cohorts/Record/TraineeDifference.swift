package import Civil

/// That a later roster says otherwise than what is on record of a trainee.
package struct TraineeDifference: Hashable, Sendable {
  package let field: Wording
  /// As they may be shown: numbers with hidden places.
  package let recorded: Wording
  package let stated: Wording

  package var text: Wording {
    Wording(
      zh: "\(field.chinese)：档案为 \(recorded.chinese)，花名册为 \(stated.chinese)",
      en: "\(field.english): on record \(recorded.english), the roster has \(stated.english)")
  }
}

extension TraineeRecord {
  /// What a later roster says otherwise of who the person is; what either leaves blank does not differ.
  package func differences(from later: TraineeRecord) -> [TraineeDifference] {
    var found: [TraineeDifference] = []
    func compare<Value: Equatable>(
      _ chinese: String, _ english: String, _ old: Value?, _ new: Value?, _ shown: (Value) -> Wording
    ) {
      guard let old, let new, old != new else { return }
      found.append(
        TraineeDifference(
          field: Wording(zh: chinese, en: english), recorded: shown(old), stated: shown(new)))
    }
    let plain = { (text: String) in Wording(zh: text, en: text) }
    if PersonName(trainee.name) != PersonName(later.trainee.name) {
      compare("姓名", "name", trainee.name, later.trainee.name, plain)
    }
    compare("证件号码", "identity number", trainee.idNumber, later.trainee.idNumber) {
      plain(MaskedIdentity.text($0))
    }
    let phones = (trainee.phone, later.trainee.phone)
    if phones.0.flatMap({ PhoneNumber($0) }) != phones.1.flatMap({ PhoneNumber($0) }) {
      compare("电话", "phone", phones.0, phones.1) { plain(MaskedPhone.text($0)) }
    }
    compare("户籍所在地", "area", trainee.area, later.trainee.area, plain)
    compare("性别", "sex", sex, later.sex, \.name)
    compare("出生日期", "birth date", bornOn, later.bornOn) { plain($0.description) }
    compare("文化程度", "education", profile.education, later.profile.education, \.name)
    compare("户籍性质", "household", profile.household, later.profile.household, \.name)
    return found
  }
}
