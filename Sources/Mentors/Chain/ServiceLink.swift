package import Civil

/// A link of the one-stop service chain (“一条龙”服务环节); a regulation says which links make the chain of a place.
package enum ServiceLink: String, CaseIterable, Hashable, Sendable {
  case projectCollection, projectDisplay, projectDevelopment, planDesign, riskAssessment, training
  case openingGuidance, expertGuidance, financing, policySupport, incubation, tracking

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
    case .tracking: Wording(zh: "跟踪扶持", en: "follow-up support")
    }
  }
}
