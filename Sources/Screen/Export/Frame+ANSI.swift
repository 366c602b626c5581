extension Frame {
  /// The picture with colour codes (SGR), a line each; every line starts and ends in the terminal's default style.
  public func ansi(depth: ColorDepth) -> String {
    var output = ""
    for y in 0..<height {
      var pen = Pen(depth: depth)
      for x in 0..<width { pen.write(self[x, y], to: &output) }
      pen.reset(&output)
      output += "\n"
    }
    return output
  }
}

/// Writes cells as characters and SGR codes, a code only where the style changes.
struct Pen {
  let depth: ColorDepth
  private var style = Style.plain

  init(depth: ColorDepth) { self.depth = depth }

  mutating func write(_ cell: Cell, to output: inout String) {
    let wanted = cell.style.converted(to: depth)
    if wanted != style {
      output += wanted.selectGraphicRendition
      style = wanted
    }
    output.unicodeScalars.append(cell.shown)
  }

  mutating func reset(_ output: inout String) {
    if style != .plain { output += Style.plain.selectGraphicRendition }
    style = .plain
  }
}

extension Style {
  /// The control sequence that sets this style, whatever was set before.
  public var selectGraphicRendition: String {
    var codes = ["0"]
    for (attribute, code) in [(Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7")]
    where attributes.contains(attribute) {
      codes.append(code)
    }
    if foreground != .standard { codes.append(foreground.sgr(base: 30)) }
    if background != .standard { codes.append(background.sgr(base: 40)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }
}

extension Color {
  /// The SGR parameters of this colour; the base is 30 for a foreground, 40 for a background.
  fileprivate func sgr(base: Int) -> String {
    switch (paletteIndex.map(Int.init), components) {
    case (let index?, _) where index < 8: "\(base + index)"
    case (let index?, _) where index < 16: "\(base + 60 + index - 8)"
    case (let index?, _): "\(base + 8);5;\(index)"
    case (nil, let parts?): "\(base + 8);2;\(parts.red);\(parts.green);\(parts.blue)"
    case (nil, nil): "\(base + 9)"
    }
  }
}
