/// Founders as ventures and what changed of them hold them: lines of person, tab and attempt, taken apart in SQL.
enum StoredFounders {
  /// The lines of a column as rows of `j`: `j.key` is the place, `j.value` the line.
  static func lines(of column: String) -> String {
    """
    json_each('["' || replace(replace(replace(replace(
      \(column), '\\', '\\\\'), '"', '\\"'), char(9), '\\t'), char(10), '","') || '"]') j
    """
  }

  static let person = "substr(j.value, 1, instr(j.value, char(9)) - 1)"
  static let attempt = "CAST(substr(j.value, instr(j.value, char(9)) + 1) AS INTEGER)"

  /// The ventures that one of some people founds, or founded at any time.
  static func ventures(of people: String) -> String {
    """
    SELECT venture FROM founder WHERE trainee IN (\(people))
    UNION SELECT v.code FROM venture v, \(lines(of: "v.founders"))
      WHERE v.code IN (SELECT venture FROM ventureFact WHERE kind = 'founders') AND \(person) IN (\(people))
    UNION SELECT v.venture FROM ventureFact v, \(lines(of: "v.text"))
      WHERE v.kind = 'founders' AND v.text IS NOT NULL AND \(person) IN (\(people))
    """
  }

  /// The founders of each venture on `:day`, as known on it: venture and trainee.
  static let then = """
    SELECT venture, trainee FROM founder
      WHERE venture NOT IN (SELECT venture FROM ventureFact WHERE kind = 'founders')
    UNION SELECT v.code, \(person) FROM (
      SELECT code, coalesce(
        (SELECT f.text FROM ventureFact f
         WHERE f.venture = code AND f.kind = 'founders' AND f.fromDay <= :day AND f.recordedOn <= :day
           AND NOT EXISTS (SELECT 1 FROM ventureFact later WHERE later.venture = f.venture
             AND later.corrects = f.number AND later.recordedOn <= :day)
         ORDER BY f.fromDay DESC, f.number DESC LIMIT 1), founders) AS founders
      FROM venture WHERE code IN (SELECT venture FROM ventureFact WHERE kind = 'founders')
    ) v, \(lines(of: "v.founders"))
    """

  /// Who founds, or founded at any time, one of the ventures that a query gives.
  ///
  /// Those of whom no change is on record stand in `founder`.
  static func people(of ventures: String) -> String {
    """
    SELECT trainee FROM founder WHERE venture IN (\(ventures))
    UNION SELECT \(person) FROM venture v, \(lines(of: "v.founders"))
      WHERE v.code IN (\(ventures)) AND v.code IN (SELECT venture FROM ventureFact WHERE kind = 'founders')
    UNION SELECT \(person) FROM ventureFact v, \(lines(of: "v.text"))
      WHERE v.kind = 'founders' AND v.text IS NOT NULL AND v.venture IN (\(ventures))
    """
  }
}
