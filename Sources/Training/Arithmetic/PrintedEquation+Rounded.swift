import Glibc

extension PrintedEquation {
  /// A finite number rounded to so many significant digits: `±d.ddd · 10^exponent`.
  struct Rounded {
    private let isNegative: Bool
    /// The digits as a whole number, and how many they are: the first stands before the point.
    private let digits, count: Int
    private let exponent: Int

    init(_ value: Float, digits count: Int) {
      var (digits, exponent, isExponent, isSmall) = (0, 0, false, false)
      // Sign, digits, point, `e`, sign, at most three digits of exponent, and the end.
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 12) { buffer in
        withVaList([Int32(count - 1), Double(value)]) { _ = vsnprintf(buffer.baseAddress, buffer.count, "%.*e", $0) }
        for letter in buffer.lazy.map(UInt8.init(bitPattern:)).prefix(while: { $0 != 0 }) {
          switch letter {
          case UInt8(ascii: "e"): isExponent = true
          case UInt8(ascii: "-"): isSmall = isExponent
          case 48...57 where isExponent: exponent = 10 * exponent + Int(letter - 48)
          case 48...57: digits = 10 * digits + Int(letter - 48)
          default: break
          }
        }
      }
      isNegative = value.sign == .minus
      (self.digits, self.count, self.exponent) = (digits, count, isSmall ? -exponent : exponent)
    }

    /// What the digits stand for.
    var value: Double { (isNegative ? -1 : 1) * Self.scaled(Double(digits), exponent - count + 1) }

    /// What a one in the last digit stands for; of zero, 1e-7.
    var unit: Double { digits == 0 ? 1e-7 : Self.scaled(1, exponent - count + 1) }

    /// A whole number of at most 15 digits times a power of ten, rounded once: up to 10^22 such powers are exact.
    private static func scaled(_ whole: Double, _ exponent: Int) -> Double {
      guard exponent.magnitude <= 22 else { return Double("\(Int(whole))e\(exponent)") ?? 0 }
      let power = powers[Int(exponent.magnitude)]
      return exponent < 0 ? whole / power : whole * power
    }

    private static let powers = (0...22).map { Double("1e\($0)")! }

    /// As `%g` writes it, but the exponent without a plus or zeros in front, and zero without a sign.
    var text: String {
      guard digits != 0 else { return "0" }
      let kept = Array(String(digits).utf8)[...].trimmingZeros
      var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      let isPlain = (-4..<count).contains(exponent)
      let point = isPlain ? exponent + 1 : 1
      if point <= 0 { text += [UInt8(ascii: "0"), UInt8(ascii: ".")] + Array(repeating: 48, count: -point) }
      for (place, digit) in kept.enumerated() {
        if place == point, point > 0 { text.append(UInt8(ascii: ".")) }
        text.append(digit)
      }
      if point > kept.count { text += Array(repeating: 48, count: point - kept.count) }
      if !isPlain { text += Array("e\(exponent)".utf8) }
      return String(decoding: text, as: UTF8.self)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without the letters 0 at the end.
  fileprivate var trimmingZeros: Self { prefix((lastIndex { $0 != UInt8(ascii: "0") } ?? startIndex) + 1) }
}
