/// A rectangle of cells, in columns and rows; an empty one has no width or no height.
public struct Region: Hashable, Sendable {
  /// The first column, from 0 at the left.
  public var x: Int
  /// The first row, from 0 at the top.
  public var y: Int
  /// The number of columns, at least 0.
  public var width: Int
  /// The number of rows, at least 0.
  public var height: Int

  /// A rectangle; a negative size becomes 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Whether it has no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The first column to the right of it.
  public var maxX: Int { x + width }
  /// The first row below it.
  public var maxY: Int { y + height }

  /// Whether the cell at a column and a row lies in it.
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
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The cells row after row, `[height, width]`.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor is parked (a screen reader follows it), if anywhere.
  public var cursor: Position?
  /// Where that cursor waits unseen while `cursor` is nil: at what has the focus.
  public var focus: Position?

  /// A cell's column and row, from 0 at the upper left.
  public struct Position: Hashable, Sendable {
    /// The column.
    public var x: Int
    /// The row.
    public var y: Int
    /// The cell at a column and a row.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// A frame of blank cells without a cursor; a negative size becomes 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
    clip = Region(x: 0, y: 0, width: self.width, height: self.height)
  }

  /// All of it.
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
  /// The cells of a region as a frame of their own.
  public func part(_ region: Region) -> Frame {
    var part = Frame(width: region.width, height: region.height)
    for y in 0..<part.height {
      for x in 0..<part.width { part[x, y] = self[region.x + x, region.y + y] }
    }
    return part
  }

  /// Copies another frame's cells into this one, its upper left corner at `x`, `y`.
  public mutating func paste(_ other: Frame, x: Int, y: Int) {
    for row in 0..<other.height {
      for column in 0..<other.width { self[x + column, y + row] = other[column, row] }
    }
  }
}
