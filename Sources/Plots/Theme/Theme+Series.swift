import Screen

/// How one of several series looks: told apart by colour, by the glyph of its points and by the dash of its line.
public struct SeriesLook: Hashable, Sendable {
  /// The style of its line and of its points.
  public let style: Style
  /// The character of its points.
  public let glyph: Unicode.Scalar
  /// Which dots of its line are drawn.
  public let dash: Dash
}

/// Which dots of a line are drawn.
public enum Dash: Int, CaseIterable, Sendable {
  /// From an unbroken line to one with wide gaps: see `draws(_:)` for the patterns.
  case solid, dashed, dotted, dashDotted, long, sparse

  /// The number of dots after which the pattern repeats.
  private var period: Int { [1, 5, 3, 8, 9, 6][rawValue] }

  /// Whether the dot number `index` along a line is drawn.
  public func draws(_ index: Int) -> Bool {
    let phase = index % period
    switch self {
    case .solid: return true
    case .dashed: return phase < 3
    case .dotted: return phase < 1
    case .dashDotted: return phase < 4 || phase == 6
    case .long: return phase < 7
    case .sparse: return phase < 2
    }
  }
}

extension Theme {
  /// The number of series that look different.
  public static let seriesCount = 6

  /// The look of a series, counted from 0; they repeat after the sixth.
  public func series(_ index: Int) -> SeriesLook {
    let slot = ((index % Self.seriesCount) + Self.seriesCount) % Self.seriesCount
    let tone = (name == .light ? Self.lightSeries : Self.darkSeries)[slot]
    let marks: [Unicode.Scalar] = glyphs.hasSymbols ? ["●", "◆", "▲", "■", "✕", "✦"] : ["o", "x", "+", "*", "#", "@"]
    return SeriesLook(style: Style(tone.color(at: depth)), glyph: marks[slot], dash: Dash(rawValue: slot)!)
  }

  // Chosen for the greatest least difference between any two, to normal, protan, deutan and tritan eyes alike.
  private static let darkSeries = [
    Tone(117, 14), Tone(215, 11), Tone(36, 10), Tone(203, 13), Tone(228, 15), Tone(141, 12),
  ]
  private static let lightSeries = [
    Tone(25, 4), Tone(130, 1), Tone(22, 12), Tone(161, 5), Tone(16, 0), Tone(93, 8),
  ]
}
