import Civil
import Indicators

/// Reads the rules of a regulation, each kind from its key.
enum RuleReaders {
  static func rules(_ keys: KeyReader, _ head: RegulationHead) -> Regulation.Rules {
    var rules = Regulation.Rules()
    for kind in RuleKind.allCases {
      let key = kind.rawValue
      switch kind {
      case .classes: rules.classes = keys.optional(key, .object { classes($0, head) })
      case .admission: rules.admission = keys.optional(key, .object { admission($0, head) })
      case .entitlements: rules.entitlements = keys.optional(key, entitlements(head))
      case .completion: rules.completion = keys.optional(key, .object { completion($0, head) })
      case .claim: rules.claim = keys.optional(key, .object { claim($0, head) })
      case .followUp: rules.followUp = keys.optional(key, .object { followUp($0, head) })
      case .warning: rules.warning = keys.optional(key, .object { warning($0, head) })
      case .success: rules.success = keys.optional(key, success(head)) ?? [:]
      case .survival: rules.survival = keys.optional(key, .object { survival($0, head) })
      case .subsidies: rules.subsidies = keys.optional(key, subsidies(head))
      case .indicators: rules.indicators = keys.optional(key, .object { indicators($0, head) })
      case .openIndicators: rules.openIndicators = keys.optional(key, openIndicators(head))
      case .progress: rules.progress = keys.optional(key, .object { progress($0, head) })
      case .points: rules.points = keys.optional(key, .object { points($0, head) })
      case .entry: rules.entry = keys.optional(key, entry(head))
      case .projects: rules.projects = keys.optional(key, .object { projects($0, head) })
      case .outreach: rules.outreach = keys.optional(key, outreach(head))
      case .bases: rules.bases = keys.optional(key, .object { bases($0, head) })
      case .serviceChain: rules.serviceChain = keys.optional(key, serviceChain(head))
      case .help: rules.help = keys.optional(key, .object { help($0, head) })
      case .pledges: rules.pledges = keys.optional(key, pledges(head))
      case .team: rules.team = keys.optional(key, .object { team($0, head) })
      case .matching: rules.matching = keys.optional(key, .object { matching($0, head) })
      }
    }
    return rules
  }
}
