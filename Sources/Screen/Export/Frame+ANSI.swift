extension Frame {
  /// The picture with colour codes (SGR), a line each; every line starts and ends in the terminal's default style.
  public func ansi(depth: ColorDepth) -> String { String(decoding: ansiBytes(depth: depth), as: UTF8.self) }

  /// The same in UTF-8.
  public func ansiBytes(depth: ColorDepth) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(16 * cells.count)
    for y in 0..<height {
      var pen = Pen(depth: depth)
      for x in 0..<width { pen.write(self[x, y], to: &output) }
      pen.reset(&output)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}

/// Writes cells as characters and SGR codes, a code only where the style changes.
struct Pen {
  let depth: ColorDepth
  /// The style that was written, and the one that it was converted from.
  private var (style, source) = (Style.plain, Style.plain)

  init(depth: ColorDepth) { self.depth = depth }

  mutating func write(_ cell: Cell, to output: inout [UInt8]) {
    if cell.style != source {
      let wanted = cell.style.converted(to: depth)
      if wanted != style { wanted.selectGraphicRendition(&output) }
      (source, style) = (cell.style, wanted)
    }
    output.append(cell.shown)
  }

  mutating func reset(_ output: inout [UInt8]) {
    if style != .plain { Style.plain.selectGraphicRendition(&output) }
    source = .plain
    style = .plain
  }
}

extension Style {
  /// Writes the control sequence that sets this style, whatever was set before.
  fileprivate func selectGraphicRendition(_ output: inout [UInt8]) {
    var sequence = GraphicRendition()
    sequence.append(0)
    if attributes.contains(.bold) { sequence.append(1) }
    if attributes.contains(.dim) { sequence.append(2) }
    if attributes.contains(.italic) { sequence.append(3) }
    if attributes.contains(.underline) { sequence.append(4) }
    if attributes.contains(.reverse) { sequence.append(7) }
    if foreground != .standard { sequence.append(foreground, base: 30) }
    if background != .standard { sequence.append(background, base: 40) }
    sequence.write(to: &output)
  }
}
