import Datasets
import LinearAlgebra
import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// What the network makes of its whole input: a plane, a curve, or for more inputs the confusion of classes.
struct MapView {
  let run: Run
  /// The unit whose own map is shown in place of the network's.
  let selection: Selection?
  /// What of a table is shown.
  let page: MapPanel.Page
  /// From where a mountain is seen; nil is a map.
  let camera: Camera?
  let theme: Theme

  /// The title of the panel: what it shows depends on the data.
  var title: String {
    switch run.pictureKind {
    case .plane: selectedUnit.map { "map of \(run.label(layer: $0.layer, unit: $0.unit))" } ?? "map"
    case .curve: "curve"
    case .table:
      switch page {
      case .predictions:
        lookingUnit.map { "what \(run.label(layer: $0.layer, unit: $0.unit)) sees" }
          ?? (run.dataset.imageSize == nil ? "predictions" : "predictions · Enter: draw one")
      case .importance: "what matters"
      case .plane: "map of two columns"
      case .dependence(let input): "by \(run.dataset.inputNames[input])"
      }
    }
  }

  func draw(into frame: inout Frame, in region: Region) {
    switch run.pictureKind {
    case .plane: drawPlanes(into: &frame, in: region)
    case .curve: curve.draw(into: &frame, in: region, theme: theme)
    case .table: drawTable(into: &frame, in: region)
    }
  }
}

extension MapView {
  /// The page of a table that is turned to.
  private func drawTable(into frame: inout Frame, in region: Region) {
    switch page {
    case .predictions:
      if let lookingUnit { return drawStimulus(of: lookingUnit, into: &frame, in: region) }
      drawPredictions(into: &frame, in: region)
    case .importance: drawImportance(into: &frame, in: region)
    case .plane(let axes): drawPlane(of: axes, into: &frame, in: region)
    case .dependence(let input): drawDependence(onInput: input, into: &frame, in: region)
    }
  }

  /// The map; beside it the twin's, where there is one, each under a line that says whose it is.
  private func drawPlanes(into frame: inout Frame, in region: Region) {
    let own = ownRegion(region)
    drawPlane(into: &frame, in: own)
    guard own != region, let twin = run.twin else { return }
    let other = Region(x: own.maxX + 1, y: own.y, width: region.maxX - own.maxX - 1, height: own.height)
    drawPlane(of: twin.process.trainer, into: &frame, in: other)
    frame.write("this run", x: own.x, y: region.y, style: theme.text, maxWidth: own.width)
    frame.write("twin: \(twin.difference)", x: other.x, y: region.y, style: theme.text, maxWidth: other.width)
  }

  /// Where the run's own map stands: in the left half where a twin has the right one.
  private func ownRegion(_ region: Region) -> Region {
    guard run.twin != nil, selectedUnit == nil, region.width >= 30, region.height >= 6 else { return region }
    return Region(x: region.x, y: region.y + 1, width: (region.width - 1) / 2, height: region.height - 1)
  }
}

extension Run {
  /// The outputs `[points, outputs]` for raw points of the input space.
  func outputs(for raw: Matrix) -> Matrix { trainer.network.outputs(for: trainer.data.inputTransform(raw)) }
}

extension Trainer {
  /// An output row as one signed number, −1…1 for classes: how far it leans to the second class, or to any class at all.
  func leaning(_ row: ArraySlice<Float>) -> Double {
    let first = Double(row[row.startIndex])
    switch (data.coding, row.count) {
    case (.unit, 1): return 2 * first - 1
    case (.oneHot, 2): return Double(row[row.startIndex + 1]) - first
    default: return first
    }
  }

  /// Of several classes the one that an output row stands for, and behind the point how far it is ahead of the next.
  func choice(_ row: ArraySlice<Float>) -> Double {
    let chosen = predictedClass(row)
    let best = row[row.startIndex + chosen]
    guard best.isFinite else { return .nan }
    let next = row.indices.filter { $0 != row.startIndex + chosen }.map { row[$0] }.max() ?? 0
    let low: Float = data.coding == .signed ? 2 : 1
    return Double(chosen) + Double(max(0, min(0.999, (best - next) / low)))
  }
}

extension MapView {
  /// The row of the training part whose point is nearest to a cell, if one is near.
  func row(atX x: Int, y: Int, in region: Region) -> Int? {
    guard camera == nil else { return nil }
    guard showsPlane else { return run.pictureKind == .curve ? rowOfCurve(atX: x, y: y, in: region) : nil }
    let own = run.pictureKind == .plane ? ownRegion(region) : region.split(above: 1).1
    let layout = planeMap(own).layout(in: own)
    guard let point = layout.point(atColumn: x, row: y) else { return nil }
    let (spanX, spanY) = (run.dataset.range(ofInput: axes.x), run.dataset.range(ofInput: axes.y))
    let columns = Double(layout.plot.width) / (spanX.upperBound - spanX.lowerBound)
    let rows = Double(layout.plot.height) / (spanY.upperBound - spanY.lowerBound)
    let distances = run.trainer.data.trainingRows.enumerated().map { number, row in
      let across = (run.dataset.number(ofRow: row, input: axes.x) - point.x) * columns
      let up = 2 * (run.dataset.number(ofRow: row, input: axes.y) - point.y) * rows
      return (row: number, distance: across * across + up * up)
    }
    return distances.min { $0.distance < $1.distance }.flatMap { $0.distance <= 9 ? $0.row : nil }
  }

  /// The row whose point on the curve's plot is nearest to a cell, at most three cells away.
  private func rowOfCurve(atX x: Int, y: Int, in region: Region) -> Int? {
    let plot = curve
    let layout = plot.layout(in: region)
    let distances = zip(run.trainer.data.trainingRows.indices, plot.marks).compactMap { number, mark -> (Int, Int)? in
      guard let column = layout.column(of: mark.x), let row = layout.row(of: mark.y) else { return nil }
      return (number, (column - x) * (column - x) + 4 * (row - y) * (row - y))
    }
    return distances.min { $0.1 < $1.1 }.flatMap { $0.1 <= 9 ? $0.0 : nil }
  }

  /// The columns of the plane that go across and up.
  var axes: PlaneAxes { if case .plane(let axes) = page { axes } else { .whole } }

  /// Whether a plane is shown: the whole of two inputs, or a table's page.
  private var showsPlane: Bool {
    if case .plane = page { run.pictureKind != .curve } else { run.pictureKind == .plane }
  }

  /// The plane of two columns of a table, under a line that names them.
  private func drawPlane(of axes: PlaneAxes, into frame: inout Frame, in region: Region) {
    let names = [run.dataset.inputNames[axes.x], run.dataset.inputNames[axes.y]]
    let arrows = theme.glyphs == .ascii ? ("<>", "^v") : ("←→", "↑↓")
    frame.write(
      "\(arrows.0) \(names[0])  \(arrows.1) \(names[1]) · the others at their medians", in: region, style: theme.faint,
      ellipsis: theme.glyphs.ellipsis)
    let rest = region.split(above: 1).1
    guard !rest.isEmpty else { return }
    drawPlane(into: &frame, in: rest)
  }

  /// The hidden unit that is selected, if one is.
  var selectedUnit: Selection? {
    selection.flatMap { $0.layer >= 0 && $0.layer < run.trainer.network.depth - 1 ? $0 : nil }
  }

  /// What one unit makes of the plane, with the data on it.
  private func unitMap(_ unit: Selection, _ region: Region) -> HeatMap {
    let (width, height) = (max(2, min(100, region.width)), max(2, min(100, 2 * region.height)))
    let grid = run.plane(width: width, height: height, axes: axes).unitMaps(of: run.trainer.network)[unit.layer][
      unit.unit]
    return framed(grid, scale: .diverging(limit: run.mapLimit), hasClasses: false, region)
  }

  /// A map of the plane with its axes and the data on it.
  private func framed(_ grid: Grid, scale: ValueScale, hasClasses: Bool, _ region: Region) -> HeatMap {
    let (x, y) = (run.dataset.range(ofInput: axes.x), run.dataset.range(ofInput: axes.y))
    var map = HeatMap(grid, scale: scale, xRange: x, yRange: y)
    // Generated points have one scale for both inputs; a table's columns each have their own.
    if case .generator = run.experiment.recipe.source {
      map.aspect = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    }
    map.showsLegend = region.width >= 50 && !hasClasses
    map.marks = run.dataMarks(axes, theme)
    return map
  }

  /// - Parameter twin: whose answers are shown; nil for the run's own.
  func planeMap(_ region: Region, of twin: Trainer? = nil) -> HeatMap {
    if let selectedUnit { return unitMap(selectedUnit, region) }
    let trainer = twin ?? run.trainer
    let (width, height) = (max(2, min(100, region.width)), max(2, min(100, 2 * region.height)))
    let plane = run.plane(width: width, height: height, axes: axes, of: trainer)
    let outputs = plane.outputs(of: trainer.network)
    let hasClasses = outputs.columns > 2
    let values = (0..<outputs.rows).map {
      hasClasses ? trainer.choice(outputs.row($0)) : trainer.leaning(outputs.row($0))
    }
    var map = framed(
      Grid(width: width, height: height, values: values),
      scale: hasClasses ? .classes : .diverging(limit: run.mapLimit), hasClasses: hasClasses, region)
    if run.trainer.data.coding == .unit, outputs.columns == 1 { map.legendRange = 0...1 }
    return map
  }

  /// The predicted curve over the data, for one input.
  private var curve: LinePlot {
    let domain = run.dataset.domain[0]
    let count = 200
    var points = Matrix(rows: count, columns: 1)
    for i in 0..<count {
      points[i, 0] = domain.lowerBound + (domain.upperBound - domain.lowerBound) * Float(i) / Float(count - 1)
    }
    let outputs = run.outputs(for: points)
    let base = run.dataset.base(ofInput: 0)
    let samples = (0..<count).map {
      LinePlot.Sample(
        x: Double(points[$0, 0]) + base, y: run.trainer.data.outputTransform.label(ofOutput: outputs[$0, 0]))
    }
    var plot = LinePlot([LinePlot.Series(name: "network", samples: samples, look: 0)])
    plot.xRange = run.dataset.range(ofInput: 0)
    plot.xUnit = run.dataset.inputNames.first ?? ""
    plot.marks = run.pointMarks(theme)
    let heights = plot.marks.map(\.y) + samples.map(\.high).filter(\.isFinite)
    if let low = heights.min(), let high = heights.max() { plot.yRange = low...high }
    return plot
  }
}

extension Run {
  /// The value at which the colours of the map are strongest.
  fileprivate var mapLimit: Double { 1 }

  /// The samples of the plane: a filled mark for the training part, an open one for the test part.
  fileprivate func dataMarks(_ axes: PlaneAxes, _ theme: Theme) -> [HeatMap.Mark] {
    let parts = [(trainer.data.testRows, false), (trainer.data.trainingRows, true)]
    // Many points are smaller than cells, or they would bury the map; then colour alone tells them apart.
    let isCrowded = dataset.count > 60 && theme.hasColorScales && theme.glyphs.hasSymbols
    return parts.flatMap { rows, isTraining in
      rows.prefix(Self.mostMarks).map { row in
        let x = dataset.number(ofRow: row, input: axes.x)
        let y = dataset.number(ofRow: row, input: axes.y)
        if let look = classLook(ofRow: row, theme) {
          return HeatMap.Mark(
            x: x, y: y, glyph: look.glyph, style: look.style, dots: isCrowded ? (isTraining ? 2 : 1) : nil)
        }
        let sign = sign(ofRow: row)
        let glyph = theme.pointGlyph(isPositive: sign >= 0, isTraining: isTraining)
        return HeatMap.Mark(
          x: x, y: y, glyph: glyph, style: theme.style(ofSign: sign), dots: isCrowded ? (isTraining ? 2 : 1) : nil)
      }
    }
  }

  fileprivate func pointMarks(_ theme: Theme) -> [LinePlot.Mark] {
    trainer.data.trainingRows.prefix(Self.mostMarks).map { row in
      let y: Double =
        switch dataset.label(ofRow: row) {
        case .value(let value): Double(value) + dataset.labelOffset
        case .classNumber(let number): number > 0 ? 1 : trainer.data.coding == .signed ? -1 : 0
        }
      return LinePlot.Mark(
        x: dataset.number(ofRow: row, input: 0), y: y,
        glyph: theme.glyphs == .ascii ? "o" : "•", style: theme.series(1).style, sparesCurves: true)
    }
  }

  /// The colour and glyph of a row's class, where there are more than two.
  private func classLook(ofRow row: Int, _ theme: Theme) -> SeriesLook? {
    guard case .classes(let classes, let names) = dataset.labels, names.count > 2 else { return nil }
    return theme.series(classes[row])
  }

  /// The sign of a row's label: of its number, or −1 for the first class.
  private func sign(ofRow row: Int) -> Double {
    switch dataset.label(ofRow: row) {
    case .value(let value): Double(value)
    case .classNumber(let number): number == 0 ? -1 : 1
    }
  }
}

extension Theme {
  fileprivate func pointGlyph(isPositive: Bool, isTraining: Bool) -> Unicode.Scalar {
    switch (glyphs, isPositive, isTraining) {
    case (.ascii, true, _): "+"
    case (.ascii, false, _): "o"
    case (_, true, true): "●"
    case (_, true, false): "○"
    case (_, false, true): "■"
    case (_, false, false): "□"
    }
  }
}
