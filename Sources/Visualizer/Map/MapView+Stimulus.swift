import Datasets
import Plots
import Screen
import Session

extension MapView {
  /// The unit of a network of pictures whose stimuli are shown in place of the predictions.
  var lookingUnit: Selection? {
    guard page == .predictions, run.pictureKind == .table, run.dataset.imageSize != nil else { return nil }
    return selection.flatMap { $0.layer >= 0 && $0.layer < run.trainer.network.depth ? $0 : nil }
  }

  /// What a unit sees: the picture that excites it most, found along its gradient, and the training samples that do.
  func drawStimulus(of unit: Selection, into frame: inout Frame, in region: Region) {
    guard let size = run.dataset.imageSize, let seen = Stimulus(of: run, layer: unit.layer, unit: unit.unit) else {
      frame.write("the network is not given the pixels themselves", in: region, style: theme.faint)
      return
    }
    let rows = (size.rows + 1) / 2
    let words = seen.picture == nil ? "no picture excites it: its gradient is 0" : "the picture that excites it most"
    frame.write(words, in: region, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    var rest = region.split(above: 1).1
    if let picture = seen.picture {
      let (above, below) = rest.split(above: min(rows * scale(of: size, in: rest), rest.height))
      draw(
        picture, size, seen.range, into: &frame,
        in: Region(
          x: above.x, y: above.y, width: min(above.width, size.columns * scale(of: size, in: rest)),
          height: above.height))
      rest = below
    }
    guard rest.height > rows + 1 else { return }
    frame.write(samplesTitle(seen), in: rest, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    drawRows(seen, size, into: &frame, in: rest.split(above: 1).1)
  }

  /// What stands above the samples; of a unit that answers the same to all, that it does.
  private func samplesTitle(_ seen: Stimulus) -> String {
    let part = seen.looked < run.trainer.data.training.count ? "of the first \(seen.looked)" : "of the training part"
    let format = NumberFormat.short
    if let first = seen.rows.first, seen.lowest == first.activation {
      return "it answers \(format.string(Double(first.activation))) to all samples \(part)"
    }
    return "the samples \(part) that excite it most"
  }

  /// Twice as large where half of the panel is left below.
  private func scale(of size: Dataset.ImageSize, in region: Region) -> Int {
    size.rows * 2 <= region.height && size.columns * 2 <= region.width ? 2 : 1
  }

  private func drawRows(
    _ seen: Stimulus, _ size: Dataset.ImageSize, into frame: inout Frame, in region: Region
  ) {
    let (height, width) = ((size.rows + 1) / 2, max(size.columns, 7) + 2)
    let perLine = max(1, region.width / width)
    let format = NumberFormat.short
    for (place, one) in seen.rows.prefix(perLine * (region.height / (height + 1))).enumerated() {
      let (x, y) = (region.x + place % perLine * width, region.y + place / perLine * (height + 1))
      draw(
        Array(run.dataset.inputs.row(one.row)), size, seen.range, into: &frame,
        in: Region(x: x, y: y, width: min(size.columns, region.maxX + 1 - x), height: height))
      frame.write(format.string(Double(one.activation)), x: x, y: y + height, style: theme.text, maxWidth: width - 1)
    }
  }

  private func draw(
    _ pixels: [Float], _ size: Dataset.ImageSize, _ range: PixelRange, into frame: inout Frame, in region: Region
  ) {
    let grid = Grid(width: size.columns, height: size.rows, values: pixels)
    HeatMap.picture(grid, scale: .grey(Double(range.low)...Double(max(range.high, range.low + 1e-6))))
      .draw(into: &frame, in: region, theme: theme)
  }
}
