import Datasets
import LinearAlgebra
import NeuralNetwork

extension Trainer {
  /// From what an epoch's order was drawn: enough to draw it again.
  struct OrderSource: Hashable, Sendable {
    /// The stream before the shuffle.
    var stream: RandomStream
    /// Whether the rows were shuffled, or stand as the data has them.
    var shuffled: Bool
  }

  /// A new epoch's order: the rows as they stand in the data, shuffled where the settings say so.
  ///
  /// It does not depend on the epoch before, so that a point in time keeps only its `orderSource`, not its rows.
  mutating func drawOrder() {
    orderSource = OrderSource(stream: shuffling, shuffled: settings.shuffle)
    redrawOrder()
  }

  /// The present epoch's order once more, from its source.
  mutating func redrawOrder() {
    if order.count != data.training.count { order = Array(repeating: 0, count: data.training.count) }
    for row in order.indices { order[row] = row }
    shuffling = orderSource.stream
    if orderSource.shuffled { shuffling.shuffle(&order) }
  }

  /// Traps unless the data has rows, as wide as the network.
  static func check(_ data: LearningData, fits network: Network) {
    let (inputs, outputs) = (data.training.inputs.columns, data.training.targets.columns)
    precondition(data.training.count > 0, "the training part is empty")
    precondition(
      inputs == network.layout.inputs && outputs == network.layout.outputs,
      "a network \(network.layout.sizes) was given \(inputs) inputs and \(outputs) targets")
  }
}
