/// How a frame looks as a picture: the size of a cell in pixels, and the colours that the terminal would choose.
public struct PictureStyle: Hashable, Sendable {
  /// The width of a cell, in pixels.
  public var cellWidth = 9
  /// The height of a cell, in pixels.
  public var cellHeight = 18
  /// The colour for characters whose foreground is `standard`.
  public var foreground: Color
  /// The colour of the picture, and of cells whose background is `standard`.
  public var background: Color

  /// Cells of 9x18 pixels in such colours.
  public init(foreground: Color, background: Color) {
    (self.foreground, self.background) = (foreground, background)
  }

  /// A terminal with light characters on a dark ground.
  public static let dark = PictureStyle(foreground: .hex(0xd4d4d4), background: .hex(0x111114))
  /// A terminal with dark characters on a light ground.
  public static let light = PictureStyle(foreground: .hex(0x1a1a1a), background: .hex(0xffffff))

  /// The colours of a cell as seen: defaults replaced, reversed where asked for.
  func colors(_ cell: Style) -> (foreground: Color, background: Color) {
    let foreground = cell.foreground == .standard ? self.foreground : cell.foreground
    let background = cell.background == .standard ? self.background : cell.background
    return cell.attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
  }
}
