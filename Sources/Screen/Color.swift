/// A colour of a cell: the terminal's own default, one of the 256 colours of xterm's table, or 24-bit RGB.
///
/// Drawing code asks a theme for colours and never counts on a depth; whoever presents the frame
/// (`Curses`, an exporter) converts to what its terminal can show with `converted(to:)`.
public struct Color: Hashable, Sendable, BitwiseCopyable {
  /// 0 is the default; 0x01_0000nn is number nn of xterm's table, of which 0…15 are the ANSI colours; 0x02_rrggbb is RGB.
  public let code: UInt32

  init(code: UInt32) { self.code = code }

  /// The terminal's own foreground or background.
  public static let standard = Color(code: 0)

  /// One of the 16 ANSI colours, 0 (black) to 15 (bright white).
  public static func ansi(_ index: UInt8) -> Color { palette(index & 15) }

  /// One of the 256 colours of xterm's table: 16 ANSI colours, a cube of 6x6x6, 24 greys.
  public static func palette(_ index: UInt8) -> Color { Color(code: 0x0100_0000 | UInt32(index)) }

  /// A 24-bit colour.
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(code: 0x0200_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// A 24-bit colour written as 0xrrggbb.
  public static func hex(_ value: UInt32) -> Color { Color(code: 0x0200_0000 | (value & 0xff_ffff)) }

  /// The number in xterm's table of 256, for a colour that was named by it; nil for the default and for RGB.
  public var paletteIndex: UInt8? { code >> 24 == 1 ? UInt8(code & 0xff) : nil }

  /// Red, green and blue, 0…255 each; nil for the default, which only the terminal knows.
  ///
  /// The ANSI colours have xterm's values here; a terminal may show them otherwise.
  public var components: Components? {
    switch code >> 24 {
    case 1: .table[Int(code & 0xff)]
    case 2: Components(red: Int(code >> 16 & 0xff), green: Int(code >> 8 & 0xff), blue: Int(code & 0xff))
    default: nil
    }
  }

  /// The parts of a colour, 0…255 each.
  public struct Components: Hashable, Sendable {
    /// Red in sRGB, 0…255.
    public var red: Int
    /// Green in sRGB, 0…255.
    public var green: Int
    /// Blue in sRGB, 0…255.
    public var blue: Int

    /// The parts as they are given; nothing is clamped.
    public init(red: Int, green: Int, blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// The share of white's light, 0…1, by the weights of Rec. 709 on the squares of the components.
    public var luminance: Double {
      func light(_ part: Int) -> Double { Double(part * part) / (255 * 255) }
      return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
    }
  }
}

/// How many colours a terminal shows.
public enum ColorDepth: String, CaseIterable, Comparable, Sendable {
  /// Attributes alone, then 8, 16, 256 and 2²⁴ colours; the raw value is the name in options.
  case none, eight = "8", sixteen = "16", palette = "256", full = "24bit"

  /// Whether `a` shows fewer colours than `b`.
  public static func < (a: ColorDepth, b: ColorDepth) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}
