import Screen

/// A share as a bar in one row.
public struct Gauge: Hashable, Sendable {
  /// 0…1; what is beyond is drawn as empty or full.
  public var share: Double
  /// Whether the share is written after the bar, in per cent.
  public var showsNumber: Bool

  /// A bar of a share from 0 to 1, with its number where nothing else is said.
  public init(_ share: Double, showsNumber: Bool = true) { (self.share, self.showsNumber) = (share, showsNumber) }

  /// Draws the bar into the first row of a region.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme, style: Style? = nil) {
    guard !region.isEmpty else { return }
    let text = share.isFinite ? NumberFormat.fixed(min(9.99, max(-9.99, share)) * 100, decimals: 0) + "%" : "nan"
    let hasNumber = showsNumber && region.width >= 9
    let width = region.width - (hasNumber ? 5 : 0)
    let length = (share.isFinite ? min(1, max(0, share)) : 0) * Double(width)
    let empty: Unicode.Scalar = theme.glyphs == .ascii ? "." : theme.glyphs == .block ? "░" : "─"
    for index in 0..<width {
      let glyph = theme.glyphs.rowFill.fill(length, at: index)
      frame[region.x + index, region.y] =
        glyph == " " ? Cell(empty, theme.border) : Cell(glyph, style ?? theme.series(0).style)
    }
    if hasNumber { frame.write(text, in: region, style: theme.text, alignment: .right) }
  }
}

/// Values in one row, a column each.
public struct Sparkline: Hashable, Sendable {
  /// The values from left to right.
  public var values: [Double]
  /// What is shown from the foot to the top of the row; nil is from the least to the greatest.
  public var range: ClosedRange<Double>?

  /// Columns for values; by default the least is at the foot and the greatest at the top.
  public init(_ values: [Double], range: ClosedRange<Double>? = nil) { (self.values, self.range) = (values, range) }

  /// Draws the last values that fit into the first row of a region; what is not finite is a `!`.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme, style: Style? = nil) {
    guard !region.isEmpty else { return }
    let finite = values.filter(\.isFinite)
    let axis = Axis(range ?? (finite.min() ?? 0)...(finite.max() ?? 1))
    let levels = theme.glyphs.columnFill.dropFirst()
    for (index, value) in values.suffix(region.width).enumerated() {
      guard let place = axis.position(of: value) else {
        frame[region.x + index, region.y] = Cell("!", theme.warning)
        continue
      }
      let glyph = levels[levels.startIndex + Theme.level(min(1, max(0, place)), levels.count)]
      frame[region.x + index, region.y] = Cell(glyph, style ?? theme.series(0).style)
    }
  }
}
