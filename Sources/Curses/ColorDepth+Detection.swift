import CCurses
import Screen

extension ColorDepth {
  /// The depth to use on a terminal, from what it and its user say of it. The first that applies:
  ///
  /// 1. `NO_COLOR` is set and not empty (no-color.org): none.
  /// 2. `COLORTERM` is `truecolor` or `24bit`, or the type is one that always can: full; but 256 inside tmux and screen, where
  ///    24-bit frames are several times longer.
  /// 3. The number of colours in the type's terminfo entry.
  /// 4. A type that has no entry: 256, as nearly everything shows today.
  ///
  /// - Parameters:
  ///   - variable: The value of an environment variable.
  ///   - terminfoColors: The colours of the type's terminfo entry; nil where there is no entry.
  static func detected(variable: (String) -> String?, terminfoColors: Int?) -> ColorDepth {
    if let value = variable("NO_COLOR"), !value.isEmpty { return .none }
    let type = variable("TERM") ?? ""
    let isMultiplexed = variable("TMUX") != nil || type.hasPrefix("tmux") || type.hasPrefix("screen")
    let claims = variable("COLORTERM")
    let isFull = claims == "truecolor" || claims == "24bit" || alwaysFull.contains { type.contains($0) }
    if isFull { return isMultiplexed ? .palette : .full }
    return terminfoColors.map(ColorDepth.init(colors:)) ?? .palette
  }

  /// Parts of the names of types whose every terminal shows 24-bit colour.
  private static let alwaysFull = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "-direct"]

  private init(colors: Int) {
    switch colors {
    case 257...: self = .full
    case 256: self = .palette
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }

  /// How many colours this depth asks a terminfo entry for.
  var colors: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .palette: 256
    case .full: 1 << 24
    }
  }
}

extension GlyphSet {
  /// The glyph sets that a terminal can show, by the C library's width of their characters.
  public static func shown(isUTF8: Bool) -> [GlyphSet] {
    isUTF8 ? usable { ccurses_width($0.value) == 1 } : [.ascii]
  }

  /// The glyphs to begin with: ASCII where the environment's encoding is not UTF-8; on the Linux console, whose fonts have no
  /// braille, blocks.
  static func suggested(isUTF8: Bool, type: String) -> GlyphSet {
    guard isUTF8 else { return .ascii }
    return type == "linux" ? .block : .quadrants
  }

  /// The finest glyphs that a terminal draws itself, so that they fit whatever the font; nil where none finer than quadrants
  /// are known.
  ///
  /// - Parameter sets: Those that the C library takes for one column wide.
  static func drawn(by identity: TerminalIdentity, among sets: [GlyphSet]) -> GlyphSet? {
    if identity.drawsOctants == true, sets.contains(.octants) { return .octants }
    return identity.drawsSextants == true && sets.contains(.sextants) ? .sextants : nil
  }
}
