import NeuralNetwork

/// What an error surface shows: a cost for every set of parameters.
public enum Landscape: Hashable, Sendable {
  /// A network's cost on samples.
  case network(NetworkLandscape)
  /// A formula of two numbers.
  case function(TestFunction)
  /// The energy of a Hopfield network, of its units' states.
  case energy(EnergyLandscape)

  /// The layout of the parameters that have a cost here.
  public var layout: Parameters.Layout {
    switch self {
    case .network(let landscape): landscape.layout
    case .function: TestFunction.layout
    case .energy(let landscape): landscape.layout
    }
  }

  /// The cost of these parameters: for a network what `Trainer.measure` reports as `cost`: the same numbers, summed
  /// in double precision in blocks.
  ///
  /// For many points, keep a `CostEvaluator`.
  public func cost(at parameters: Parameters) -> Double {
    var evaluator = CostEvaluator(self)
    return evaluator.cost(at: parameters)
  }

  /// The gradient of the cost (without regularization's part, which the surface does not show either).
  public func gradient(at parameters: Parameters) -> Parameters {
    switch self {
    case .network(let landscape): landscape.gradient(at: parameters)
    case .function(let function): function.gradient(at: parameters)
    case .energy(let landscape): landscape.gradient(at: parameters)
    }
  }
}

/// Costs of many sets of parameters, one after another, in one workspace.
///
/// The one place where a surface's values are computed.
public struct CostEvaluator: Sendable {
  private let landscape: Landscape
  /// The samples' way through the network, where there is one.
  private var network: Evaluator?
  /// The units of a Hopfield network, where there is one.
  private var energies: EnergyEvaluator?

  /// With `on`, the points lie on that plane: what of the network does not move on it is worked out once.
  public init(_ landscape: Landscape, on plane: Plane? = nil) {
    self.landscape = landscape
    switch landscape {
    case .network(let landscape):
      network = landscape.evaluator(keepsLayers: plane.map { !$0.movesWholeFirstLayer } ?? false)
    case .energy(let landscape): energies = EnergyEvaluator(landscape.network)
    case .function: break
    }
  }

  /// The cost of these parameters; not finite where the arithmetic overflows.
  public mutating func cost(at parameters: Parameters) -> Double {
    switch landscape {
    case .network(let landscape): network!.cost(landscape.cost, at: parameters)
    case .function(let function): function.value(at: parameters)
    case .energy: energies!.energy(at: parameters)
    }
  }
}
