import Datasets
import LinearAlgebra
import Plots
import Screen
import Session

extension MapView {
  /// How the classes are taken for one another, and the worst mistakes, for inputs of more than two dimensions.
  func drawPredictions(into frame: inout Frame, in region: Region) {
    guard let measures = run.test ?? run.training else { return }
    guard let confusion = measures.confusion, let names = run.trainer.data.classNames else {
      return drawNumbers(into: &frame, in: region)
    }
    let part = run.test == nil ? "training" : run.measuredPart
    // The last class is more than a title.
    let hasTitle = region.height != names.count + 1
    let arrows = theme.glyphs == .ascii ? ("v", ">") : ("↓", "→")
    let title = hasTitle ? "\(part): actual \(arrows.0)  predicted \(arrows.1)" : ""
    frame.write(title, in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let (place, rest) = region.split(above: hasTitle ? 1 : 0).1.split(above: names.count + 1)
    let matrix = ConfusionMatrix(classes: names.withoutCommonPrefix, counts: confusion)
    matrix.draw(into: &frame, in: place, theme: theme)
    let below = Region(x: rest.x, y: rest.y + 1, width: rest.width, height: rest.height - 1)
    let used = matrix.width(in: place.width) + 2
    let beside = Region(x: region.x + used, y: region.y, width: region.width - used, height: region.height)
    let isBeside = run.dataset.imageSize.map { !$0.fits(below) && $0.fits(beside) } ?? false
    drawWorst(names, into: &frame, in: isBeside ? beside : below)
  }

  /// The wrong answers, the most wrong first: as pictures where rows are pictures, else as lines.
  private func drawWorst(_ names: [String], into frame: inout Frame, in region: Region) {
    guard region.height >= 2 else { return }
    let wrong = run.wrongAnswers
    let title = wrong.isEmpty ? "no mistakes" : "worst mistakes"
    frame.write(title, in: region, style: wrong.isEmpty ? theme.good : theme.faint)
    let room = region.split(above: 1).1
    if let size = run.dataset.imageSize {
      drawPictures(wrong, size, names, into: &frame, in: room)
    } else {
      drawLines(wrong, names, into: &frame, in: room)
    }
  }

  private func drawLines(
    _ wrong: [WrongAnswer], _ names: [String], into frame: inout Frame, in region: Region
  ) {
    for (line, answer) in wrong.prefix(region.height).enumerated() {
      let cells = run.dataset.cells(ofRow: answer.row).prefix(12)
      let head = " \(names[answer.truth]) taken for \(names[answer.answer])  "
      let full = "\(head)(\(cells.map(\.text).joined(separator: ", ")))"
      // Where not all fits, numbers go without their columns' names.
      let words =
        full.columnCount <= region.width ? full : "\(head)(\(cells.map(\.shortText).joined(separator: ", ")))"
      frame.write(words, in: region, row: line, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    }
  }

  private func drawPictures(
    _ wrong: [WrongAnswer], _ size: Dataset.ImageSize, _ names: [String], into frame: inout Frame,
    in region: Region
  ) {
    let (rows, width) = (size.cellRows, size.cellColumns)
    guard size.fits(region, title: 0) else {
      return drawLines(wrong, names, into: &frame, in: region)
    }
    let perLine = region.width / width
    for (place, answer) in wrong.prefix(perLine * (region.height / (rows + 1))).enumerated() {
      let corner = (x: region.x + place % perLine * width, y: region.y + place / perLine * (rows + 1))
      let box = Region(x: corner.x, y: corner.y, width: size.columns, height: rows)
      run.dataset.picture(ofRow: answer.row, size).draw(into: &frame, in: box, theme: theme)
      let words = "\(names[answer.truth]) as \(names[answer.answer])"
      frame.write(words, x: corner.x, y: corner.y + rows, style: theme.text, maxWidth: width - 1)
    }
  }

  /// For numbers: how far off they are in their own units, predicted against actual, and the misses.
  private func drawNumbers(into frame: inout Frame, in region: Region) {
    let samples = run.measuredSamples
    let chosen = 0..<min(samples.count, Self.shownRows)
    guard !chosen.isEmpty else { return }
    let transform = run.trainer.data.outputTransform
    let width = samples.inputs.columns
    let inputs = Matrix(
      rows: chosen.count, columns: width, elements: Array(samples.inputs.elements.prefix(chosen.count * width)))
    let predicted = run.trainer.network.outputs(for: inputs).elements.map(transform.label(ofOutput:))
    let actual = chosen.map { transform.label(ofOutput: samples.targets[$0, 0]) }
    let errors = RegressionErrors(predicted: predicted, actual: actual)
    let reading = NumberFormat.reading
    let words = "\(run.quality ?? "") · RMSE \(reading.string(errors.rmse)), MAE \(reading.string(errors.mae))"
    frame.write(words, in: region, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    ResidualView(predicted: predicted, actual: actual, theme: theme).draw(into: &frame, in: region.split(above: 1).1)
  }

  /// The rows that predicted numbers are shown of, at most.
  private static let shownRows = 2000
}

extension Dataset.ImageSize {
  /// The rows of cells of a picture, two pixels in each.
  fileprivate var cellRows: Int { (rows + 1) / 2 }
  /// The columns of a picture with what is said of it, and a gap.
  fileprivate var cellColumns: Int { max(columns, 7) + 2 }

  /// Whether a picture with its words fits, below a title.
  fileprivate func fits(_ region: Region, title: Int = 1) -> Bool {
    region.height > cellRows + title && region.width >= cellColumns
  }
}

extension Dataset {
  /// A row of pixels as a picture, in greys.
  func picture(ofRow row: Int, _ size: ImageSize) -> HeatMap {
    let pixels = Array(inputs.row(row))
    let grid = Grid(width: size.columns, height: size.rows, values: pixels)
    return HeatMap.picture(grid, scale: .grey(0...Double(max(pixels.max() ?? 1, 1e-6))))
  }
}
