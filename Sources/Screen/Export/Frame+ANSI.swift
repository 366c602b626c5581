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

extension [UInt8] {
  /// Appends a character in UTF-8.
  public mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case let code where code < 0x80: append(UInt8(code))
    // The Basic Multilingual Plane, where nearly all that is drawn lies: by hand, since this is done for every cell.
    case let code where (0x800..<0x1_0000).contains(code):
      append(UInt8(0xe0 | code >> 12))
      append(UInt8(0x80 | code >> 6 & 0x3f))
      append(UInt8(0x80 | code & 0x3f))
    default: append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

extension Style {
  /// Writes the control sequence that sets this style, whatever was set before.
  fileprivate func selectGraphicRendition(_ output: inout [UInt8]) {
    var sequence = GraphicRendition()
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

/// A control sequence that begins with a 0, which ends all that was set: gathered here, so that it is appended at once.
private struct GraphicRendition {
  /// Five attributes and two colours of five parameters each fit: 3 + 5 · 2 + 2 · 17 + 1 bytes.
  private var bytes = InlineArray<48, UInt8>(repeating: 0)
  private var count = 3

  init() { (bytes[0], bytes[1], bytes[2]) = (0x1b, UInt8(ascii: "["), UInt8(ascii: "0")) }

  /// Appends a further parameter, 0…255.
  mutating func append(_ parameter: Int) {
    push(UInt8(ascii: ";"))
    if parameter >= 100 { push(UInt8(ascii: "0") + UInt8(parameter / 100)) }
    if parameter >= 10 { push(UInt8(ascii: "0") + UInt8(parameter / 10 % 10)) }
    push(UInt8(ascii: "0") + UInt8(parameter % 10))
  }

  /// Appends the parameters for a colour; the base is 30 for a foreground, 40 for a background.
  mutating func append(_ color: Color, base: Int) {
    if let index = color.paletteIndex.map(Int.init) {
      switch index {
      case ..<8: append(base + index)
      case ..<16: append(base + 60 + index - 8)
      default: for parameter in [base + 8, 5, index] { append(parameter) }
      }
    } else if let parts = color.components {
      append(base + 8)
      append(2)
      append(parts.red)
      append(parts.green)
      append(parts.blue)
    } else {
      append(base + 9)
    }
  }

  private mutating func push(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  func write(to output: inout [UInt8]) {
    bytes.span.extracting(first: count).withUnsafeBufferPointer { output += $0 }
    output.append(UInt8(ascii: "m"))
  }
}
