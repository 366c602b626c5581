import Screen

/// How often values fall into equal bins, as columns.
public struct Histogram: Hashable, Sendable {
  /// How many values each bin has, from the lowest bin.
  public let counts: [Int]
  /// What the bins divide into equal parts.
  public let range: ClosedRange<Double>
  /// The values that were not finite.
  public let nonFinite: Int
  /// The value of all that is counted, where it is one value alone: it gets one column, with its own number below.
  let only: Double?

  /// Counts that were made elsewhere; a range without length stands for one value.
  public init(counts: [Int], range: ClosedRange<Double>, nonFinite: Int = 0) {
    (self.counts, self.range, self.nonFinite) = (counts, range.usable, nonFinite)
    only = range.lowerBound == range.upperBound && range.lowerBound.isFinite ? range.lowerBound : nil
  }

  /// Counts values in `bins` equal bins over a range, by default from the least to the greatest; what lies outside
  /// is counted in the first or the last.
  public init(of values: some Sequence<Double>, bins: Int = 64, range: ClosedRange<Double>? = nil) {
    let finite = values.filter(\.isFinite)
    let all = values.reduce(0) { count, _ in count + 1 }
    let range = range ?? (finite.min() ?? 0)...(finite.max() ?? 1)
    let axis = Axis(range)
    var counts = Array(repeating: 0, count: max(1, bins))
    for value in finite {
      let place = min(1, max(0, axis.position(of: value) ?? 0))
      counts[Theme.level(place, counts.count)] += 1
    }
    self.init(counts: counts, range: range, nonFinite: all - finite.count)
  }

  /// Draws the columns, and below them the ends of the range, zero between them and the count of what is not finite.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme, style: Style? = nil) {
    guard !region.isEmpty else { return }
    let hasLabels = region.height >= 3 && region.width >= 12
    let plot = Region(x: region.x, y: region.y, width: region.width, height: region.height - (hasLabels ? 1 : 0))
    frame.clipped(to: region) { frame in
      drawColumns(into: &frame, plot, style ?? theme.series(0).style, theme)
      if hasLabels { label(into: &frame, plot, theme) }
    }
  }

  private func drawColumns(into frame: inout Frame, _ plot: Region, _ style: Style, _ theme: Theme) {
    let columns = only == nil ? columns(plot.width) : single(plot.width)
    let highest = max(columns.max() ?? 0, .leastNormalMagnitude)
    for (x, count) in columns.enumerated() {
      let length = count / highest * Double(plot.height)
      for index in 0..<plot.height {
        var glyph = theme.glyphs.columnFill.fill(length, at: index)
        if index == 0, count > 0, glyph == " " { glyph = theme.glyphs.columnFill[1] }
        if glyph != " " { frame[plot.x + x, plot.maxY - 1 - index] = Cell(glyph, style) }
      }
    }
  }

  /// The bins as so many columns of equal width: each column has its share of the bins that it covers.
  private func columns(_ width: Int) -> [Double] {
    let scale = Double(counts.count) / Double(max(1, width))
    return (0..<width).map { x in
      let (start, end) = (Double(x) * scale, Double(x + 1) * scale)
      return (Int(start)..<min(counts.count, Int(end.rounded(.up)))).reduce(0) { sum, bin in
        sum + Double(counts[bin]) * (min(end, Double(bin + 1)) - max(start, Double(bin)))
      }
    }
  }

  /// All counts in the column in the middle.
  private func single(_ width: Int) -> [Double] {
    let all = Double(counts.reduce(0, +))
    return (0..<width).map { $0 == width / 2 ? all : 0 }
  }

  private func label(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    labelAxis(into: &frame, Region(x: plot.x, y: plot.maxY, width: plot.width, height: 1), theme)
    if nonFinite > 0 {
      let top = Region(x: plot.x, y: plot.y, width: plot.width, height: 1)
      frame.write("\(nonFinite) not finite", in: top, style: theme.warning, alignment: .right)
    }
  }

  /// The ends of the range and zero between them, or the one value below its column.
  private func labelAxis(into frame: inout Frame, _ row: Region, _ theme: Theme) {
    let format = NumberFormat.short
    if let only {
      let words = format.string(only)
      frame.write(words, x: row.x + max(0, row.width / 2 - words.count / 2), y: row.y, style: theme.faint)
      return
    }
    frame.write(format.string(range.lowerBound), in: row, style: theme.faint)
    frame.write(format.string(range.upperBound), in: row, style: theme.faint, alignment: .right)
    if let place = Axis(range).position(of: 0), place > 0.2, place < 0.8 {
      frame.write("0", x: row.x + Int(place * Double(row.width)), y: row.y, style: theme.faint)
    }
  }
}
