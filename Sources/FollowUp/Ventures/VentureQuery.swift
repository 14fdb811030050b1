/// Which ventures are asked for; what is nil does not narrow it.
package struct VentureQuery: Hashable, Sendable {
  package var code: String?
  /// A trainee's code.
  package var founder: String?
  /// The number of the licence at present.
  package var licence: String?
  /// An area with those below it, by the area in which the venture began.
  package var area: String?
  /// A part of the name.
  package var name: String?

  package init(
    code: String? = nil, founder: String? = nil, licence: String? = nil, area: String? = nil,
    name: String? = nil
  ) {
    self.code = code
    self.founder = founder
    self.licence = licence
    self.area = area
    self.name = name
  }
}
