import Testing

@Suite struct PairingMatchTests {
  @Test func `firms and cadres choose each other, one or two a firm, and pairs in force stay`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(
      "编号,一方,名称,行业,名额\nE1,企业,示例食品厂,C14,\nE2,企业,示例机械厂,C34,\nK1,干部,示例甲,C14,1\nK2,干部,示例乙,C34,1\nK3,干部,示例丙,,1\n",
      to: "m.csv")
    try ended.program.write(
      "填报人,志愿对象,志愿,不选\nE1,K2,1,\nE1,K1,2,\nE2,K2,1,\nK2,E2,1,\nK2,E1,2,\nK1,E1,1,\nE1,K3,,是\n", to: "w.csv")
    _ = try ended.run("pairing add cadre_firm K9 E2")
    let shown = try ended.run("pairing match m.csv --wishes w.csv --capacity 1-2").output
    #expect(shown.contains("no two would rather have each other"))
    _ = try ended.run("pairing match m.csv --wishes w.csv --out p.csv")
    #expect(try ended.program.read("p.csv").contains("choice 1 of 示例机械厂"))
    let recorded = try ended.run("pairing match m.csv --wishes w.csv --record").output
    #expect(recorded.contains("pairings recorded: 2"))
    let list = try ended.run("pairing list --kind cadre_firm").output
    // E2 has K9 already and one place left, which K2 takes; E1 will not have K3.
    #expect(list.contains("K2") && list.contains("K1") && !list.contains("K3"))
    #expect(try ended.run("pairing match m.csv --wishes w.csv").output.contains("fixed: "))
    #expect(try ended.run("pairing match m.csv --capacity 2-1", status: 64).errors.contains("2-1"))
    try ended.program.write("id,side,industry\nE1,firm,C14\nE1,firm,\nK1,king,\nK2,cadre,ZZ\n", to: "bad.csv")
    let wrong = try ended.run("pairing match bad.csv", status: 2)
    for line in ["bad.csv:3", "bad.csv:4", "bad.csv:5"] { #expect(wrong.errors.contains(line)) }
  }
}
