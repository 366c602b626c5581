/// Which kind of network an experiment is about; the raw values are the names in demo files.
public enum NetworkKind: String, CaseIterable, Sendable {
  /// Signals pass from layer to layer, once; the weights learn.
  case feedforward
  /// Every unit hears all others, until nothing changes any more; the weights are given.
  case hopfield
  /// One layer hears itself at the step before; the weights learn from sequences.
  case recurrent

  /// The kind in words: `a Hopfield network`.
  public var words: String {
    switch self {
    case .feedforward: "a feedforward network"
    case .hopfield: "a Hopfield network"
    case .recurrent: "a recurrent network"
    }
  }
}
