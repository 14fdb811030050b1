package import Cohorts

/// Classes that were held, with who attended and what was recorded of them: the papers of an older system, or a made-up
/// centre's.
package struct RecordedCourses: Hashable, Sendable {
  package var classes: [ClassRecord]
  package var trainees: [TraineeRecord]
  package var memberships: [CategoryMembership]
  package var steps: [ClassStep]
  package var attendance: [Attendance]
  package var reviews: [PlanReview]
  package var certificates: [Certificate]
  package var trainings: [SubsidisedTraining]
  package var claims: [TrainingClaim]

  package init(
    classes: [ClassRecord] = [], trainees: [TraineeRecord] = [], memberships: [CategoryMembership] = [],
    steps: [ClassStep] = [], attendance: [Attendance] = [], reviews: [PlanReview] = [],
    certificates: [Certificate] = [], trainings: [SubsidisedTraining] = [], claims: [TrainingClaim] = []
  ) {
    self.classes = classes
    self.trainees = trainees
    self.memberships = memberships
    self.steps = steps
    self.attendance = attendance
    self.reviews = reviews
    self.certificates = certificates
    self.trainings = trainings
    self.claims = claims
  }
}
