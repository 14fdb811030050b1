package import Civil
import Cohorts
import Courses
import Logging
import Store

extension Centre {
  /// Enters a certificate by hand, or one in the place of that which stands, with the reason (更正、补发).
  ///
  /// What is struck out stays in the ledger. Throws where there is one and no reason is given, or the new one cannot be.
  /// Returns the number that it takes the place of.
  package func enterCertificate(
    _ number: String, issuedOn day: CivilDate?, to trainee: String, of classID: String, reason: String?
  ) throws(CentreError) -> String? {
    let replaced = try inOneStep { centre throws(CentreError) -> String? in
      let stamp = try centre.recordStamp()
      let file = try centre.member(trainee, of: classID)
      let held = file.certificates[trainee]
      guard held == nil || reason != nil else {
        throw .refused(
          Wording(
            zh: "学员“\(trainee)”在本班已有证书 \(held?.number ?? "")；确为更正或补发的，请用 --reason 写明原因",
            en:
              "trainee \(trainee) has certificate \(held?.number ?? "") of this class: say why with --reason")
        )
      }
      let certificate = Certificate(
        number: number, classID: classID, trainee: trainee, issuedOn: day ?? held?.issuedOn ?? stamp.on,
        recordedOn: stamp.on, recordedBy: stamp.by)
      let others = try centre.stored { store throws(StoreError) in try store.certificates() }
        .filter { $0.id != held?.id }
      let completion = file.completion(of: trainee)?.verdict ?? .completed
      let flaws = others.flaws(
        ofAdding: certificate, completion: completion, end: file.record.days.upperBound,
        format: file.completionRule?.certificateFormat, today: stamp.on)
      guard flaws.isEmpty else {
        throw .refused(flaws.map(\.text).joined)
      }
      try centre.stored { store throws(StoreError) in
        if let held { try store.correct(entry: held.id, reason: reason ?? "", stamp: stamp) }
        try store.record([certificate], stamp: stamp)
      }
      return held?.number
    }
    log.notice("certificate entered", metadata: ["class": "\(classID)", "corrects": "\(replaced != nil)"])
    return replaced
  }

  /// Strikes out the certificate of a trainee of a class, with the reason (作废); its number.
  package func strikeOutCertificate(
    of trainee: String, in classID: String, reason: String
  ) throws(CentreError) -> String {
    let number = try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      guard let held = try centre.member(trainee, of: classID).certificates[trainee] else {
        throw .refused(
          Wording(
            zh: "学员“\(trainee)”在班级“\(classID)”没有有效的证书",
            en: "trainee \(trainee) has no certificate of class \(classID) that stands"))
      }
      try centre.stored { store throws(StoreError) in
        try store.correct(entry: held.id, reason: reason, stamp: stamp)
      }
      return held.number
    }
    log.notice("certificate struck out", metadata: ["class": "\(classID)"])
    return number
  }

  /// Takes back the claims of a trainee of a class, with the reason (退回、误报), so that they may be filed again; how
  /// many there were.
  ///
  /// That the trainee was trained at public cost goes with them.
  package func takeBackClaims(
    of trainee: String, in classID: String, reason: String
  ) throws(CentreError) -> Int {
    let count = try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let claims = try centre.classFile(classID).claims.filter { $0.trainee == trainee }
      guard !claims.isEmpty else {
        throw .refused(
          Wording(
            zh: "学员“\(trainee)”在班级“\(classID)”没有已登记的申领",
            en: "no claim of trainee \(trainee) of class \(classID) is on record"))
      }
      try centre.stored { store throws(StoreError) in
        let trainings = try store.entitlements(of: [trainee]).trainings(of: [trainee], asKnownOn: stamp.on)
        let entries = claims.map(\.id) + trainings.filter { $0.classID == classID }.map(\.id)
        for entry in entries { try store.correct(entry: entry, reason: reason, stamp: stamp) }
      }
      return claims.count
    }
    log.notice("claims taken back", metadata: ["class": "\(classID)", "claims": "\(count)"])
    return count
  }

  /// The file of a class that a trainee is a member of.
  private func member(_ trainee: String, of classID: String) throws(CentreError) -> ClassFile {
    let file = try classFile(classID)
    guard file.members.contains(where: { $0.id == trainee }) else {
      throw .refused(Self.noMember(trainee, of: classID))
    }
    return file
  }
}
