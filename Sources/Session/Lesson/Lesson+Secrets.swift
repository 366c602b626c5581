import Experiments

/// Numbers that answer the open question, to whoever reads them off the screen.
extension Lesson {
  /// Of more that may be selected their numbers are no help.
  private static let mostTargets = 200

  /// A number that tells the answer, and what counts as the same.
  public struct Secret: Hashable, Sendable {
    /// Its value.
    public let value: Double
    /// How far from it another number may be.
    public let tolerance: Double
  }

  /// The number that is asked for; of choices what their conditions compare, and of units or weights that may be selected what the
  /// rule does; a sample's are found nowhere but on the screen. None where the step's run has still to show what is right, or
  /// nothing is asked.
  public func secrets(at moment: Moment) -> [Secret] {
    guard awaitsChoice, step.run == nil, let question = step.question else { return [] }
    if let number = rightNumber(at: moment) { return [Secret(value: number, tolerance: question.tolerance)] }
    if let pick = visit.pick {
      guard pick.kind != .sample else { return [] }
      let targets = moment.targets(of: pick.kind)
      guard targets.count <= Self.mostTargets else { return [] }
      return moment.values(of: pick, since: visit.entry).map { Secret(value: $0, tolerance: 0) }
    }
    return visit.conditions.flatMap { $0.measured(in: moment) }.map { Secret(value: $0, tolerance: 0) }
  }
}
