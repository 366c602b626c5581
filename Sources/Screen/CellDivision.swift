/// How a cell is divided into pixels, each of which has one of the cell's two colours.
public enum CellDivision: String, CaseIterable, Sendable {
  /// 1x1, 1x2, 2x2, 2x3 pixels.
  case whole, halves, quadrants, sextants
  /// 2x4 pixels; braille shows them as dots, with gaps between them.
  case octants, braille

  /// The pixels of one row of a cell.
  public var across: Int {
    switch self {
    case .whole, .halves: 1
    case .quadrants, .sextants, .octants, .braille: 2
    }
  }

  /// The pixels of one column of a cell.
  public var down: Int {
    switch self {
    case .whole: 1
    case .halves, .quadrants: 2
    case .sextants: 3
    case .octants, .braille: 4
    }
  }

  /// The pixels of a cell, at most 8.
  public var count: Int { across * down }

  /// The width of a pixel divided by its height; a cell is twice as high as wide.
  public var pixelAspect: Double { Double(down) / Double(2 * across) }

  /// The character whose pixels of the foreground are the bits of a mask: bit `x + across * y` for the pixel in column `x`
  /// of row `y`, from the upper left. Blank for none of them.
  public func glyph(_ mask: UInt8) -> Unicode.Scalar { Self.glyphs[rank][Int(mask) & (1 << count - 1)] }

  /// Its place among all cases.
  private var rank: Int {
    switch self {
    case .whole: 0
    case .halves: 1
    case .quadrants: 2
    case .sextants: 3
    case .octants: 4
    case .braille: 5
    }
  }

  private static let glyphs: [[Unicode.Scalar]] = allCases.map { division in
    (0..<1 << division.count).map { mask in
      switch division {
      case .whole: [" ", "█"][mask]
      case .halves: [" ", "▀", "▄", "█"][mask]
      case .quadrants: quadrantGlyphs[mask]
      case .sextants: sextant(mask)
      case .octants: octantGlyphs[mask]
      case .braille: mask == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(brailleBits(mask)))!
      }
    }
  }

  private static let quadrantGlyphs = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".unicodeScalars)

  /// U+1FB00 and on: all patterns in order, but for those that were characters before.
  private static func sextant(_ mask: Int) -> Unicode.Scalar {
    switch mask {
    case 0: " "
    case 0b010101: "▌"
    case 0b101010: "▐"
    case 0b111111: "█"
    default: Unicode.Scalar(UInt32(0x1fb00 + mask - 1 - (mask > 0b010101 ? 1 : 0) - (mask > 0b101010 ? 1 : 0)))!
    }
  }

  /// U+1CD00 and on: all patterns in order, but for those that have characters elsewhere.
  private static let octantGlyphs: [Unicode.Scalar] = {
    let elsewhere: [Int: Unicode.Scalar] = [
      0: " ", 1: "\u{1cea8}", 2: "\u{1ceab}", 3: "\u{1fb82}", 5: "▘", 10: "▝", 15: "▀", 20: "\u{1fbe6}",
      40: "\u{1fbe7}", 63: "\u{1fb85}", 64: "\u{1cea3}", 80: "▖", 85: "▌", 90: "▞", 95: "▛", 128: "\u{1cea0}",
      160: "▗", 165: "▚", 170: "▐", 175: "▜", 192: "▂", 240: "▄", 245: "▙", 250: "▟", 252: "▆", 255: "█",
    ]
    var next: UInt32 = 0x1cd00
    return (0..<256).map { mask in
      if let known = elsewhere[mask] { return known }
      defer { next += 1 }
      return Unicode.Scalar(next)!
    }
  }()

  /// Braille counts its upper three rows column by column, then the lowest row.
  static func brailleBits(_ mask: Int) -> UInt8 {
    let places: [UInt8] = [0, 3, 1, 4, 2, 5, 6, 7]
    return places.enumerated().reduce(0) { $0 | (mask >> $1.offset & 1 == 1 ? 1 << $1.element : 0) }
  }

  /// The pixels of a character of this division that are drawn in the foreground; nil for any other character.
  static func mask(of scalar: Unicode.Scalar) -> (mask: UInt8, division: CellDivision)? { masks[scalar] }

  private static let masks: [Unicode.Scalar: (mask: UInt8, division: CellDivision)] = {
    var result: [Unicode.Scalar: (mask: UInt8, division: CellDivision)] = [:]
    for division in [CellDivision.quadrants, .sextants, .octants] {
      for mask in 1..<1 << division.count {
        let glyph = division.glyph(UInt8(mask))
        if result[glyph] == nil { result[glyph] = (UInt8(mask), division) }
      }
    }
    return result
  }()
}
