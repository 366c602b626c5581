/// A number with our own elementary functions: for formulas that stand once and are worked out in either precision.
public protocol ElementaryNumber: BinaryFloatingPoint {
  /// eˣ
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
}

extension Float: ElementaryNumber {
  /// eˣ in single precision; see `Elementary.exp`.
  @inlinable public static func exp(_ x: Float) -> Float { Elementary.exp(x) }
  /// The natural logarithm in single precision; see `Elementary.log`.
  @inlinable public static func log(_ x: Float) -> Float { Elementary.log(x) }
}

extension Double: ElementaryNumber {
  /// eˣ in double precision; see `PreciseElementary.exp`.
  @inlinable public static func exp(_ x: Double) -> Double { PreciseElementary.exp(x) }
  /// The natural logarithm in double precision; see `PreciseElementary.log`.
  @inlinable public static func log(_ x: Double) -> Double { PreciseElementary.log(x) }
}
