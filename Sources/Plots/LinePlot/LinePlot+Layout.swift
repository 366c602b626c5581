import Screen

extension LinePlot {
  /// Where a plot lies on the screen, to find the x under the mouse.
  public struct Layout: Hashable, Sendable {
    /// The cells of the curves alone, without axes.
    public let plot: Region
    /// The values that the plot's width stands for.
    public let x: Axis
    /// The values that the plot's height stands for, from its foot.
    public let y: Axis
    let xTicks: Ticks?
    let yTicks: Ticks?
    let hasLastValues: Bool

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
    let (x, y) = (Axis(xRange ?? dataRange(positive: false) { ($0.x, $0.x) }), yAxis)
    let hasX = region.height >= 4 && region.width >= 12
    let hasY = region.width >= 16 && region.height >= 2
    let height = region.height - (hasX ? 2 : 0)
    let yTicks = hasY ? Ticks(y, maximum: max(height >= 3 ? 3 : 2, height / 3 + 1)) : nil
    let labels = yTicks.map { ($0.labels.map(\.count).max() ?? 0) + 1 } ?? 0
    let last = hasY && region.width >= 40 && height >= 3 && showsLastValues ? Self.lastValue.width + 1 : 0
    let plot = Region(x: region.x + labels, y: region.y, width: region.width - labels - last, height: height)
    let xTicks = hasX ? Self.ticks(x, width: plot.width) : nil
    return Layout(plot: plot, x: x, y: y, xTicks: xTicks, yTicks: yTicks, hasLastValues: last > 0)
  }

  /// One number alone says nothing of a scale: then there are as many as three.
  private static func ticks(_ x: Axis, width: Int) -> Ticks {
    let ticks = Ticks(x, maximum: max(2, width / 12))
    return ticks.labels.count < 2 && width >= 15 ? Ticks(x, maximum: 3) : ticks
  }

  /// How the last value of a series is written.
  static let lastValue = NumberFormat.short

  private var yAxis: Axis {
    if let yRange { return Axis(yRange, isLogarithmic: isLogarithmic) }
    let range = dataRange(positive: isLogarithmic) { ($0.low, $0.high) }
    if isLogarithmic, range.lowerBound > 0 { return Axis(range, isLogarithmic: true) }
    // Zero is shown where it is near.
    let isNearZero = range.lowerBound > 0 && range.lowerBound < range.upperBound / 3
    return Axis(isNearZero ? 0...range.upperBound : range)
  }

  /// From the least to the greatest of what is finite in the samples; of a pale band only its smoothed line counts.
  private func dataRange(positive: Bool, _ ends: (Sample) -> (Double, Double)) -> ClosedRange<Double> {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    func take(_ value: Double) {
      guard value.isFinite, !positive || value > 0 else { return }
      least = min(least, value)
      greatest = max(greatest, value)
    }
    for one in series {
      for sample in one.smoothed.samples where xRange?.contains(sample.x) ?? true {
        let (low, high) = ends(sample)
        take(low)
        take(high)
      }
    }
    return least <= greatest ? least...greatest : 0...1
  }
}
