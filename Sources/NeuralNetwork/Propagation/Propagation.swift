import LinearAlgebra

/// The numbers of one batch on their way through a network and back.
///
/// Forward (Nielsen ch. 2): zˡ = aˡ⁻¹Wˡ + bˡ, aˡ = f(zˡ). Backward: δᴸ = ∂C/∂zᴸ, δˡ = (Wˡ⁺¹δˡ⁺¹) ⊙ f′(zˡ),
/// ∂C/∂W = aˡ⁻¹δˡ and ∂C/∂b = δˡ, both averaged over the batch.
/// Every sum runs in a fixed order: over inputs, units and samples from the first to the last.
///
/// All numbers stand in one vector, so that a phase of training touches one allocation and makes none.
public struct Propagation: Sendable {
  /// The sizes of the network that the numbers are of.
  public let layout: Parameters.Layout
  /// The number of samples in the batch.
  public internal(set) var count = 0
  var storage: VectorStorage
  let plan: Plan
  /// What dropout does to each hidden layer; empty while there is none.
  var dropouts: [Dropout?] = []

  /// Room for batches of up to `capacity` samples; larger ones grow it.
  public init(layout: Parameters.Layout, capacity: Int) {
    self.layout = layout
    plan = Plan(layout: layout, capacity: capacity)
    storage = VectorStorage(count: plan.count)
  }
}

extension Propagation {
  /// Where everything stands in the vector.
  struct Plan: Sendable {
    let capacity: Int
    let inputs = 0
    let targets: Int
    let costs: Int
    let layers: Kernels.Layers
    let count: Int

    init(layout: Parameters.Layout, capacity: Int) {
      self.capacity = capacity
      targets = capacity * layout.inputs
      costs = targets + capacity * layout.outputs
      let scratch = costs + capacity
      var end = scratch + (layout.layers.dropFirst().map { $0.inputs * $0.units }.max() ?? 0)
      var below: (incoming: Int, z: Int, delta: Int) = (inputs, 0, 0)
      let places = layout.layers.map { layer in
        let size = capacity * layer.units
        let (z, a, delta) = (end, end + size, end + 2 * size)
        defer { (below, end) = ((a, z, delta), delta + size) }
        return Kernels.Layer(
          inputs: layer.inputs, units: layer.units, weights: layer.weights.lowerBound, biases: layer.biases.lowerBound,
          incoming: below.incoming, z: z, a: a, delta: delta, below: (below.z, below.delta), scratch: scratch)
      }
      layers = Kernels.Layers(places)
      count = end
    }
  }
}

extension Propagation {
  /// `[count, inputs]`
  public var inputs: VectorView { VectorView(of: storage, from: plan.inputs, count: count * layout.inputs) }
  /// `[count, outputs]`
  public var targets: VectorView { VectorView(of: storage, from: plan.targets, count: count * layout.outputs) }
  /// The cost of each sample (data term).
  public var costs: VectorView { VectorView(of: storage, from: plan.costs, count: count) }
  /// The numbers of each layer.
  public var layers: Layers { Layers(propagation: self) }

  /// The layers of a network, the output layer last.
  public struct Layers: RandomAccessCollection, Sendable {
    let propagation: Propagation
    /// 0: the first hidden layer.
    public var startIndex: Int { 0 }
    /// One past the output layer.
    public var endIndex: Int { propagation.plan.layers.count }
    /// A layer's numbers as they are now, not copied. Traps where there is no such layer.
    public subscript(number: Int) -> Layer {
      Layer(storage: propagation.storage, place: propagation.plan.layers[number], count: propagation.count)
    }
  }

  /// One layer's numbers, `[count, units]` each.
  public struct Layer: Sendable {
    let storage: VectorStorage
    let place: Kernels.Layer
    let count: Int

    /// The weighted sums.
    public var z: VectorView { VectorView(of: storage, from: place.z, count: count * place.units) }
    /// The activations, before dropout.
    public var a: VectorView { VectorView(of: storage, from: place.a, count: count * place.units) }
    /// δ = ∂C/∂z, of each sample's own cost.
    public var delta: VectorView { VectorView(of: storage, from: place.delta, count: count * place.units) }
  }

  /// The mean cost of the batch's samples, summed in double precision: see `Kernels.sum`.
  public var meanCost: Double {
    count > 0 ? Kernels.sum(storage.pointer + plan.costs, count: count) / Double(count) : 0
  }

  /// The mean cost of the batch's samples.
  public var cost: Float {
    var sum: Float = 0
    for cost in costs { sum += cost }
    return count > 0 ? sum / Float(count) : 0
  }
}

extension Propagation: Hashable {
  /// Two are equal where the batches' numbers are, whatever room there is beside them.
  public static func == (left: Propagation, right: Propagation) -> Bool {
    left.layout == right.layout && left.count == right.count && left.dropouts == right.dropouts
      && left.inputs == right.inputs && left.targets == right.targets && left.costs == right.costs
      && zip(left.layers, right.layers).allSatisfy { $0.z == $1.z && $0.a == $1.a && $0.delta == $1.delta }
  }

  /// Feeds the number of samples and their costs, which is enough to tell batches apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(costs)
  }
}
