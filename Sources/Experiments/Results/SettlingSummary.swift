import NeuralNetwork
import Training

/// What a settling came to.
public struct SettlingSummary: Hashable, Sendable {
  /// The seed that it can be repeated with.
  public let seed: UInt64
  /// The number of units.
  public let units: Int
  /// The updates, of one unit or of all at once.
  public let updates: Int
  /// The sweeps over all units.
  public let sweeps: Int
  /// The energy at the end.
  public let energy: Double
  /// How it came to rest; nil where it was still on its way.
  public let rest: Rest?
  /// What the state is: a stored pattern by its name, or how far a puzzle is solved.
  public let state: String

  /// A summary of what a network has done so far.
  public init(of settling: Settling, seed: UInt64) {
    self.seed = seed
    (units, updates, sweeps) = (settling.network.count, settling.updates, settling.sweeps)
    (energy, rest, state) = (settling.energy, settling.rest, settling.words)
  }

  /// One JSON object; null where it did not come to rest.
  public var json: String {
    JSON.object([
      .init("seed", .literal("\(seed)")), .init("units", .literal("\(units)")),
      .init("updates", .literal("\(updates)")), .init("sweeps", .literal("\(sweeps)")),
      .init("energy", .literal("\(energy)")), .init("rest", rest.map { .text($0.rawValue) } ?? .literal("null")),
      .init("state", .text(state)),
    ]).written()
  }

  /// In lines.
  public var text: String {
    let end = rest.map { "at rest: \($0.rawValue)" } ?? "still on its way"
    return "\(state)\nenergy \(Float(energy)), \(end), after \(sweeps) sweeps, \(updates) updates of \(units) units"
  }
}

/// What many settlings came to.
public struct TrialsSummary: Hashable, Sendable {
  /// The seed that they can be repeated with.
  public let seed: UInt64
  /// How each ended.
  public let trials: SettlingTrials

  /// A summary of some settlings.
  public init(of trials: SettlingTrials, seed: UInt64) { (self.seed, self.trials) = (seed, trials) }

  /// One JSON object: how many, the share that succeeded, and the energy and sweeps of each.
  public var json: String {
    JSON.object([
      .init("seed", .literal("\(seed)")), .init("trials", .literal("\(trials.count)")),
      .init("solved", .literal("\(trials.solved)")), .init("mean_sweeps", .literal("\(trials.meanSweeps)")),
      .init("minima", .literal("\(trials.minima)")),
      .init("energies", .array(trials.outcomes.map { .literal("\($0.energy)") })),
      .init("sweeps", .array(trials.outcomes.map { .literal("\($0.sweeps)") })),
    ]).written()
  }

  /// In lines: the share that succeeded, and how many ended at each energy.
  public var text: String {
    let energies = trials.outcomes.map(\.energy)
    let ends = Set(energies).sorted().map { energy in "energy \(Float(energy)): \(energies.count { $0 == energy })" }
    let share = (1000 * trials.solved).rounded() / 10
    let head =
      "\(trials.count) settlings, \(share) % succeeded, \((10 * trials.meanSweeps).rounded() / 10) sweeps each, "
      + "\(trials.minima) different ends"
    return ([head] + ends.prefix(20)).joined(separator: "\n")
  }
}
