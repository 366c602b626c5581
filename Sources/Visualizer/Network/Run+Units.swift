import NeuralNetwork
import Plots
import Session
import Training

extension Run {
  /// The pass of the sample in hand: the first of the batch that is on its way, else the first in the training part.
  var shownPass: Propagation {
    let row = trainer.phase == .input ? 0 : trainer.batchRows.first ?? 0
    var pass = Propagation(layout: trainer.network.layout, capacity: 1)
    pass.load(inputs: trainer.data.training.inputs, targets: trainer.data.training.targets, rows: [row])
    for layer in 0..<trainer.network.depth { pass.forward(layer: layer, of: trainer.network) }
    return pass
  }

  /// The name of a unit: hidden units are numbered, a single output is y, several have names of their own.
  func label(layer: Int, unit: Int) -> String {
    guard layer == trainer.network.depth - 1 else { return "h\(unit + 1)" }
    return trainer.network.layout.outputs == 1 ? "y" : trainer.data.outputNames[unit]
  }

  /// Each unit's activation over the input plane, for pictures of `resolution` by `resolution` points: `[layer][unit]`.
  func unitMaps(resolution: Int) -> [[HeatMap]] {
    plane(width: resolution, height: resolution).unitMaps(of: trainer.network).map { layer in
      layer.map { grid in
        var map = HeatMap(grid, scale: .diverging(limit: 1))
        (map.showsAxes, map.showsLegend) = (false, false)
        return map
      }
    }
  }

  /// A grid over the plane of the two inputs.
  func plane(width: Int, height: Int) -> InputPlane {
    InputPlane(
      x: dataset.domain[0], y: dataset.domain[1], width: width, height: height,
      transform: trainer.data.inputTransform)
  }
}
