import Training

/// What goes on in an experiment, one for each kind of network.
public enum Engine: Hashable, Sendable {
  /// A feedforward network learns.
  case training(Trainer)
  /// A Hopfield network settles.
  case settling(Settling)
  /// A recurrent network learns.
  case recurrent(RecurrentTrainer)

  /// The kind of network.
  public var kind: NetworkKind {
    switch self {
    case .training: .feedforward
    case .settling: .hopfield
    case .recurrent: .recurrent
    }
  }
}
