/// One weight or bias by its place: `layers.0.weight[2][1]` (layer, unit, input) or `layers.0.bias[2]`.
public enum ParameterName: Hashable, Sendable {
  case weight(layer: Int, unit: Int, input: Int)
  case bias(layer: Int, unit: Int)

  /// The layer's number, from 0; the last is the output layer.
  public var layer: Int {
    switch self {
    case .weight(let layer, _, _), .bias(let layer, _): layer
    }
  }

  /// The unit's number in its layer, from 0: the one that the weight leads to.
  public var unit: Int {
    switch self {
    case .weight(_, let unit, _), .bias(_, let unit): unit
    }
  }
}

extension ParameterName: CustomStringConvertible {
  /// `layers.0.weight[2][1]` (layer, unit, input) or `layers.0.bias[2]`, all from 0.
  public var description: String {
    switch self {
    case .weight(let layer, let unit, let input): "layers.\(layer).weight[\(unit)][\(input)]"
    case .bias(let layer, let unit): "layers.\(layer).bias[\(unit)]"
    }
  }

  /// Reads `layers.0.weight[2][1]` or `layers.0.bias[2]`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "layers", let layer = Int(parts[1]), layer >= 0 else { return nil }
    let pieces = parts[2].split(separator: "[", omittingEmptySubsequences: false)
    let indices = pieces.dropFirst().map { $0.last == "]" ? Int($0.dropLast()) : nil }
    guard indices.allSatisfy({ $0 != nil && $0! >= 0 }) else { return nil }
    switch (pieces[0], indices.count) {
    case ("weight", 2): self = .weight(layer: layer, unit: indices[0]!, input: indices[1]!)
    case ("bias", 1): self = .bias(layer: layer, unit: indices[0]!)
    default: return nil
    }
    guard description == text else { return nil }
  }
}

extension Parameters.Layout {
  /// The name of each parameter, in the order of the flat buffer.
  public func name(at index: Int) -> ParameterName {
    precondition(index >= 0 && index < count, "parameter \(index) of \(count)")
    let number = layers.lastIndex { $0.offset <= index }!
    let layer = layers[number]
    let place = index - layer.offset
    return place < layer.inputs * layer.units
      ? .weight(layer: number, unit: place % layer.units, input: place / layer.units)
      : .bias(layer: number, unit: place - layer.inputs * layer.units)
  }

  /// The index of a named parameter, or nil where the network has no such one.
  public func index(of name: ParameterName) -> Int? {
    guard layers.indices.contains(name.layer), name.unit < layers[name.layer].units else { return nil }
    let layer = layers[name.layer]
    switch name {
    case .weight(_, let unit, let input): return input < layer.inputs ? layer.index(unit: unit, input: input) : nil
    case .bias(_, let unit): return layer.biases.lowerBound + unit
    }
  }
}
