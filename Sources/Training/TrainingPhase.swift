/// A moment of one training step.
///
/// The order: input, forward through each layer, error, backward through each layer from the last, update, and after
/// the last batch of an epoch the epoch's end.
public enum TrainingPhase: Hashable, Sendable {
  /// The batch's samples enter the network.
  case input
  /// zˡ and aˡ of one layer.
  case forward(layer: Int)
  /// The cost of the outputs beside the targets, and δᴸ.
  case error
  /// One layer's gradient, and δ of the layer below it.
  case backward(layer: Int)
  /// The optimizer moves the weights.
  case update
  /// All samples have been seen; they are put in a new order.
  case epoch
}
