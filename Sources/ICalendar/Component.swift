import CLibical

/// A tree of libical components; the only owner of C memory in this module.
///
/// What goes in and comes out are Swift values: no pointer and no buffer of libical leaves this file.
struct Component: ~Copyable {
  private let pointer: OpaquePointer

  /// Parses iCalendar text that a ``CalendarSieve`` has let through; nil where libical finds no component in it.
  init?(parsing text: String) {
    guard let pointer = icalcomponent_new_from_string(text) else { return nil }
    self.pointer = pointer
  }

  /// Libical's description of a zone from the system's time zone database; nil where it knows no such zone.
  ///
  /// Not safe to be called by two threads at a time: libical keeps a table of zones.
  init?(builtInZone name: String) {
    guard let zone = icaltimezone_get_builtin_timezone(name),
      let component = icaltimezone_get_component(zone), let copy = icalcomponent_new_clone(component)
    else { return nil }
    pointer = copy
  }

  /// Builds a tree from a value.
  init?(_ node: CalendarNode) {
    guard let pointer = Component.build(node) else { return nil }
    self.pointer = pointer
  }

  deinit { icalcomponent_free(pointer) }

  /// The tree as values; the root is the one VCALENDAR, or a nameless node around several.
  var node: CalendarNode { Component.read(pointer) }

  /// The tree as iCalendar text, folded at 75 octets between characters.
  var text: [UInt8]? {
    guard let buffer = icalcomponent_as_ical_string_r(pointer) else { return nil }
    defer { icalmemory_free_buffer(buffer) }
    return Array(String(cString: buffer).utf8)
  }

  private static func read(_ component: OpaquePointer) -> CalendarNode {
    var node = CalendarNode(name: name(of: component))
    var property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY)
    while let current = property {
      if let read = read(property: current) { node.properties.append(read) }
      property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)
    }
    var child = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT)
    while let current = child {
      node.children.append(read(current))
      child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)
    }
    return node
  }

  private static func name(of component: OpaquePointer) -> String {
    let kind = icalcomponent_isa(component)
    return icalcomponent_kind_to_string(kind).map { String(cString: $0) } ?? ""
  }

  private static func read(property: OpaquePointer) -> CalendarNode.Property? {
    guard let name = owned(icalproperty_get_property_name_r(property)) else { return nil }
    var parameters: [CalendarNode.Parameter] = []
    for key in ["TZID", "RANGE", "FBTYPE"] {
      guard let value = owned(icalproperty_get_parameter_as_string_r(property, key)) else { continue }
      parameters.append(CalendarNode.Parameter(name: key, value: value))
    }
    let value = icalproperty_get_value(property)
    let isText = value.map { icalvalue_isa($0) == ICAL_TEXT_VALUE } ?? false
    let text =
      isText
      ? icalvalue_get_text(value).map { String(cString: $0) }
      : owned(icalproperty_get_value_as_string_r(property))
    return CalendarNode.Property(name: name, parameters: parameters, value: text ?? "")
  }

  /// Takes over a buffer that libical has handed to its caller.
  private static func owned(_ buffer: UnsafeMutablePointer<CChar>?) -> String? {
    guard let buffer else { return nil }
    defer { icalmemory_free_buffer(buffer) }
    return String(cString: buffer)
  }

  private static func build(_ node: CalendarNode) -> OpaquePointer? {
    let kind = icalcomponent_string_to_kind(node.name)
    guard kind != ICAL_NO_COMPONENT, let component = icalcomponent_new(kind) else { return nil }
    for property in node.properties {
      guard let built = build(property) else {
        icalcomponent_free(component)
        return nil
      }
      icalcomponent_add_property(component, built)
    }
    for child in node.children {
      guard let built = build(child) else {
        icalcomponent_free(component)
        return nil
      }
      icalcomponent_add_component(component, built)
    }
    return component
  }

  private static func build(_ property: CalendarNode.Property) -> OpaquePointer? {
    let isExtension = property.name.hasPrefix("X-")
    let kind = isExtension ? ICAL_X_PROPERTY : icalproperty_string_to_kind(property.name)
    guard kind != ICAL_NO_PROPERTY, let made = icalproperty_new(kind) else { return nil }
    if isExtension { icalproperty_set_x_name(made, property.name) }
    for parameter in property.parameters {
      icalproperty_set_parameter_from_string(made, parameter.name, parameter.value)
    }
    guard let value = value(of: property, kind: kind) else {
      icalproperty_free(made)
      return nil
    }
    icalproperty_set_value(made, value)
    return made
  }

  private static func value(of property: CalendarNode.Property, kind: icalproperty_kind) -> OpaquePointer? {
    if property.form == .text { return icalvalue_new_text(property.value) }
    if kind == ICAL_X_PROPERTY { return icalvalue_new_x(property.value) }
    if kind == ICAL_GEO_PROPERTY {
      // What libical 3.0.16 reads from a string here loses its second number.
      let numbers = property.value.split(separator: ";").compactMap { Double($0) }
      return numbers.count == 2 ? icalvalue_new_geo(icalgeotype(lat: numbers[0], lon: numbers[1])) : nil
    }
    let stated = property.parameter("VALUE").map { icalvalue_string_to_kind($0) }
    return icalvalue_new_from_string(stated ?? icalproperty_kind_to_value_kind(kind), property.value)
  }
}
