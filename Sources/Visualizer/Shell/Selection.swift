import ErrorSurfaces
import NeuralNetwork
import Session

/// A unit of the network, or one of its weights.
public struct Selection: Hashable, Sendable {
  /// 0 is the first layer with weights; −1 the inputs.
  public var layer: Int
  /// The number of the unit in its layer, from 0.
  public var unit: Int
  /// The input whose weight is meant, if it is a weight; the number of inputs means the bias.
  public var input: Int?

  /// Whether the unit or weight exists in a network of this layout.
  func isInside(_ layout: Parameters.Layout) -> Bool {
    guard layer >= -1, layer < layout.layers.count, unit >= 0 else { return false }
    guard layer >= 0 else { return unit < layout.inputs && input == nil }
    return unit < layout.layers[layer].units && (input.map { $0 <= layout.layers[layer].inputs } ?? true)
  }

  /// The parameter that is selected: a weight, the first where none is named, or the bias where the input is past the
  /// last.
  func parameter(in layout: Parameters.Layout) -> ParameterName {
    let input = input ?? 0
    guard input < layout.layers[layer].inputs else { return .bias(layer: layer, unit: unit) }
    return .weight(layer: layer, unit: unit, input: input)
  }
}

extension State {
  /// The hidden layer of the selected unit, if one is selected.
  var selectedHiddenLayer: Int? {
    guard let selection, let run, run.history.process.kind == .feedforward, selection.layer >= 0,
      selection.layer < run.trainer.network.depth - 1
    else {
      return nil
    }
    return selection.layer
  }

  /// The selected weight (or the selected unit's first) over its unit's bias.
  var selectedAxes: SurfaceAxes? {
    guard let selection, selection.layer >= 0, run?.history.process.kind == .feedforward else { return nil }
    let (layer, unit) = (selection.layer, selection.unit)
    return .parameters(.weight(layer: layer, unit: unit, input: selection.input ?? 0), .bias(layer: layer, unit: unit))
  }

  /// The index of the parameter that Enter edits, where one is selected.
  var selectedParameter: Int? {
    guard let selection, selection.layer >= 0, selection.input != nil, let run, run.history.process.settler == nil
    else {
      return nil
    }
    let layout = run.history.process.point.layout
    return layout.index(of: selection.parameter(in: layout))
  }

  /// The selected weight or bias with its value.
  var selectedParameterWords: String {
    guard let index = selectedParameter, let run else { return "weight" }
    let point = run.history.process.point
    let name = point.layout.name(at: index)
    return "\(run.history.process.kind == .feedforward ? run.label(of: name) : "\(name)") = \(point.values[index])"
  }
}
