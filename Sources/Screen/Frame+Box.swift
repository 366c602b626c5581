/// How a box looks.
public struct BoxStyle: Hashable, Sendable {
  /// The characters of its edges.
  public var lines: LineGlyphs
  /// The style of its edges.
  public var border: Style
  /// The style of the title at the left end of the top line.
  public var title: Style
  /// The note at the right end of the top line.
  public var note: Style
  /// What stands before and after the title, to tell the focused box apart without colour.
  public var marks: (Unicode.Scalar, Unicode.Scalar) { isFocused ? ("[", "]") : (" ", " ") }
  /// Whether it has the focus.
  public var isFocused: Bool
  /// What ends a title that was cut.
  public var ellipsis: Unicode.Scalar

  /// A look; the note is styled as the border where nothing is said of it.
  public init(
    lines: LineGlyphs, border: Style, title: Style, note: Style? = nil, isFocused: Bool = false,
    ellipsis: Unicode.Scalar = "…"
  ) {
    self.lines = lines
    self.border = border
    self.title = title
    self.note = note ?? border
    self.isFocused = isFocused
    self.ellipsis = ellipsis
  }
}

extension Frame {
  /// Draws a box along the edge of a region, with a title on the left of its top line and a note on the right.
  ///
  /// A region of one row or one column gets no box.
  /// - Returns: the region inside.
  @discardableResult
  public mutating func drawBox(_ region: Region, title: String = "", note: String = "", style: BoxStyle) -> Region {
    guard region.width >= 2, region.height >= 2 else { return region }
    drawLines(region, style)
    let room = region.width - 4
    let used = drawLabel(title, x: region.x + 1, y: region.y, room: room, style)
    let length = note.columnCount + 2
    if !note.isEmpty, used + length <= room {
      drawLabel(note, x: region.maxX - length - 3, y: region.y, room: room, style, isTitle: false)
    }
    return region.inset(by: 1, 1)
  }

  private mutating func drawLines(_ region: Region, _ style: BoxStyle) {
    let lines = style.lines
    let (right, bottom) = (region.maxX - 1, region.maxY - 1)
    for x in region.x + 1..<max(region.x + 1, right) {
      self[x, region.y] = Cell(lines.horizontal, style.border)
      self[x, bottom] = Cell(lines.horizontal, style.border)
    }
    for y in region.y + 1..<max(region.y + 1, bottom) {
      self[region.x, y] = Cell(lines.vertical, style.border)
      self[right, y] = Cell(lines.vertical, style.border)
    }
    self[region.x, region.y] = Cell(lines.topLeft, style.border)
    self[right, region.y] = Cell(lines.topRight, style.border)
    self[region.x, bottom] = Cell(lines.bottomLeft, style.border)
    self[right, bottom] = Cell(lines.bottomRight, style.border)
  }

  /// Writes a text with a mark on each side, one column after `x`; returns the columns used, the first line piece included.
  @discardableResult
  private mutating func drawLabel(
    _ text: String, x: Int, y: Int, room: Int, _ style: BoxStyle, isTitle: Bool = true
  ) -> Int {
    guard !text.isEmpty, room >= 1 else { return 0 }
    let label = text.truncated(to: room - 1, ellipsis: style.ellipsis)
    let (open, close) = isTitle ? style.marks : (" ", " ")
    let column = x + 1
    self[column, y] = Cell(open, style.border)
    let used = write(label, x: column + 1, y: y, style: isTitle ? style.title : style.note)
    self[column + 1 + used, y] = Cell(close, style.border)
    return used + 3
  }
}
