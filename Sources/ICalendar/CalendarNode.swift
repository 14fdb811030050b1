/// A component of a calendar as a value: its properties and the components in it.
struct CalendarNode {
  struct Parameter {
    let name: String
    let value: String
  }

  struct Property {
    /// How the value is given: plain text that libical escapes, or as it stands in the file.
    enum Form { case text, written }

    let name: String
    var parameters: [Parameter] = []
    let value: String
    var form = Form.written

    func parameter(_ name: String) -> String? {
      parameters.first { $0.name == name }?.value
    }
  }

  let name: String
  var properties: [Property] = []
  var children: [CalendarNode] = []

  /// The first property of that name.
  subscript(name: String) -> Property? {
    properties.first { $0.name == name }
  }

  func all(_ name: String) -> [Property] {
    properties.filter { $0.name == name }
  }
}
