import Screen

extension Theme {
  /// Whether values are shown by colours; else by density glyphs.
  public var hasColorScales: Bool { !palette.sequential.isEmpty }

  /// The colour of a value; nil for what is not finite, and at a depth without colour scales.
  public func color(of value: Double, on scale: ValueScale) -> Color? {
    if scale.kind == .classes { return classColor(of: value) }
    let ramp = palette.ramp(scale.kind)
    guard !ramp.isEmpty, let position = scale.position(of: value) else { return nil }
    return ramp.colors[ramp.index(position)]
  }

  /// What stands where there is no value to show.
  public var gap: Cell { Cell(glyphs == .ascii ? "?" : "·", faint) }

  /// A cell that shows one value: a coloured blank, or a density glyph. What is not finite is a `gap`.
  ///
  /// Without colours, every fourth cell of a lattice says the sign of a diverging value, by the cell's place on the screen.
  public func cell(of value: Double, on scale: ValueScale, x: Int = 0, y: Int = 0) -> Cell {
    guard let position = scale.position(of: value) else { return gap }
    if scale.kind == .classes, !hasColorScales { return classCell(of: value, x, y) }
    if let color = color(of: value, on: scale) { return Cell(" ", Style(.standard, on: color)) }
    return scale.kind == .diverging ? signedDensity(2 * position - 1, x, y) : Cell(density(position), text)
  }

  /// The colour of a class, the darker the less sure; nil for what is not finite, and at a depth without colour scales.
  private func classColor(of value: Double) -> Color? {
    guard value >= 0, value < 1e6, hasColorScales, let own = series(Int(value)).style.foreground.components else {
      return nil
    }
    let strength = 0.25 + 0.5 * Double(Self.level(value - value.rounded(.down), certainties)) / Double(certainties - 1)
    func part(_ part: Int) -> UInt8 {
      UInt8(name == .light ? 255 - strength * Double(255 - part) : strength * Double(part))
    }
    return Color.rgb(part(own.red), part(own.green), part(own.blue)).converted(to: depth)
  }

  /// A class without colour scales: its glyph on every fourth cell of a lattice.
  private func classCell(of value: Double, _ x: Int, _ y: Int) -> Cell {
    guard value >= 0, value < 1e6 else { return gap }
    let look = series(Int(value))
    return (x + 2 * (y % 2)) % 4 == 0 ? Cell(look.glyph, look.style) : Cell(" ", text)
  }

  private func signedDensity(_ strength: Double, _ x: Int, _ y: Int) -> Cell {
    let glyph = density(strength.magnitude)
    if depth == .none, glyph != " ", (x + 2 * (y % 2)) % 4 == 0 { return Cell(strength < 0 ? "-" : "+", text) }
    return Cell(glyph, Style(strength < 0 ? palette.negative : palette.positive))
  }

  /// The density glyph of a magnitude, 0…1.
  public func density(_ magnitude: Double) -> Unicode.Scalar {
    let ramp: [Unicode.Scalar] = glyphs == .ascii ? [" ", ".", ":", "*", "#", "@"] : [" ", "░", "▒", "▓", "█"]
    return ramp[Self.level(magnitude, ramp.count)]
  }

  /// The one of `count` equal parts of 0…1 that a position lies in.
  static func level(_ position: Double, _ count: Int) -> Int {
    guard position > 0 else { return 0 }
    return min(count - 1, Int(position * Double(count)))
  }

  /// Black or white, whichever is read better on a background; the default foreground on the default background.
  public func contrast(on background: Color) -> Color {
    guard let parts = background.components else { return .standard }
    return Tone(parts.luminance > 0.22 ? 16 : 231, parts.luminance > 0.22 ? 0 : 15).color(at: depth)
  }

  /// The colour of contour lines on a background: nearer to it than black or white.
  func contourColor(on background: Color) -> Color {
    guard let parts = background.components else { return .standard }
    return Tone(parts.luminance > 0.22 ? 236 : 250, parts.luminance > 0.22 ? 0 : 7).color(at: depth)
  }
}
