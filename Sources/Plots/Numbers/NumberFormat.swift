/// How a number is written within a width.
///
/// A number is written in plain decimals wherever that fits with at least one significant digit; else a large one
/// gets a suffix (1.2k, 3.4M, 5G, 6T) and what still does not fit an exponent (1e-7), or is `huge` or `~0`. `nan`, `inf`, `-inf` are said as such.
/// A zero has no sign.
public struct NumberFormat: Hashable, Sendable {
  /// The columns that it may take, the sign included; at least 5 are needed for every number to say something.
  public var width: Int
  /// The significant digits that it shows where they fit.
  public var significantDigits: Int
  /// Whether a positive number gets a plus.
  public var showsPlus: Bool
  /// Whether zeros at the end of the decimals are left out.
  public var trimsZeros: Bool

  /// A format; by default seven columns and four digits. At least one digit is significant.
  public init(width: Int = 7, significantDigits: Int = 4, showsPlus: Bool = false, trimsZeros: Bool = false) {
    self.width = width
    self.significantDigits = max(1, significantDigits)
    self.showsPlus = showsPlus
    self.trimsZeros = trimsZeros
  }

  /// For a reading among text: 0.03, 1.25, 12.5k.
  public static let reading = NumberFormat(trimsZeros: true)
  /// For a reading where there is little room: three digits.
  public static let short = NumberFormat(width: 6, significantDigits: 3, trimsZeros: true)
  /// For weights and sums in a column: +1.820, -0.041.
  public static let signed = NumberFormat(showsPlus: true)

  /// The number as text, without padding.
  public func string(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : showsPlus ? "+inf" : "inf" }
    let number = Decimal(value)
    let sign = value < 0 ? "-" : value > 0 && showsPlus ? "+" : ""
    let room = width - sign.utf8.count
    let short = plain(number, room: room) ?? suffixed(number, room: room) ?? scientific(number, room: room)
    guard let written = short else { return number.exponent > 0 ? sign + "huge" : "~0" }
    return written.isZero ? written : sign + written
  }

  /// The number as text, padded on the left to the width.
  public func padded(_ value: Double) -> String {
    let written = string(value)
    return String(repeating: " ", count: max(0, width - written.utf8.count)) + written
  }

  /// The number with a fixed number of decimals, whatever width that takes.
  public static func fixed(_ value: Double, decimals: Int, showsPlus: Bool = false) -> String {
    guard value.isFinite else { return NumberFormat(showsPlus: showsPlus).string(value) }
    let written = Decimal(value).string(decimals: decimals)
    return (written.isZero || value == 0 ? "" : value < 0 ? "-" : showsPlus ? "+" : "") + written
  }

  private func plain(_ number: Decimal, room: Int) -> String? {
    if number.isZero {
      return trimsZeros ? "0" : trimmed(number.string(decimals: max(0, min(significantDigits - 1, room - 2))))
    }
    let whole = max(1, number.exponent)
    guard whole <= room else { return nil }
    let exponent = number.rounded(toDigits: significantDigits).exponent
    var decimals = max(0, min(significantDigits - exponent, room - whole - 1))
    if decimals < 1 - number.exponent, number.exponent <= 0 { return nil }
    var written = number.string(decimals: decimals)
    while written.utf8.count > room, decimals > 0 {
      decimals -= 1
      written = number.string(decimals: decimals)
    }
    return written.utf8.count <= room ? trimmed(written) : nil
  }

  private func suffixed(_ number: Decimal, room: Int) -> String? {
    guard number.exponent > 3 else { return nil }
    let number = number.rounded(toDigits: significantDigits)
    for (suffix, power) in [("k", 3), ("M", 6), ("G", 9), ("T", 12)] {
      let scaled = number.with(exponent: number.exponent - power)
      if scaled.exponent <= 3, scaled.exponent >= 1, let written = plain(scaled, room: room - 1) {
        return written + suffix
      }
    }
    return nil
  }

  private func scientific(_ number: Decimal, room: Int) -> String? {
    let scaled = number.with(exponent: 1)
    for decimals in stride(from: max(0, min(significantDigits - 1, room - 4)), through: 0, by: -1) {
      let rounded = scaled.string(decimals: decimals)
      let isTen = rounded.hasPrefix("10")
      let written = (isTen ? "1" : trimmed(rounded)) + "e\(number.exponent - (isTen ? 0 : 1))"
      if written.utf8.count <= room { return written }
    }
    return nil
  }

  private func trimmed(_ written: String) -> String {
    guard trimsZeros, written.contains(".") else { return written }
    var result = Substring(written)
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return String(result)
  }
}

extension String {
  /// Whether this is a number without a digit but 0.
  fileprivate var isZero: Bool { utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") } }
}
