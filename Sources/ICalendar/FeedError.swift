package import Civil

/// Why a feed cannot be written: a value that would break it for its subscribers.
package enum FeedError: Error, Hashable, Sendable {
  case unknownZone(String)
  /// Not visible ASCII, empty, over 255 octets, or with a telephone or identity number in it.
  case badUID(position: Int)
  case repeatedUID(String)
  case endNotAfterStart(uid: String)
  case badSequence(uid: String, found: Int)
  case emptySummary(uid: String)
  case badCoordinates(uid: String)
  /// libical ran out of memory.
  case notWritten

  /// One sentence: the event, what was found, what to give instead.
  package var wording: Wording {
    switch self {
    case .unknownZone(let name):
      Wording(
        zh: "时区“\(name)”不存在；请写 Asia/Shanghai 这样的 IANA 名称",
        en: "no time zone “\(name)”; write an IANA name such as Asia/Shanghai")
    case .badUID(let position):
      Wording(
        zh: "第 \(position) 个事件的标识(UID)不可用；应为 1 至 255 个可见 ASCII 字符且不含个人号码",
        en: "event \(position): unusable UID; give 1 to 255 visible ASCII characters, no personal number")
    case .repeatedUID(let uid):
      Wording(zh: "标识(UID)“\(uid)”出现两次；每个课次应各有一个", en: "UID \(uid) occurs twice; each session has its own")
    case .endNotAfterStart(let uid):
      Wording(
        zh: "事件“\(uid)”的结束不晚于开始，或不在同一天；请更正时间",
        en: "event \(uid) does not end after its start on the same day; correct its times")
    case .badSequence(let uid, let found):
      Wording(
        zh: "事件“\(uid)”的修订号为 \(found)；应为 0 或以上，已取消的应为 1 或以上",
        en: "event \(uid) has sequence \(found); give 0 or more, and 1 or more when cancelled")
    case .emptySummary(let uid):
      Wording(zh: "事件“\(uid)”没有标题；请填写", en: "event \(uid) has no summary; give it one")
    case .badCoordinates(let uid):
      Wording(
        zh: "事件“\(uid)”的经纬度超出范围；纬度 -90 至 90，经度 -180 至 180",
        en: "event \(uid) has coordinates out of range; latitude -90 to 90, longitude -180 to 180")
    case .notWritten:
      Wording(zh: "内存不足，无法写出日历；请重试", en: "not enough memory to write the calendar; try again")
    }
  }
}
