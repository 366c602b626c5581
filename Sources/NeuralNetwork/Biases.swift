/// What training does with the biases.
public enum Biases: String, CaseIterable, Sendable {
  /// They learn as weights do.
  case free
  /// They stay as they are: at their initial values where it is so from the beginning (PyTorch's `requires_grad_(False)`).
  case frozen
  /// There are none: all are 0 and stay so (PyTorch's `bias=False`).
  case none
}

extension Parameters {
  /// Sets every bias to 0.
  public mutating func clearBiases() {
    for layer in layout.layers {
      for i in layer.biases { values[i] = 0 }
    }
  }

  /// Sets every bias to another's. Traps unless both are of one layout.
  public mutating func takeBiases(of other: Parameters) {
    precondition(layout == other.layout, "the biases of another network")
    for layer in layout.layers { values.replaceSubrange(layer.biases, with: other.values[layer.biases]) }
  }
}
