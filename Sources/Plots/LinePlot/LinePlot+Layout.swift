import Screen

extension LinePlot {
  /// Where a plot lies on the screen, to find the x under the mouse.
  public struct Layout: Hashable, Sendable {
    /// The cells of the curves alone, without axes.
    public let plot: Region
    public let x: Axis
    public let y: Axis
    let xTicks: Ticks?
    let yTicks: Ticks?

    /// The x in the middle of a column of the screen; nil outside of the plot.
    public func x(atColumn column: Int) -> Double? {
      guard column >= plot.x, column < plot.maxX else { return nil }
      return x.value(at: (Double(column - plot.x) + 0.5) / Double(plot.width))
    }

    /// The column that shows an x; nil where it is out of range.
    public func column(of value: Double) -> Int? {
      guard let place = x.position(of: value), place >= 0, place <= 1, plot.width > 0 else { return nil }
      return plot.x + min(plot.width - 1, Int(place * Double(plot.width)))
    }

    /// The row that shows a y; nil where it is out of range.
    public func row(of value: Double) -> Int? {
      guard let place = y.position(of: value), place >= 0, place <= 1, plot.height > 0 else { return nil }
      return plot.maxY - 1 - min(plot.height - 1, Int(place * Double(plot.height)))
    }
  }

  /// Where the plot would lie in a region. Axes are left out where there is no room for them.
  public func layout(in region: Region) -> Layout {
    let (x, y) = (Axis(xRange ?? dataRange(\.x, \.x, positive: false)), yAxis)
    let hasX = region.height >= 4 && region.width >= 12
    let hasY = region.width >= 16 && region.height >= 2
    let height = region.height - (hasX ? 2 : 0)
    let yTicks = hasY ? Ticks(y, maximum: max(height >= 3 ? 3 : 2, height / 3 + 1)) : nil
    let labels = yTicks.map { ($0.labels.map(\.count).max() ?? 0) + 1 } ?? 0
    let plot = Region(x: region.x + labels, y: region.y, width: region.width - labels, height: height)
    let xTicks = hasX ? Ticks(x, maximum: max(2, plot.width / 12)) : nil
    return Layout(plot: plot, x: x, y: y, xTicks: xTicks, yTicks: yTicks)
  }

  private var yAxis: Axis {
    if let yRange { return Axis(yRange, isLogarithmic: isLogarithmic) }
    let range = dataRange(\.low, \.high, positive: isLogarithmic)
    if isLogarithmic, range.lowerBound > 0 { return Axis(range, isLogarithmic: true) }
    return Axis(range)
  }

  /// From the least of one part of the samples to the greatest of the other, over what is finite.
  private func dataRange(
    _ low: KeyPath<Sample, Double>, _ high: KeyPath<Sample, Double>, positive: Bool
  ) -> ClosedRange<Double> {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for sample in series.lazy.flatMap(\.samples) {
      for value in [sample[keyPath: low], sample[keyPath: high]] where value.isFinite && (!positive || value > 0) {
        least = min(least, value)
        greatest = max(greatest, value)
      }
    }
    return least <= greatest ? least...greatest : 0...1
  }
}
