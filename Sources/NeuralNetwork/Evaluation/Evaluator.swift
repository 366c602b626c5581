import LinearAlgebra

/// A network's forward pass over many samples at once, for one set of parameters after another: error surfaces, and maps
/// of units over the input plane.
///
/// The samples stand side by side (`[units, samples]`), so that every number of the processor's vectors is a sample of
/// its own and narrow networks are as fast as wide ones. The numbers are those of `Propagation`, bit by bit.
public struct Evaluator: Sendable {
  public let layout: Parameters.Layout
  public let activations: [Activation]
  /// The number of samples.
  public let count: Int
  /// `[inputs, count]`, then `[outputs, count]`.
  private let samples: VectorStorage
  var work: VectorStorage
  private let plan: Plan

  /// Where everything stands in the workspace, in rows of `stride` samples.
  private struct Plan: Sendable {
    let stride: Int
    /// How many samples go through the layers together: as many as the fastest cache holds.
    let block: Int
    /// The first row of each layer's activations.
    let layers: [Int]
    /// The first row of the output layer's weighted sums.
    let sums: Int
    /// The row of the costs.
    let costs: Int
    var rows: Int { costs + 1 }

    init(layout: Parameters.Layout, count: Int, keepsAll: Bool) {
      let widths = layout.sizes.reduce(0, +) + 2 * layout.outputs + 1
      block = max(64, 6144 / widths / 64 * 64)
      stride = keepsAll ? count : min(count, block)
      layers = layout.layers.indices.map { layer in layout.sizes[1..<layer + 1].reduce(0, +) }
      sums = layout.sizes.dropFirst().reduce(0, +)
      costs = sums + layout.outputs
    }
  }

  /// For costs on samples: inputs `[count, inputs]`, targets `[count, outputs]`. Traps unless they fit the network.
  public init(layout: Parameters.Layout, activations: [Activation], inputs: Matrix, targets: Matrix) {
    precondition(inputs.rows == targets.rows, "\(inputs.rows) rows of inputs, \(targets.rows) of targets")
    precondition(targets.columns == layout.outputs, "\(layout.outputs) targets are expected, got \(targets.columns)")
    self.init(layout: layout, activations: activations, inputs: inputs, targets: targets, keepsAll: false)
  }

  /// For every unit's activation at points `[count, inputs]`. Traps unless they fit the network.
  public init(layout: Parameters.Layout, activations: [Activation], points: Matrix) {
    self.init(layout: layout, activations: activations, inputs: points, targets: nil, keepsAll: true)
  }

  private init(
    layout: Parameters.Layout, activations: [Activation], inputs: Matrix, targets: Matrix?, keepsAll: Bool
  ) {
    precondition(inputs.rows > 0, "there are no samples to evaluate")
    precondition(inputs.columns == layout.inputs, "\(layout.inputs) inputs are expected, got \(inputs.columns)")
    precondition(activations.count == layout.layers.count, "an activation a layer is needed")
    (self.layout, self.activations, count) = (layout, activations, inputs.rows)
    plan = Plan(layout: layout, count: count, keepsAll: keepsAll)
    samples = VectorStorage(inputs.transposed.elements + (targets?.transposed.elements ?? []))
    work = VectorStorage(count: plan.rows * plan.stride)
  }

  /// The activations of all layers at all points, for `activation(layer:unit:)`. For an evaluator of points.
  public mutating func forward(at parameters: Parameters) {
    precondition(plan.stride == count, "an evaluator of costs keeps no activations")
    for start in stride(from: 0, to: count, by: plan.block) { forward(from: start, at: parameters) }
  }

  /// One unit's activation at each point, as of the last `forward`.
  public func activation(layer: Int, unit: Int) -> VectorView {
    VectorView(of: work, from: (plan.layers[layer] + unit) * plan.stride, count: plan.stride)
  }

  /// The mean of the samples' costs (data term), summed in double precision: see `Kernels.sum`.
  public mutating func cost(_ cost: Cost, at parameters: Parameters) -> Double {
    precondition(samples.count > count * layout.inputs, "an evaluator of points has no targets")
    var total = 0.0
    for start in stride(from: 0, to: count, by: plan.block) {
      forward(from: start, at: parameters)
      total += sum(of: cost, from: start)
    }
    return total / Double(count)
  }

  /// A block of samples on its way through all layers.
  private mutating func forward(from start: Int, at parameters: Parameters) {
    precondition(parameters.count == layout.count, "the parameters are of another network")
    let size = min(plan.block, count - start)
    let vector = VectorStorage.exclusive(&work) + (plan.stride == count ? start : 0)
    let values = parameters.values.start
    for (number, layer) in layout.layers.enumerated() {
      let a = vector + plan.layers[number] * plan.stride
      let isLast = number == layout.layers.count - 1
      let z = isLast ? vector + plan.sums * plan.stride : a
      Kernels.affineByUnit(
        number == 0 ? samples.pointer + start : Kernels.Input(vector + plan.layers[number - 1] * plan.stride),
        stride: number == 0 ? count : plan.stride, samples: size, inputs: layer.inputs,
        w: values + layer.weights.lowerBound, b: values + layer.biases.lowerBound, units: layer.units, into: z,
        stride: plan.stride)
      activations[number].applyByUnit(z, into: a, units: layer.units, samples: size, stride: plan.stride)
    }
  }

  /// The sum of the costs of the block of samples that has just gone forward.
  private mutating func sum(of cost: Cost, from start: Int) -> Double {
    let size = min(plan.block, count - start)
    let vector = VectorStorage.exclusive(&work)
    let costs = vector + plan.costs * plan.stride
    let outputs = Cost.Columns(
      z: vector + plan.sums * plan.stride, a: vector + plan.layers[layout.layers.count - 1] * plan.stride,
      y: samples.pointer + count * layout.inputs + start, stride: plan.stride, targetStride: count,
      samples: size, outputs: layout.outputs, activation: activations[activations.count - 1])
    cost.evaluate(outputs, into: costs)
    return Kernels.sum(costs, count: size)
  }
}
