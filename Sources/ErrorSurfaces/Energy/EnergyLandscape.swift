import NeuralNetwork

/// The energy of a Hopfield network as a landscape: over the states that it can take, the corners of a cube, and over what lies
/// between them.
///
/// A point's coordinates are the units; beyond −1 and 1 they are taken to be at the cube's face:
///
///     E(x) = offset − ½ Σ w_ij x_i x_j − Σ b_i x_i
///
/// At a corner it is the network's own energy, and a state at rest is the bottom of a basin: every way from it into the cube
/// begins uphill or level.
public struct EnergyLandscape: Hashable, Sendable {
  /// The network whose energy it is.
  public let network: HopfieldNetwork

  /// Traps unless there are two units at least.
  public init(_ network: HopfieldNetwork) {
    precondition(network.count > 1, "a landscape needs two units, got \(network.count)")
    self.network = network
  }

  /// As many numbers as units.
  public var layout: Parameters.Layout { Self.layout(units: network.count) }

  private static func layout(units: Int) -> Parameters.Layout { Parameters.Layout(sizes: [units - 1, 1]) }

  /// A state as a point.
  public static func point(_ units: [Int8]) -> Parameters {
    Parameters(layout: layout(units: units.count), values: units.map { Float($0) })
  }

  /// −h_i, the slope of the energy along each unit, at the point of the cube nearest by.
  func gradient(at point: Parameters) -> Parameters {
    var evaluator = EnergyEvaluator(network)
    let sums = evaluator.sums(at: point)
    let slopes = zip(sums, network.biases).map { Float(-(Double($0) + Double($1)) * network.quantum) }
    return Parameters(layout: layout, values: slopes)
  }
}

/// Energies of many points, one after another, in one workspace.
struct EnergyEvaluator: Sendable {
  private let network: HopfieldNetwork
  /// In quanta, which single precision holds exactly.
  private let weights: [Float]
  private var x: [Float]
  private var sums: [Float]

  init(_ network: HopfieldNetwork) {
    self.network = network
    weights = network.weights.map { Float($0) }
    x = Array(repeating: 0, count: network.count)
    sums = x
  }

  mutating func energy(at point: Parameters) -> Double {
    let sums = sums(at: point)
    var energy = Double(network.offset)
    for i in x.indices { energy -= Double(x[i]) * (0.5 * Double(sums[i]) + Double(network.biases[i])) }
    return energy * network.quantum
  }

  /// Σ_j w_ij x_j of every unit, in quanta; leaves the point of the cube in x.
  mutating func sums(at point: Parameters) -> [Float] {
    let count = x.count
    for i in 0..<count { (x[i], sums[i]) = (min(1, max(-1, point.values[i])), 0) }
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for i in 0..<count where x[i] != 0 {
          let (row, factor) = (i * count, x[i])
          for j in 0..<count { sums[j] += factor * weights[row + j] }
        }
      }
    }
    return sums
  }
}
