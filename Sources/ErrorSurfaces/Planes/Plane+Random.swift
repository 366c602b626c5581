import LinearAlgebra
import NeuralNetwork

extension Plane {
  /// The plane of two random filter-normalized directions (Li et al. 2018, "Visualizing the loss landscape of neural
  /// nets", section 4).
  ///
  /// Every number is drawn from the normal distribution; then each unit's incoming weights d are scaled to the length of
  /// that unit's own, d ← d/‖d‖·‖w‖, so that the picture does not change when a unit's scale does. Biases stay where
  /// they are, as in the published pictures. A unit whose weights are all zero has no scale: length 1 is taken.
  public static func random(through origin: Parameters, seed: UInt64) -> Plane {
    var stream = RandomStream(seed: seed, purpose: .directions)
    let unit = "‖w‖ of each unit"
    let first = filterNormalized(like: origin, from: &stream)
    let second = filterNormalized(like: origin, from: &stream)
    return Plane(
      origin: origin,
      a: Axis(first, label: "random 1", unit: unit),
      b: Axis(second, label: "random 2", unit: unit))
  }

  static func filterNormalized(like weights: Parameters, from stream: inout RandomStream) -> Parameters {
    var direction = Parameters(layout: weights.layout)
    for layer in weights.layout.layers {
      for unit in 0..<layer.units {
        let filter = (0..<layer.inputs).map { layer.index(unit: unit, input: $0) }
        for i in filter { direction.values[i] = stream.normal() }
        let scale = filter.length(in: weights) / filter.length(in: direction)
        for i in filter { direction.values[i] *= scale }
      }
    }
    return direction
  }
}

extension [Int] {
  /// The length of the vector of the numbered parameters; 1 where it is zero or not finite.
  fileprivate func length(in parameters: Parameters) -> Float {
    var sum = 0.0
    for i in self { sum += Double(parameters.values[i]) * Double(parameters.values[i]) }
    let length = Float(sum.squareRoot())
    return length > 0 && length.isFinite ? length : 1
  }
}
