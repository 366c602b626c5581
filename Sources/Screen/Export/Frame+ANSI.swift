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
    output += [0x1b, UInt8(ascii: "["), UInt8(ascii: "0")]
    if !attributes.isEmpty {
      for (attribute, code) in [(Attributes.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7)]
      where attributes.contains(attribute) {
        output.append(code: code)
      }
    }
    if foreground != .standard { foreground.selectGraphicRendition(&output, base: 30) }
    if background != .standard { background.selectGraphicRendition(&output, base: 40) }
    output.append(UInt8(ascii: "m"))
  }
}

extension Color {
  /// Writes the parameters for this colour; the base is 30 for a foreground, 40 for a background.
  fileprivate func selectGraphicRendition(_ output: inout [UInt8], base: Int) {
    switch (paletteIndex.map(Int.init), components) {
    case (let index?, _) where index < 8: output.append(code: base + index)
    case (let index?, _) where index < 16: output.append(code: base + 60 + index - 8)
    case (let index?, _):
      for code in [base + 8, 5, index] { output.append(code: code) }
    case (nil, let parts?):
      for code in [base + 8, 2, parts.red, parts.green, parts.blue] { output.append(code: code) }
    case (nil, nil): output.append(code: base + 9)
    }
  }
}

extension [UInt8] {
  /// Appends a further parameter of a control sequence, 0…255.
  fileprivate mutating func append(code: Int) {
    append(UInt8(ascii: ";"))
    if code >= 100 { append(UInt8(ascii: "0") + UInt8(code / 100)) }
    if code >= 10 { append(UInt8(ascii: "0") + UInt8(code / 10 % 10)) }
    append(UInt8(ascii: "0") + UInt8(code % 10))
  }
}
