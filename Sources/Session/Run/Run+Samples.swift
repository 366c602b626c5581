import LinearAlgebra
import NeuralNetwork
import Training

/// Which sample's numbers are looked at, beside those that a step takes.
public enum SampleChoice: Hashable, Sendable {
  /// The row after or before the one that is looked at.
  case next, previous
  /// The one with the highest cost.
  case worst
  /// A pseudo-random row, determined by the one that is looked at.
  case random
  /// The next one of a class.
  case ofClass(Int)
  /// A row of the training part.
  case row(Int)
  /// None: those of the step again.
  case none
}

extension Run {
  /// The row of the training part that is looked at; nil where it is the step's own.
  public var lookedAt: Int? { chosenRow.flatMap { $0 < trainer.data.training.count ? $0 : nil } }

  /// The step whose numbers are shown: the one in hand, or the pass of the sample that is looked at.
  public var shownStep: StepInHand {
    lookedAt.map { StepInHand(lookingAt: $0, of: trainer) } ?? history.stepInHand()
  }

  /// The pass of the sample in hand: the one looked at, the first of the batch on its way, or the next step's first.
  public var shownPass: Propagation {
    let row = lookedAt ?? trainer.nextBatch.first ?? trainer.order.first ?? 0
    var pass = Propagation(layout: trainer.network.layout, capacity: 1)
    pass.load(inputs: trainer.data.training.inputs, targets: trainer.data.training.targets, rows: [row])
    for layer in 0..<trainer.network.depth { pass.forward(layer: layer, of: trainer.network) }
    return pass
  }

  /// Looks at another sample; says which row, nil for the step's own.
  mutating func look(at choice: SampleChoice) {
    guard history.process.kind == .feedforward else { return chosenRow = nil }
    let count = trainer.data.training.count
    let present = lookedAt ?? trainer.nextBatch.first ?? 0
    switch choice {
    case .next: chosenRow = present == shownRow ? (present + 1) % count : present
    case .previous: chosenRow = (present + count - 1) % count
    case .worst: chosenRow = worstRow
    case .random:
      chosenRow = Int((UInt64(present) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) >> 33) % count
    case .ofClass(let number):
      guard let classes = trainer.data.training.classes else { return }
      chosenRow = (1...count).lazy.map { (present + $0) % count }.first { classes[$0] == number } ?? chosenRow
    case .row(let row): chosenRow = row < count ? max(0, row) : chosenRow
    case .none: chosenRow = nil
    }
  }

  /// The row whose numbers are shown: of a step that has begun or ended its first, which need not be the next one's.
  private var shownRow: Int? {
    guard lookedAt == nil else { return lookedAt }
    let step = history.stepInHand()
    return step.performed == nil ? trainer.nextBatch.first : step.before.batchRows.first
  }

  /// The row of the training part with the highest cost.
  private var worstRow: Int {
    let samples = trainer.data.training
    var pass = Propagation(layout: trainer.network.layout, capacity: samples.count)
    pass.load(inputs: samples.inputs, targets: samples.targets, rows: Array(0..<samples.count)[...])
    for layer in 0..<trainer.network.depth { pass.forward(layer: layer, of: trainer.network) }
    pass.error(cost: trainer.settings.cost, of: trainer.network)
    return (0..<samples.count).max { pass.costs[$0] < pass.costs[$1] } ?? 0
  }
}
