import Datasets
import NeuralNetwork

/// A process that another can run beside, parted from it by one difference.
public protocol Parting: Process {
  /// The samples, sequences or units taken so far, each as often as it was taken: what twins keep pace by.
  var samplesSeen: Int { get }
  /// Cost, accuracy and R² of the training and the test part; nil where there is no such thing.
  var found: (training: Measures?, test: Measures?) { get }
  /// A copy that goes on with changes, at the same place in the same order; the present step begins anew. Nil where that would
  /// be no change, or where the network or the rows would be others.
  func parted(by edits: [Edit]) -> Self?
}

/// A second process from the same weights on the same rows, with one difference: what if η were 0.3?
///
/// It follows the first in lockstep, by the samples seen: with batches of different sizes they stay beside each other.
public struct Twin<P: Parting>: Sendable {
  /// The second process, as far as it has followed.
  public private(set) var process: P
  /// The one difference in words: `η 0.03 → 0.3`.
  public let difference: String
  /// How its cost goes, by the updates of the first, so that both curves share an axis. It begins where it parted.
  public private(set) var loss = LossHistory()
  /// How well it does on the training part, as measured last.
  public private(set) var training: Measures?
  /// How well it does on the test part, as measured last.
  public private(set) var test: Measures?
  /// What the first had done when they parted.
  private let start: (updates: Int, samples: Int)

  /// Parts a twin from a process by what one difference changes; nil where that cannot be, see `Parting`.
  ///
  /// - Parameter difference: the difference in words.
  public init?(of first: P, changing edits: [P.Edit], named difference: String) {
    guard let process = first.parted(by: edits) else { return nil }
    self.process = process
    self.difference = difference
    start = (first.updates, first.samplesSeen)
  }

  /// Steps until it has seen as many samples as the first, or more by less than a batch. Stands still where it can go on no more.
  public mutating func follow(_ first: P) {
    let updatesPerSample = Double(first.updates - start.updates) / Double(max(1, first.samplesSeen - start.samples))
    while process.samplesSeen < first.samplesSeen, !process.isStill {
      let updates = process.updates
      process.stride(upTo: 1, costs: nil)
      guard process.updates > updates, let cost = process.cost else { continue }
      let passed = Double(process.samplesSeen - start.samples) * updatesPerSample
      loss.append(
        batch: cost, at: max(loss.batches.buckets.last?.updates.upperBound ?? 0, start.updates + Int(passed.rounded())))
    }
  }

  /// Measures it on the training and the test part, at its first's count of updates.
  public mutating func measure(at updates: Int) {
    (training, test) = process.found
    loss.append(training: training?.cost, test: test?.cost, at: updates)
  }
}

extension Parting where Self: EpochTraining {
  /// Both parts as they are measured now.
  public var found: (training: Measures?, test: Measures?) { (measureTraining()?.plain, measureTest()?.plain) }
}

extension Trainer: Parting {
  /// The samples learned from, counted again in every epoch.
  public var samplesSeen: Int { epoch * data.training.count + position }

  /// Other data must be of the same rows, such as another scaling.
  public func parted(by edits: [Edit]) -> Trainer? {
    guard edits.contains(where: { isChanged(by: $0) }), edits.allSatisfy({ keepsPlace(with: $0) }) else { return nil }
    var copy = self
    for edit in edits {
      if case .data(let data) = edit { copy.exchange(data: data) } else { copy.apply(edit) }
    }
    return copy
  }

  /// Whether with a change the network keeps its shape and the order its rows.
  private func keepsPlace(with edit: Edit) -> Bool {
    switch edit {
    case .settings, .activations, .parameter, .parameters: true
    case .data(let data):
      data.trainingRows == self.data.trainingRows && data.training.inputs.columns == network.layout.inputs
        && data.training.targets.columns == self.data.training.targets.columns
    case .trainer: false
    }
  }
}

extension RecurrentTrainer: Parting {
  /// Other sequences are refused.
  public func parted(by edits: [RecurrentEdit]) -> RecurrentTrainer? {
    let keepsPlace = edits.allSatisfy { if case .data = $0 { false } else { true } }
    guard keepsPlace, edits.contains(where: { isChanged(by: $0) }) else { return nil }
    return edits.reduce(into: self) { $0.apply($1) }
  }
}

extension Settling: Parting {
  /// The units asked so far, each as often as it was asked.
  public var samplesSeen: Int {
    switch phase {
    case .unit(let place): sweeps * order.count + place
    case .all: sweeps * order.count
    case .sweep: (sweeps + 1) * order.count
    }
  }
  /// Nothing: what there is to be seen is the energy.
  public var found: (training: Measures?, test: Measures?) { (nil, nil) }

  /// The present sweep begins anew.
  public func parted(by edits: [SettlingEdit]) -> Settling? {
    guard edits.contains(where: { isChanged(by: $0) }) else { return nil }
    return edits.reduce(into: self) { $0.apply($1) }
  }
}
