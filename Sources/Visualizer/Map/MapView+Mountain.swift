import Datasets
import Plots
import Screen
import Session
import Training

/// What is learned of two inputs as a mountain: its height is the output, and each sample stands at the height of its label.
extension MapView {
  /// The map, or the mountain, of a network.
  ///
  /// - Parameter twin: whose answers are shown; nil for the run's own.
  func drawPlane(of twin: Trainer? = nil, into frame: inout Frame, in region: Region) {
    let map = planeMap(region, of: twin)
    guard let camera else {
      map.draw(into: &frame, in: region, theme: theme)
      return
    }
    mountain(of: map, seenFrom: camera).draw(into: &frame, in: region, theme: theme)
  }

  /// A map's values as heights, with its samples.
  func mountain(of map: HeatMap, seenFrom camera: Camera) -> HeightField {
    var field = HeightField(map.grid, scale: map.scale, xRange: map.xRange, yRange: map.yRange)
    field.camera = camera
    (field.xName, field.yName) = (run.dataset.inputNames[axes.x], run.dataset.inputNames[axes.y])
    field.contours = .linear(map.scale.low...map.scale.high, count: 8)
    // What a hidden unit makes of the samples is its own; they stand on its mountain.
    let heights: [Double?] = selectedUnit == nil ? run.heightsOfMarks : map.marks.map { _ in nil }
    field.points = zip(map.marks, heights).map { HeightField.Point($0, value: $1) }
    return field
  }
}

extension Run {
  /// For each sample on a map of the plane, in the marks' order, what the network is to give, as the map shows an output.
  fileprivate var heightsOfMarks: [Double] {
    [trainer.data.test.targets, trainer.data.training.targets].flatMap { targets in
      (0..<min(Self.mostMarks, targets.rows)).map { trainer.leaning(targets.row($0)) }
    }
  }

  /// The most samples of a part that stand on a map.
  static let mostMarks = 2000
}
