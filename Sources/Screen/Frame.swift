/// A rectangle of cells, in columns and rows; an empty one has no width or no height.
public struct Region: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public var isEmpty: Bool { width == 0 || height == 0 }
  public var maxX: Int { x + width }
  public var maxY: Int { y + height }

  public func contains(x column: Int, y row: Int) -> Bool {
    column >= x && column < maxX && row >= y && row < maxY
  }

  /// What this region has in common with another; empty if that is nothing.
  public func intersection(_ other: Region) -> Region {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Region(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// This region less a margin on each side.
  public func inset(by columns: Int, _ rows: Int) -> Region {
    Region(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }
}

/// What a terminal shows: a grid of cells. The only output of drawing.
///
/// Writing outside the grid is ignored, so that a panel can be drawn at any size, 1x1 included.
public struct Frame: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor is parked (a screen reader follows it), if anywhere.
  public var cursor: Position?

  public struct Position: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
    clip = Region(x: 0, y: 0, width: self.width, height: self.height)
  }

  public var region: Region { Region(x: 0, y: 0, width: width, height: height) }

  /// What may be written to: all, but for the time of a call to `clipped(to:_:)`.
  private var clip: Region

  /// Draws with everything outside of a region kept as it is.
  public mutating func clipped(to region: Region, _ draw: (inout Frame) throws -> Void) rethrows {
    let outer = clip
    defer { clip = outer }
    clip = outer.intersection(region)
    try draw(&self)
  }

  /// The cell at column `x`, row `y`; outside the grid it reads as blank, and writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { x >= 0 && y >= 0 && x < width && y < height ? cells[y * width + x] : .blank }
    set {
      guard clip.contains(x: x, y: y) else { return }
      cells[y * width + x] = newValue
    }
  }

  /// Fills a region with one cell.
  public mutating func fill(_ region: Region, with cell: Cell = .blank) {
    let filled = region.intersection(clip)
    for y in filled.y..<filled.maxY {
      for x in filled.x..<filled.maxX { cells[y * width + x] = cell }
    }
  }
}

extension Frame {
  /// Copies another frame's cells into this one, its upper left corner at `x`, `y`.
  public mutating func paste(_ other: Frame, x: Int, y: Int) {
    for row in 0..<other.height {
      for column in 0..<other.width { self[x + column, y + row] = other[column, row] }
    }
  }
}
