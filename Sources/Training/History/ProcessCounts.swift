/// What a process counts, at one moment.
public struct ProcessCounts: Hashable, Sendable {
  /// `Process.clock`.
  public let clock: Int
  /// `Process.updates`.
  public let updates: Int
  /// `Process.epoch`.
  public let epoch: Int
  /// `Process.effort`.
  public let effort: Int
  /// `Process.effortPerStep`.
  public let effortPerStep: Int
  /// `Process.isBetweenSteps`.
  public let isBetweenSteps: Bool

  init(of process: some Process) {
    clock = process.clock
    updates = process.updates
    epoch = process.epoch
    effort = process.effort
    effortPerStep = process.effortPerStep
    isBetweenSteps = process.isBetweenSteps
  }
}
