import NeuralNetwork
import Training

/// What units and weights are called on the screen; files say `layers.0.weight[2][1]`.
extension Run {
  /// The name of a unit: inputs have their own, hidden units are numbered, a single output is y unless it is a number with a name.
  ///
  /// - Parameter layer: 0 is the first layer with weights; −1 the inputs.
  public func label(layer: Int, unit: Int) -> String {
    guard layer >= 0 else { return trainer.data.inputNames[unit] }
    guard layer == trainer.network.depth - 1 else {
      return trainer.network.depth == 2 ? "h\(unit + 1)" : "h\(layer + 1).\(unit + 1)"
    }
    let isNameless = trainer.network.layout.outputs == 1 && (dataset.labelName == nil || dataset.classNames != nil)
    return isNameless ? "y" : trainer.data.outputNames[unit]
  }

  /// A weight by the two units that it joins, `h1 → y`, a bias by its unit, `bias of h1`.
  public func label(of parameter: ParameterName) -> String {
    switch parameter {
    case .weight(let layer, let unit, let input):
      "\(label(layer: layer - 1, unit: input)) → \(label(layer: layer, unit: unit))"
    case .bias(let layer, let unit): "bias of \(label(layer: layer, unit: unit))"
    }
  }
}
