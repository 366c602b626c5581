import NeuralNetwork
import Plots
import Session
import Training

extension Run {
  /// A picture for each unit, `[layer][unit]`: its map over the plane of two inputs, or of pixels its weights.
  func unitPictures(resolution: Int) -> [[HeatMap?]]? {
    if pictureKind == .plane { return unitMaps(resolution: resolution) }
    let layout = trainer.network.layout
    guard let size = dataset.imageSize, size.rows * size.columns == layout.inputs else { return nil }
    let first = (0..<layout.layers[0].units).map { unit -> HeatMap? in
      let weights = (0..<layout.inputs).map { trainer.network.parameters[weight: 0, unit, $0] }
      let grid = Grid(width: size.columns, height: size.rows, values: weights)
      return HeatMap.picture(grid, scale: .diverging(limit: Double(weights.map(\.magnitude).max() ?? 1)))
    }
    return [first] + layout.layers.dropFirst().map { Array(repeating: nil, count: $0.units) }
  }

  /// Each unit's activation over the input plane, for pictures of `resolution` by `resolution` points: `[layer][unit]`.
  func unitMaps(resolution: Int) -> [[HeatMap]] {
    plane(width: resolution, height: resolution).unitMaps(of: trainer.network).enumerated().map { layer, maps in
      maps.map { grid in
        var map = HeatMap(
          Grid(width: grid.width, height: grid.height, values: grid.values.map { shade($0, layer: layer) }),
          scale: .diverging(limit: 1))
        (map.showsAxes, map.showsLegend) = (false, false)
        return map
      }
    }
  }

  /// An activation as the signed number that its colour shows: an output that means a class from 0 to 1 leans to one of the
  /// two, as on the map.
  func shade(_ activation: Double, layer: Int) -> Double {
    layer == trainer.network.depth - 1 && trainer.data.coding == .unit ? 2 * activation - 1 : activation
  }

  /// A grid over the plane of two inputs, as the run's own network receives them, or a twin's; all others are at their medians.
  func plane(
    width: Int, height: Int, axes: PlaneAxes = .whole, of twin: Trainer? = nil
  ) -> InputPlane {
    let isWhole = dataset.inputs.columns == 2
    let others = isWhole ? [0, 0] : dataset.medians(ofRows: trainer.data.trainingRows.prefix(500))
    return InputPlane(
      x: dataset.domain[axes.x], y: dataset.domain[axes.y], axes: axes, others: others, width: width, height: height,
      transform: (twin ?? trainer).data.inputTransform)
  }
}
