extension Frame {
  /// The picture with colour codes (SGR), a line each; every line starts and ends in the terminal's default style.
  public func ansi(depth: ColorDepth) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(16 * cells.count)
    for y in 0..<height {
      var pen = Pen(depth: depth)
      for x in 0..<width { pen.write(self[x, y], to: &output) }
      pen.reset(&output)
      output.append(UInt8(ascii: "\n"))
    }
    return String(decoding: output, as: UTF8.self)
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
    if cell.shown.isASCII { output.append(UInt8(cell.shown.value)) } else { output += UTF8.encode(cell.shown)! }
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
    output.append(0x1b)
    output.append(UInt8(ascii: "["))
    output.append(UInt8(ascii: "0"))
    if attributes.contains(.bold) { output.append(code: 1) }
    if attributes.contains(.dim) { output.append(code: 2) }
    if attributes.contains(.italic) { output.append(code: 3) }
    if attributes.contains(.underline) { output.append(code: 4) }
    if attributes.contains(.reverse) { output.append(code: 7) }
    if foreground != .standard { foreground.selectGraphicRendition(&output, base: 30) }
    if background != .standard { background.selectGraphicRendition(&output, base: 40) }
    output.append(UInt8(ascii: "m"))
  }
}

extension Color {
  /// Writes the parameters for this colour; the base is 30 for a foreground, 40 for a background.
  fileprivate func selectGraphicRendition(_ output: inout [UInt8], base: Int) {
    if let index = paletteIndex.map(Int.init) {
      switch index {
      case ..<8: output.append(code: base + index)
      case ..<16: output.append(code: base + 60 + index - 8)
      default: output.append(codes: base + 8, 5, index)
      }
    } else if let parts = components {
      output.append(codes: base + 8, 2, parts.red)
      output.append(code: parts.green)
      output.append(code: parts.blue)
    } else {
      output.append(code: base + 9)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(codes first: Int, _ second: Int, _ third: Int) {
    append(code: first)
    append(code: second)
    append(code: third)
  }

  /// Appends a further parameter of a control sequence, 0…255.
  fileprivate mutating func append(code: Int) {
    append(UInt8(ascii: ";"))
    if code >= 100 { append(UInt8(ascii: "0") + UInt8(code / 100)) }
    if code >= 10 { append(UInt8(ascii: "0") + UInt8(code / 10 % 10)) }
    append(UInt8(ascii: "0") + UInt8(code % 10))
  }
}
