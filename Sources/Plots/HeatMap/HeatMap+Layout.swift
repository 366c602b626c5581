import Screen

extension HeatMap {
  /// Where a map lies on the screen, to find the point under the mouse.
  public struct Layout: Hashable, Sendable {
    /// The cells of the map alone.
    public let plot: Region
    /// The values that the map's width stands for.
    public let x: Axis
    /// The values that the map's height stands for.
    public let y: Axis
    let growsUpward: Bool
    let legend: Region?
    let xTicks: Ticks?
    let yTicks: Ticks?

    /// The point in the middle of a cell of the screen; nil outside of the map.
    public func point(atColumn column: Int, row: Int) -> Point? {
      guard plot.contains(x: column, y: row) else { return nil }
      let across = (Double(column - plot.x) + 0.5) / Double(plot.width)
      let down = (Double(row - plot.y) + 0.5) / Double(plot.height)
      return Point(x: x.value(at: across), y: y.value(at: growsUpward ? 1 - down : down))
    }

    /// The place of a point, 0…1 across and down within the map; nil for what is not finite.
    func place(of point: Point) -> (across: Double, down: Double)? {
      guard let across = x.position(of: point.x), let up = y.position(of: point.y) else { return nil }
      return (across, growsUpward ? 1 - up : up)
    }

    /// The cell of the screen that shows a point; nil where it is out of range.
    public func cell(of point: Point) -> Frame.Position? {
      guard let (across, down) = place(of: point), (0...1).contains(across), (0...1).contains(down), !plot.isEmpty
      else { return nil }
      let column = min(plot.width - 1, Int(across * Double(plot.width)))
      let row = min(plot.height - 1, Int(down * Double(plot.height)))
      return Frame.Position(x: plot.x + column, y: plot.y + row)
    }
  }

  /// Where the map would lie in a region. The legend and the axes are left out where there is no room for them.
  public func layout(in region: Region) -> Layout {
    let (x, y) = (Axis(xRange), Axis(yRange))
    let hasLegend = showsLegend && region.width >= 26 && region.height >= 5
    let hasAxes = showsAxes && region.width >= 20 && region.height >= 6
    let yTicks = hasAxes ? Ticks(y, maximum: max(2, region.height / 4 + 1)) : nil
    let left = yTicks.map { ($0.labels.map(\.count).max() ?? 0) + 1 } ?? 0
    let right = hasLegend ? 9 : 0
    let room = Region(
      x: region.x + left, y: region.y, width: region.width - left - right, height: region.height - (hasAxes ? 1 : 0))
    let plot = shaped(room)
    let xTicks = hasAxes ? Ticks(x, maximum: max(3, plot.width / 10)) : nil
    let legend = hasLegend ? Region(x: plot.maxX + 1, y: plot.y, width: 8, height: plot.height) : nil
    return Layout(plot: plot, x: x, y: y, growsUpward: growsUpward, legend: legend, xTicks: xTicks, yTicks: yTicks)
  }

  /// The largest region of the wished shape in the middle of a room; a cell is twice as high as wide. With axes, a shape that
  /// would be a strip fills the room: each axis has its own scale.
  private func shaped(_ room: Region) -> Region {
    guard let aspect, aspect.isFinite, aspect > 0, !room.isEmpty else { return room }
    if showsAxes, aspect < 0.4 || aspect > 2.5 { return room }
    let wanted = min(Double(room.width), 2 * Double(room.height) * aspect)
    let width = max(1, Int(wanted.rounded()))
    let height = max(1, min(room.height, Int((wanted / aspect / 2).rounded())))
    return Region(
      x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width: width, height: height)
  }
}
