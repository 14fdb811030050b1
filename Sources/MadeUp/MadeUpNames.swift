import SeededNumbers

/// Made-up names with the collisions of real ones: surnames and characters by how common they are.
///
/// The 60 surnames carry roughly their published shares (王 7 %, 李 7 %, 张 6.5 % …), together 80 % of the people;
/// characters of given names fall off by rank. A sixth of the names has two characters, and names of two collide most.
struct MadeUpNames: Sendable {
  private static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖")
  private static let surnameShares: [Double] = [
    7.1, 7.0, 6.6, 5.2, 4.6, 3.2, 2.5, 2.2, 2.0, 1.9, 1.5, 1.4, 1.3, 1.3, 1.2, 1.15, 1.1, 1.1, 1.0, 0.95,
    0.9, 0.9, 0.85, 0.8, 0.75, 0.75, 0.7, 0.65, 0.65, 0.6, 0.6, 0.6, 0.6, 0.55, 0.55, 0.5, 0.5, 0.5, 0.5, 0.5,
  ]
  private static let compound = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫"]
  private static let rare = Array("尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁")
  private static let characters = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文玉志红兰春燕鹏飞波辉梅玲萍鑫浩宇婷雪晶欣慧莉峰斌雷林海云龙俊凯博晨阳佳琳瑞宁倩倍颖思雨子轩梦嘉怡诗涵一可心彤佩珊旭东升光荣福贵生财旺德才仁义礼智信忠诚良善美好乐安康健胜利全兴盛昌永长久远达通顺成功立业正大方圆清洁莹亮新民家庆祥和丰收金银宝珍珠翠凤凰仙菊荷莲花草木森树根叶果实年月星辰天地山川河江湖泊田野"
  )

  private let surnameSums: [Double]
  private let characterSums: [Double]

  init() {
    let shares = (0..<MadeUpNames.surnames.count).map { rank in
      rank < MadeUpNames.surnameShares.count ? MadeUpNames.surnameShares[rank] : 0.4
    }
    surnameSums = MadeUpNames.sums(shares)
    characterSums = MadeUpNames.sums(MadeUpNames.characters.indices.map { 1 / (Double($0) + 12) })
  }

  private static func sums(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    return weights.map { weight in
      sum += weight
      return sum
    }
  }

  func draw(_ generator: inout SplitMix64) -> String {
    let kind = Double.random(in: 0..<1, using: &generator)
    let surname: String
    if kind < 0.005 {
      surname = MadeUpNames.compound[Int.random(in: 0..<MadeUpNames.compound.count, using: &generator)]
    } else if kind < 0.2 {
      surname = String(MadeUpNames.rare[Int.random(in: 0..<MadeUpNames.rare.count, using: &generator)])
    } else {
      surname = String(MadeUpNames.surnames[pick(surnameSums, &generator)])
    }
    let length = Double.random(in: 0..<1, using: &generator) < 0.16 ? 1 : 2
    return surname + String((0..<length).map { _ in character(&generator) })
  }

  func character(_ generator: inout SplitMix64) -> Character {
    MadeUpNames.characters[pick(characterSums, &generator)]
  }

  private func pick(_ sums: [Double], _ generator: inout SplitMix64) -> Int {
    let point = Double.random(in: 0..<(sums.last ?? 1), using: &generator)
    return sums.firstIndex { point < $0 } ?? sums.count - 1
  }
}
