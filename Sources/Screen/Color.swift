/// A colour of a cell: the terminal's own default, one of the 16 named ANSI colours, or 24-bit RGB.
///
/// Drawing code asks a theme for colours and never counts on a depth; whoever presents the frame
/// (`Curses`, an exporter) converts RGB to what its terminal can show.
public struct Color: Hashable, Sendable, BitwiseCopyable {
  /// 0 is the default; 0x01_0000nn is ANSI colour nn; 0x02_rrggbb is RGB.
  public let code: UInt32

  init(code: UInt32) { self.code = code }

  /// The terminal's own foreground or background.
  public static let standard = Color(code: 0)

  /// One of the 16 ANSI colours, 0 (black) to 15 (bright white).
  public static func ansi(_ index: UInt8) -> Color { Color(code: 0x0100_0000 | UInt32(index & 15)) }

  /// A 24-bit colour.
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(code: 0x0200_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// A 24-bit colour written as 0xrrggbb.
  public static func hex(_ value: UInt32) -> Color { Color(code: 0x0200_0000 | (value & 0xff_ffff)) }
}

/// How many colours a terminal shows.
public enum ColorDepth: String, CaseIterable, Comparable, Sendable {
  case none, eight = "8", sixteen = "16", palette = "256", full = "24bit"

  public static func < (a: ColorDepth, b: ColorDepth) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// Which characters a terminal can show: braille and blocks, blocks without braille, or ASCII alone.
public enum GlyphSet: String, CaseIterable, Sendable {
  case braille, block, ascii
}
