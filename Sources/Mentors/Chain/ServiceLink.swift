package import Civil

/// A link of the one-stop service chain (“一条龙”服务环节), by which guidance and expertise are tagged.
///
/// Which of them a chain has, and in which order, is set by a regulation: the papers name three and more chains.
package enum ServiceLink: String, CaseIterable, Hashable, Comparable, Sendable {
  case projectCollection, projectDisplay, projectDevelopment, planDesign, riskAssessment, training
  case openingGuidance, expertGuidance, financing, policySupport, incubation, followUp

  package var name: Wording {
    switch self {
    case .projectCollection: Wording(zh: "项目征集", en: "project collection")
    case .projectDisplay: Wording(zh: "项目展示", en: "project display")
    case .projectDevelopment: Wording(zh: "项目开发", en: "project development")
    case .planDesign: Wording(zh: "方案设计", en: "plan design")
    case .riskAssessment: Wording(zh: "风险评估", en: "risk assessment")
    case .training: Wording(zh: "创业培训", en: "training")
    case .openingGuidance: Wording(zh: "开业指导", en: "opening guidance")
    case .expertGuidance: Wording(zh: "专家指导", en: "expert guidance")
    case .financing: Wording(zh: "融资服务", en: "financing")
    case .policySupport: Wording(zh: "政策扶持", en: "policy support")
    case .incubation: Wording(zh: "创业孵化", en: "incubation")
    case .followUp: Wording(zh: "跟踪扶持", en: "follow-up support")
    }
  }

  package static func < (left: ServiceLink, right: ServiceLink) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
