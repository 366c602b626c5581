import Screen

/// Horizontal bars with their labels and numbers; negative ones grow to the left of a common zero.
public struct BarChart: Sendable {
  /// The bars from top to bottom, a row each.
  public var bars: [Bar]
  /// The value of the longest bar that there is room for; nil is the greatest magnitude.
  public var limit: Double?
  /// How the bars' numbers are written.
  public var format: NumberFormat

  /// A chart of bars; where no limit is given, the longest one fills the room.
  public init(_ bars: [Bar], limit: Double? = nil, format: NumberFormat = NumberFormat(width: 7, significantDigits: 3))
  {
    (self.bars, self.limit, self.format) = (bars, limit, format)
  }

  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// What stands before the bar.
    public var label: String
    /// The length and the number of the bar.
    public var value: Double
    /// Its style; nil is that of its sign.
    public var style: Style?

    /// A bar; by default in the style of its sign.
    public init(label: String, value: Double, style: Style? = nil) {
      (self.label, self.value, self.style) = (label, value, style)
    }
  }

  /// Draws a row for each bar; where they do not all fit, the last row says how many are left.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    guard !region.isEmpty else { return }
    frame.clipped(to: region) { drawRows(into: &$0, region, theme) }
  }

  private func drawRows(into frame: inout Frame, _ region: Region, _ theme: Theme) {
    let shown = bars.count <= region.height ? bars.count : region.height - 1
    let columns = Columns(self, region)
    for (row, bar) in bars.prefix(shown).enumerated() {
      draw(bar, into: &frame, columns, y: region.y + row, theme)
    }
    if shown < bars.count {
      let text = "\(theme.glyphs.ellipsis) +\(bars.count - shown)"
      frame.write(text, x: region.x, y: region.y + shown, style: theme.faint, maxWidth: region.width)
    }
  }

  /// Where the parts of a row stand.
  private struct Columns {
    var label, bar, number: Region
    /// The cells on each side of zero, and the value of one cell.
    var left, right: Double
    var cell: Double

    init(_ chart: BarChart, _ region: Region) {
      let longest = chart.bars.map(\.label.columnCount).max() ?? 0
      let labelWidth = min(longest, max(0, region.width / 3))
      let numberWidth = region.width >= labelWidth + chart.format.width + 4 ? chart.format.width : 0
      let start = region.x + labelWidth + (labelWidth > 0 ? 1 : 0)
      let end = region.maxX - numberWidth - (numberWidth > 0 ? 1 : 0)
      label = Region(x: region.x, y: region.y, width: labelWidth, height: 1)
      bar = Region(x: start, y: region.y, width: end - start, height: 1)
      number = Region(x: region.maxX - numberWidth, y: region.y, width: numberWidth, height: 1)
      let finite = chart.bars.map(\.value).filter(\.isFinite)
      let limit = chart.limit ?? max(finite.max() ?? 0, -(finite.min() ?? 0))
      let isSigned = finite.contains { $0 < 0 }
      left = isSigned ? Double(bar.width / 2) : 0
      right = Double(bar.width) - left
      cell = limit > 0 && limit.isFinite && right > 0 ? limit / (isSigned ? max(1, left) : right) : 1
    }
  }

  private func draw(_ bar: Bar, into frame: inout Frame, _ columns: Columns, y: Int, _ theme: Theme) {
    let style = bar.style ?? theme.style(ofSign: bar.value)
    func row(_ region: Region) -> Region { Region(x: region.x, y: y, width: region.width, height: 1) }
    frame.write(bar.label, in: row(columns.label), style: theme.text, ellipsis: theme.glyphs.ellipsis)
    frame.write(format.string(bar.value), in: row(columns.number), style: style, alignment: .right)
    if columns.left > 0 {
      let zero = theme.glyphs.lines.vertical
      frame[columns.bar.x + Int(columns.left), y] = Cell(zero, theme.border)
    }
    guard bar.value.isFinite else { return }
    let length = (bar.value / columns.cell).magnitude
    if bar.value >= 0 {
      drawRight(length, into: &frame, columns, y, style, theme)
    } else {
      drawLeft(length, into: &frame, columns, y, style, theme)
    }
  }

  private func drawRight(
    _ length: Double, into frame: inout Frame, _ columns: Columns, _ y: Int, _ style: Style, _ theme: Theme
  ) {
    let start = columns.bar.x + Int(columns.left)
    for index in 0..<Int(columns.right) {
      let glyph = theme.glyphs.rowFill.fill(length, at: index)
      if glyph != " " { frame[start + index, y] = Cell(glyph, style) }
    }
  }

  /// Cells filled from the right are those filled from the left, reversed.
  private func drawLeft(
    _ length: Double, into frame: inout Frame, _ columns: Columns, _ y: Int, _ style: Style, _ theme: Theme
  ) {
    let start = columns.bar.x + Int(columns.left) - 1
    let fill = theme.glyphs.rowFill
    for index in 0..<Int(columns.left) where fill.fill(length, at: index) != " " {
      let rest = fill.fill(1 - (length - Double(index)), at: 0)
      let isWhole = rest == " "
      frame[start - index, y] = isWhole ? Cell(fill.last!, style) : Cell(rest, style.with(.reverse))
    }
  }
}
