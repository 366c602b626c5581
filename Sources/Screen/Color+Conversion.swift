extension Color {
  /// The nearest colour that a terminal of this depth can show.
  ///
  /// - 256: the nearer of the colour cube (levels 0, 95, 135, 175, 215, 255) and the grey ramp (8, 18, …, 238).
  /// - 16: the nearest of xterm's ANSI colours. 8: that colour's dark form; dark grey becomes white, to stay visible on black.
  /// - none: the terminal's default.
  ///
  /// The default stays the default, and a colour that the depth already has stays as it is.
  ///
  /// - Parameter keepsHue: Whether in 256 colours a grey is the less taken for a colour the more hue that has: for pictures, in
  ///   which a dark purple that became grey would be taken for another thing.
  public func converted(to depth: ColorDepth, keepsHue: Bool = false) -> Color {
    switch depth {
    case .full: self
    case .palette: code >> 24 == 2 ? .palette(components!.nearestPaletteIndex(keepsHue: keepsHue)) : self
    case .sixteen: ansiIndex.map(Color.ansi) ?? .standard
    case .eight: ansiIndex.map { Color.ansi($0 == 8 ? 7 : $0 & 7) } ?? .standard
    case .none: .standard
    }
  }

  /// The nearest ANSI colour; nil for the default.
  private var ansiIndex: UInt8? {
    if let index = paletteIndex, index < 16 { return index }
    return components?.nearestAnsiIndex
  }
}

extension Color.Components {
  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static let ansi: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  /// xterm's table of 256 colours.
  static let table: [Color.Components] = {
    let named = ansi.map { Self(red: Int($0 >> 16), green: Int($0 >> 8 & 0xff), blue: Int($0 & 0xff)) }
    let cube = (0..<216).map { index in
      Self(red: cubeLevels[index / 36], green: cubeLevels[index / 6 % 6], blue: cubeLevels[index % 6])
    }
    let greys = (0..<24).map { Self(red: 8 + 10 * $0, green: 8 + 10 * $0, blue: 8 + 10 * $0) }
    return named + cube + greys
  }()

  /// The square of the distance in RGB.
  func distance(to other: Self) -> Int {
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return r * r + g * g + b * b
  }

  fileprivate func nearestPaletteIndex(keepsHue: Bool) -> UInt8 {
    func level(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40 }
    let cube = 16 + 36 * level(red) + 6 * level(green) + level(blue)
    let mean = (red + green + blue) / 3
    let grey = 232 + min(23, max(0, (mean - 3) / 10))
    let chroma = keepsHue ? max(red, green, blue) - min(red, green, blue) : 0
    return UInt8(distance(to: Self.table[grey]) + chroma * chroma / 2 < distance(to: Self.table[cube]) ? grey : cube)
  }

  var nearestAnsiIndex: UInt8 {
    UInt8((0..<16).min { distance(to: Self.table[$0]) < distance(to: Self.table[$1]) }!)
  }
}

extension Style {
  /// The same style in the colours of a depth; attributes stay.
  public func converted(to depth: ColorDepth) -> Style {
    Style(foreground.converted(to: depth), on: background.converted(to: depth), attributes)
  }
}

extension Frame {
  /// The same picture in the colours of a depth.
  public func converted(to depth: ColorDepth) -> Frame {
    var result = self
    if depth < .full { result.restyle(region) { $0 = $0.converted(to: depth) } }
    return result
  }
}
