/// When a search begins anew: 1, 1, 2, 1, 1, 2, 4, … (M. Luby, A. Sinclair, D. Zuckerman, 1993).
enum LubySequence {
  static subscript(index: Int) -> Int {
    var size = 1
    var power = 0
    while size < index + 1 {
      size = 2 * size + 1
      power += 1
    }
    var rest = index
    while size - 1 != rest {
      size = (size - 1) / 2
      power -= 1
      rest %= size
    }
    return 1 << power
  }
}
