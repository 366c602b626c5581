/// The look of a cell beside its character.
public struct Style: Hashable, Sendable, BitwiseCopyable {
  /// The colour of the character.
  public var foreground: Color
  /// The colour behind it.
  public var background: Color
  /// How the character is written: bold, underlined, …
  public var attributes: Attributes

  /// A style; by default the terminal's own two colours and no attribute.
  public init(_ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attribute.
  public static let plain = Style()

  /// This style with more attributes.
  public func with(_ more: Attributes) -> Style { Style(foreground, on: background, attributes.union(more)) }

  /// This style on another background.
  public func on(_ other: Color) -> Style { Style(foreground, on: other, attributes) }

  /// How a character is written, beside its colours; a terminal shows those that it knows.
  public struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The sum of the attributes' bits.
    public let rawValue: UInt8
    /// The attributes of such a sum.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Stronger strokes, or a brighter colour.
    public static let bold = Attributes(rawValue: 1)
    /// A weaker colour.
    public static let dim = Attributes(rawValue: 2)
    /// A line below.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted letters.
    public static let italic = Attributes(rawValue: 16)
  }
}

/// One character cell of a screen: one scalar of width one, and its style. 16 bytes, bitwise copyable.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// The character. It must be one column wide: see `TextColumns`.
  public var scalar: Unicode.Scalar
  /// Its colours and attributes.
  public var style: Style

  /// A cell; by default a space in the terminal's own colours.
  public init(_ scalar: Unicode.Scalar = " ", _ style: Style = .plain) {
    self.scalar = scalar
    self.style = style
  }

  /// A space in the terminal's own colours.
  public static let blank = Cell()

  /// The scalar, or a blank for a control character, which no export may pass on.
  var shown: Unicode.Scalar { scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) ? " " : scalar }
}
