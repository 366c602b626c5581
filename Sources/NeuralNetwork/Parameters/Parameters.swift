/// Every weight and bias of a network in one flat buffer.
///
/// A gradient, an optimizer's moment, a direction of an error surface and a point of a path are of this type too,
/// so optimizers, surfaces and principal components are plain vector arithmetic.
///
/// Layer by layer, a layer's weights stand input by input (`[inputs][units]`, so that all units read one input's
/// weights side by side), then its biases (`[units]`).
public struct Parameters: Hashable, Sendable {
  /// Where each layer's weights and biases stand.
  public let layout: Layout
  /// The flat buffer, `layout.count` numbers.
  public var values: [Float]

  /// All zeros.
  public init(layout: Layout) {
    self.init(layout: layout, values: Array(repeating: 0, count: layout.count))
  }

  /// Traps unless there is one value a parameter.
  public init(layout: Layout, values: [Float]) {
    precondition(values.count == layout.count, "the layout has \(layout.count) parameters, got \(values.count)")
    self.layout = layout
    self.values = values
  }

  /// The number of weights and biases.
  public var count: Int { values.count }

  /// The weight from an input to a unit of a layer.
  public subscript(weight layer: Int, unit: Int, input: Int) -> Float {
    get { values[layout.layers[layer].index(unit: unit, input: input)] }
    set { values[layout.layers[layer].index(unit: unit, input: input)] = newValue }
  }

  /// The bias of a unit of a layer.
  public subscript(bias layer: Int, unit: Int) -> Float {
    get { values[layout.layers[layer].biases.lowerBound + unit] }
    set { values[layout.layers[layer].biases.lowerBound + unit] = newValue }
  }
}

extension Parameters {
  /// Where each layer's weights and biases stand in the flat buffer.
  public struct Layout: Hashable, Sendable {
    /// The number of inputs, then the number of units of each layer, the output layer last.
    public let sizes: [Int]
    /// The layers' places, first hidden layer first, output layer last.
    public let layers: [Layer]
    /// The number of weights and biases.
    public let count: Int

    /// Traps unless there are inputs and at least one layer, none of them empty.
    public init(sizes: [Int]) {
      precondition(sizes.count > 1 && sizes.allSatisfy { $0 > 0 }, "a network needs inputs and layers, got \(sizes)")
      self.sizes = sizes
      var offset = 0
      layers = zip(sizes, sizes.dropFirst()).map { inputs, units in
        defer { offset += (inputs + 1) * units }
        return Layer(inputs: inputs, units: units, offset: offset)
      }
      count = offset
    }

    /// The number of the network's inputs.
    public var inputs: Int { sizes[0] }
    /// The number of the output layer's units.
    public var outputs: Int { sizes[sizes.count - 1] }
  }

  /// One layer's place in the flat buffer.
  public struct Layer: Hashable, Sendable {
    /// The numbers that come in: the units of the layer below, or the network's inputs.
    public let inputs: Int
    /// The number of the layer's units.
    public let units: Int
    /// The index of the layer's first weight.
    public let offset: Int

    /// The indices of the weights, input by input.
    public var weights: Range<Int> { offset..<offset + inputs * units }
    /// The indices of the biases.
    public var biases: Range<Int> { weights.upperBound..<weights.upperBound + units }

    /// The index of the weight from an input to a unit.
    public func index(unit: Int, input: Int) -> Int { offset + input * units + unit }
  }
}
