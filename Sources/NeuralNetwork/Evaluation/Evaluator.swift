import LinearAlgebra

/// A network's forward pass over many samples at once, for one set of parameters after another: error surfaces, and maps
/// of units over the input plane.
///
/// The samples stand side by side (`[units, samples]`), so that every number of the processor's vectors is a sample of
/// its own and narrow networks are as fast as wide ones. The numbers are those of `Propagation`, bit by bit.
public struct Evaluator: Sendable {
  /// The layout of the parameters that it takes.
  public let layout: Parameters.Layout
  /// The activation of each layer, the output layer's last.
  public let activations: [Activation]
  /// The number of samples.
  public let count: Int
  /// `[inputs, count]`, then `[outputs, count]`, each row padded.
  private let samples: VectorStorage
  var work: VectorStorage
  private let plan: Plan
  /// The parameters of the last forward pass, where its activations are kept.
  private var last: Parameters?

  /// Where everything stands in the workspace, in rows of `stride` samples.
  private struct Plan: Sendable {
    let stride: Int
    /// The distance between the rows of the samples themselves.
    let sampleStride: Int
    /// How many samples go through the layers together: as many as the fastest cache holds.
    let block: Int
    /// The first row of each layer's activations.
    let layers: [Int]
    /// The first row of the output layer's weighted sums.
    let sums: Int
    /// The row of the costs.
    let costs: Int
    let keepsAll: Bool
    var rows: Int { costs + 1 }

    init(layout: Parameters.Layout, count: Int, keepsAll: Bool) {
      let widths = layout.sizes.reduce(0, +) + 2 * layout.outputs + 1
      block = max(64, 6144 / widths / 64 * 64)
      sampleStride = padded(count)
      stride = keepsAll ? sampleStride : min(sampleStride, block)
      layers = layout.layers.indices.map { layer in layout.sizes[1..<layer + 1].reduce(0, +) }
      sums = layout.sizes.dropFirst().reduce(0, +)
      costs = sums + layout.outputs
      self.keepsAll = keepsAll
    }
  }

  /// For costs on samples: inputs `[count, inputs]`, targets `[count, outputs]`. Traps unless they fit the network.
  ///
  /// With `keepsLayers`, every layer's activations are kept (unless they would take too much memory), so that
  /// parameters that differ from the last in later layers, or in some of a layer's units, cost only what differs.
  /// Where all differ, it is a little slower.
  public init(
    layout: Parameters.Layout, activations: [Activation], inputs: Matrix, targets: Matrix, keepsLayers: Bool = false
  ) {
    precondition(inputs.rows == targets.rows, "\(inputs.rows) rows of inputs, \(targets.rows) of targets")
    precondition(targets.columns == layout.outputs, "\(layout.outputs) targets are expected, got \(targets.columns)")
    let fits = layout.sizes.reduce(0, +) * inputs.rows <= Self.largestKept
    self.init(
      layout: layout, activations: activations, inputs: inputs, targets: targets, keepsAll: keepsLayers && fits)
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
    samples = VectorStorage(Self.columns(of: inputs) + (targets.map(Self.columns) ?? []))
    work = VectorStorage(count: plan.rows * plan.stride)
  }

  /// 64 MB of activations.
  private static let largestKept = 1 << 24

  /// The columns of a matrix one after another, each padded with zeros.
  private static func columns(of matrix: Matrix) -> [Float] {
    let (turned, stride) = (matrix.transposed.elements, padded(matrix.rows))
    return (0..<matrix.columns).flatMap { column in
      turned[column * matrix.rows..<(column + 1) * matrix.rows] + repeatElement(0, count: stride - matrix.rows)
    }
  }

  /// The activations of all layers at all points, for `activation(layer:unit:)`. For an evaluator of points.
  public mutating func forward(at parameters: Parameters) {
    precondition(plan.keepsAll, "an evaluator of costs keeps no activations")
    let news = news(in: parameters)
    for start in stride(from: 0, to: count, by: plan.block) {
      forward(from: start, at: parameters, news)
      activateOutputs(from: start)
    }
  }

  /// One unit's activation at each point, as of the last `forward`.
  public func activation(layer: Int, unit: Int) -> VectorView {
    VectorView(of: work, from: (plan.layers[layer] + unit) * plan.stride, count: count)
  }

  /// The mean of the samples' costs (data term), summed in double precision: see `Kernels.sum`.
  public mutating func cost(_ cost: Cost, at parameters: Parameters) -> Double {
    precondition(samples.count > plan.sampleStride * layout.inputs, "an evaluator of points has no targets")
    let news = news(in: parameters)
    var total = 0.0
    for start in stride(from: 0, to: count, by: plan.block) {
      forward(from: start, at: parameters, news)
      total += sum(of: cost, from: start)
    }
    return total / Double(count)
  }

  /// A block of samples on its way through what is new.
  private mutating func forward(from start: Int, at parameters: Parameters, _ news: News) {
    let size = padded(min(plan.block, count - start))
    let vector = VectorStorage.exclusive(&work) + (plan.keepsAll ? start : 0)
    let values = parameters.values.start
    for number in news.layer..<layout.layers.count {
      let layer = layout.layers[number]
      let units = number == news.layer ? news.units : 0..<layer.units
      let isLast = number == layout.layers.count - 1
      let z = vector + (isLast ? plan.sums : plan.layers[number]) * plan.stride
      Kernels.affineByUnit(
        number == 0 ? samples.pointer + start : Kernels.Input(vector + plan.layers[number - 1] * plan.stride),
        stride: number == 0 ? plan.sampleStride : plan.stride, samples: size, inputs: layer.inputs,
        w: values + layer.weights.lowerBound, b: values + layer.biases.lowerBound, units: layer.units, only: units,
        into: z, stride: plan.stride)
      guard !isLast else { continue }
      activations[number].applyByUnit(
        z + units.lowerBound * plan.stride, into: z + units.lowerBound * plan.stride, units: units.count,
        samples: size, stride: plan.stride)
    }
  }

  /// The output layer's activations of a block whose weighted sums have been worked out.
  private mutating func activateOutputs(from start: Int) {
    let vector = VectorStorage.exclusive(&work) + (plan.keepsAll ? start : 0)
    activations[activations.count - 1].applyByUnit(
      vector + plan.sums * plan.stride, into: vector + plan.layers[layout.layers.count - 1] * plan.stride,
      units: layout.outputs, samples: padded(min(plan.block, count - start)), stride: plan.stride)
  }

  /// The sum of the costs of the block of samples that has just gone forward; cross-entropy's come from the weighted
  /// sums alone.
  private mutating func sum(of cost: Cost, from start: Int) -> Double {
    if cost != .crossEntropy { activateOutputs(from: start) }
    let size = min(plan.block, count - start)
    let vector = VectorStorage.exclusive(&work) + (plan.keepsAll ? start : 0)
    let costs = vector + plan.costs * plan.stride
    let outputs = Cost.Columns(
      z: vector + plan.sums * plan.stride, a: vector + plan.layers[layout.layers.count - 1] * plan.stride,
      y: samples.pointer + plan.sampleStride * layout.inputs + start, stride: plan.stride,
      targetStride: plan.sampleStride, samples: size, outputs: layout.outputs,
      activation: activations[activations.count - 1])
    cost.evaluate(outputs, into: costs)
    return Kernels.sum(costs, count: size)
  }
}

extension Evaluator {
  /// What has to be worked out: some units of a layer, and all layers above.
  private struct News {
    let layer: Int
    let units: Range<Int>
  }

  /// What has not been worked out for the parameters of the last forward pass.
  private mutating func news(in parameters: Parameters) -> News {
    precondition(parameters.count == layout.count, "the parameters are of another network")
    let everything = News(layer: 0, units: 0..<layout.layers[0].units)
    guard plan.keepsAll else { return everything }
    defer { last = parameters }
    guard let last else { return everything }
    for (number, layer) in layout.layers.enumerated() {
      let units = layer.unitsThatDiffer(in: parameters, from: last)
      guard !units.isEmpty else { continue }
      return News(layer: number, units: activations[number] == .softmax ? 0..<layer.units : units)
    }
    return News(layer: layout.layers.count, units: 0..<0)
  }
}

extension Parameters.Layer {
  /// From the first unit to the last whose weights or bias differ in a bit.
  fileprivate func unitsThatDiffer(in parameters: Parameters, from others: Parameters) -> Range<Int> {
    var (first, last) = (units, -1)
    for start in stride(from: weights.lowerBound, to: biases.upperBound, by: units) {
      for unit in 0..<units
      where parameters.values[start + unit].bitPattern != others.values[start + unit].bitPattern {
        first = min(first, unit)
        last = max(last, unit)
      }
      if first == 0 && last == units - 1 { break }
    }
    return last < 0 ? 0..<0 : first..<last + 1
  }
}

/// So many samples, filled up to whole vectors of the widest kind, so that no kernel has a remainder to take one by one.
private func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
