/// The look of a cell beside its character.
public struct Style: Hashable, Sendable, BitwiseCopyable {
  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public init(_ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()

  /// This style with more attributes.
  public func with(_ more: Attributes) -> Style { Style(foreground, on: background, attributes.union(more)) }

  /// This style on another background.
  public func on(_ other: Color) -> Style { Style(foreground, on: other, attributes) }

  public struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
    public static let italic = Attributes(rawValue: 16)
  }
}

/// One character cell of a screen: one scalar of width one, and its style. 16 bytes, bitwise copyable.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  public var scalar: Unicode.Scalar
  public var style: Style

  public init(_ scalar: Unicode.Scalar = " ", _ style: Style = .plain) {
    self.scalar = scalar
    self.style = style
  }

  public static let blank = Cell()

  /// The scalar, or a blank for a control character, which no export may pass on.
  var shown: Unicode.Scalar { scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) ? " " : scalar }
}
