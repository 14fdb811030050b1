package import Civil
import FollowUp

/// A survey or a check of papers in numbers of those asked.
package struct SurveyCount: Hashable, Sendable {
  package let question: SurveyResult.Question
  package let area: String
  package let period: ClosedRange<CivilDate>
  package let yes: Int
  package let no: Int
  package let silent: Int
  package let withdrawn: Int
  package let source: String
  package let on: CivilDate
  package let recordedOn: CivilDate

  package init(
    question: SurveyResult.Question, area: String, period: ClosedRange<CivilDate>, yes: Int, no: Int,
    silent: Int = 0, withdrawn: Int = 0, source: String, on: CivilDate,
    recordedOn: CivilDate? = nil
  ) {
    self.question = question
    self.area = area
    self.period = period
    self.yes = yes
    self.no = no
    self.silent = silent
    self.withdrawn = withdrawn
    self.source = source
    self.on = on
    self.recordedOn = recordedOn ?? on
  }

  /// As indicators take it: those asked are known by their place in the survey only.
  package var result: SurveyResult {
    func ids(_ word: String, _ count: Int) -> [String] { (0..<count).map { "\(word)\($0 + 1)" } }
    return SurveyResult(
      question, area: area, period: period,
      Response(
        yes: ids("y", yes), no: ids("n", no), silent: ids("s", silent), withdrawn: ids("w", withdrawn)),
      source: source, on: on, recordedOn: recordedOn)
  }
}
