import Screen

/// What drawing asks for its colours and glyphs: the roles of the screen as styles, for one colour depth and glyph set.
///
/// Orange is negative and blue is positive everywhere. At depth `none` no role has a colour; selection is reverse video,
/// and every series, sign and focus also differs by glyph, dash or attribute.
public struct Theme: Hashable, Sendable {
  /// The themes there are.
  public enum Name: String, CaseIterable, Sendable {
    /// Light on dark, and dark on light.
    case dark, light
    /// The strongest colours on black.
    case highContrast = "high-contrast"
    /// No colour: bold, dim and reverse alone.
    case mono
  }

  /// Which of the themes it is.
  public let name: Name
  /// The colours that are shown; none in the mono theme.
  public let depth: ColorDepth
  /// The colours that the terminal has, for the next theme.
  public let terminalDepth: ColorDepth
  /// The characters that pictures are drawn with.
  public let glyphs: GlyphSet

  /// What is painted behind everything; `standard` where the theme leaves the terminal's own background.
  public let ground: Color

  /// Ordinary text, and text of less weight.
  public let text, faint: Style
  /// The lines of boxes and axes, and those of the focused box.
  public let border, focus: Style
  /// Titles of boxes; key names in the key line.
  public let title, key: Style
  /// What went well, and what needs attention.
  public let good, warning: Style
  /// What the cursor is on.
  public let selection: Style
  /// Numbers and connections below and above zero.
  public let negative, positive: Style
  /// What happens at this moment: a pulse, the ball on a surface.
  public let highlight: Style

  let palette: Palette

  /// A theme for a colour depth and a glyph set. The mono theme has no colour at any depth.
  public init(name: Name, depth: ColorDepth, glyphs: GlyphSet) {
    let shown = name == .mono ? .none : depth
    let roles = Roles(name, depth: shown)
    self.name = name
    self.depth = shown
    terminalDepth = depth
    self.glyphs = glyphs
    ground = roles.ground
    text = roles.text
    faint = roles.faint
    border = roles.border
    focus = roles.focus
    title = roles.title
    key = roles.key
    good = roles.good
    warning = roles.warning
    selection = roles.selection
    negative = roles.negative
    positive = roles.positive
    highlight = roles.highlight
    palette = Palette(name, depth: shown)
  }

  /// The theme of that name, or nil.
  public static func named(_ name: String, depth: ColorDepth, glyphs: GlyphSet) -> Theme? {
    Name(rawValue: name).map { Theme(name: $0, depth: depth, glyphs: glyphs) }
  }

  /// The style of a signed number: negative, positive, or plain text for zero and what is not a number.
  public func style(ofSign value: Double) -> Style {
    value < 0 ? negative : value > 0 ? positive : text
  }
}
