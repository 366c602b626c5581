/// Where a text stands in the width that it is given.
public enum Alignment: String, CaseIterable, Sendable {
  case left, center, right
}

extension Frame {
  /// Writes a line of text from column `x` of row `y` to the right, at most `maxWidth` columns.
  ///
  /// What is outside the frame is cut; `TextColumns` says what becomes of control, wide and combining characters.
  /// - Returns: the columns that the text took of `maxWidth`, also where they lie outside the frame.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, style: Style = .plain, maxWidth: Int = .max
  ) -> Int {
    var column = 0
    for scalar in TextColumns(text) {
      guard column < maxWidth else { break }
      self[x + column, y] = Cell(scalar, style)
      column += 1
    }
    return column
  }

  /// Writes a line of text into row `row` of a region, cut to its width with an ellipsis.
  ///
  /// - Returns: the columns that the text took.
  @discardableResult
  public mutating func write(
    _ text: String, in region: Region, row: Int = 0, style: Style = .plain, alignment: Alignment = .left,
    ellipsis: Unicode.Scalar = "…"
  ) -> Int {
    guard row >= 0, row < region.height else { return 0 }
    let line = text.columns(atMost: region.width, ellipsis: ellipsis)
    let free = region.width - line.count
    let start =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    for (column, scalar) in line.enumerated() { self[region.x + start + column, region.y + row] = Cell(scalar, style) }
    return line.count
  }

  /// Changes the style of every cell of a region and leaves its characters.
  public mutating func restyle(_ region: Region, _ change: (inout Style) -> Void) {
    let changed = region.intersection(self.region)
    for y in changed.y..<changed.maxY {
      for x in changed.x..<changed.maxX { change(&self[x, y].style) }
    }
  }
}
