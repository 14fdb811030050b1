/// Money in the Chinese capitals that claim forms ask for: 壹仟贰佰元整.
///
/// After the rules for filling in bills and settlement vouchers (中国人民银行《支付结算办法》附一《正确填写票据和结算凭证的
/// 基本规定》): the amount ends in 整 after 元 or 角 and never after 分, and a zero between digits is written once.
package enum ChineseCapitals {
  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let places = ["", "拾", "佰", "仟"]
  private static let groups = ["", "万", "亿", "万亿"]
  /// The largest amount that can be written, in yuan.
  package static let mostYuan = 9_999_999_999_999_999

  /// The amount in words; nil where it is too large to be written.
  ///
  /// An amount below zero begins with 负.
  package static func money(fen: Int) -> String? {
    let yuan = Int(fen.magnitude / 100)
    guard yuan <= mostYuan else { return nil }
    let (jiao, rest) = (Int(fen.magnitude / 10 % 10), Int(fen.magnitude % 10))
    var text = fen < 0 ? "负" : ""
    if yuan > 0 || jiao == 0 && rest == 0 { text += whole(yuan) + "元" }
    if jiao == 0, rest == 0 { return text + "整" }
    if jiao > 0 {
      text += digits[jiao] + "角"
    } else if yuan > 0 {
      text += "零"
    }
    return rest > 0 ? text + digits[rest] + "分" : text + "整"
  }

  private static func whole(_ number: Int) -> String {
    guard number > 0 else { return digits[0] }
    var parts: [Int] = []
    var left = number
    while left > 0 {
      parts.append(left % 10_000)
      left /= 10_000
    }
    var text = ""
    var owesZero = false
    for (index, part) in parts.enumerated().reversed() {
      if part == 0 {
        owesZero = !text.isEmpty
        continue
      }
      if !text.isEmpty, owesZero || part < 1000 { text += digits[0] }
      text += four(part) + groups[index]
      owesZero = false
    }
    // 壹亿万亿 cannot come up: the groups above 亿 are those of 万亿 only.
    return text
  }

  private static func four(_ number: Int) -> String {
    var text = ""
    var owesZero = false
    for place in (0..<4).reversed() {
      let digit = number / [1, 10, 100, 1000][place] % 10
      if digit == 0 {
        owesZero = !text.isEmpty
      } else {
        text += (owesZero ? digits[0] : "") + digits[digit] + places[place]
        owesZero = false
      }
    }
    return text
  }
}
