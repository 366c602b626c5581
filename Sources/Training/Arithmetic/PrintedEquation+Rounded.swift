import Glibc

extension PrintedEquation {
  /// A finite number rounded to so many significant digits: `±d.ddd · 10^exponent`.
  struct Rounded {
    private let isNegative: Bool
    /// The digits, each 0...9, the first before the point.
    private let digits: [UInt8]
    private let exponent: Int

    init(_ value: Float, digits count: Int) {
      // Sign, digits, point, `e`, sign, at most three digits of exponent, and the end.
      let written = withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 12) { buffer in
        withVaList([Int32(count - 1), Double(value)]) { _ = vsnprintf(buffer.baseAddress, buffer.count, "%.*e", $0) }
        return buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      }
      let parts = written.split(separator: UInt8(ascii: "e"))
      isNegative = written.first == UInt8(ascii: "-")
      digits = parts[0].compactMap { (48...57).contains($0) ? $0 - 48 : nil }
      let size = parts[1].dropFirst().reduce(0) { 10 * $0 + Int($1 - 48) }
      exponent = parts[1].first == UInt8(ascii: "-") ? -size : size
    }

    /// What the digits stand for.
    var value: Double {
      let whole = Double(digits.reduce(0) { 10 * $0 + Int($1) })
      return (isNegative ? -1 : 1) * Self.scaled(whole, exponent - digits.count + 1)
    }

    /// What a one in the last digit stands for; of zero, 1e-7.
    var unit: Double {
      guard digits.contains(where: { $0 != 0 }) else { return 1e-7 }
      return Self.scaled(1, exponent - digits.count + 1)
    }

    /// A whole number of at most 15 digits times a power of ten, rounded once: up to 10^22 such powers are exact.
    private static func scaled(_ whole: Double, _ exponent: Int) -> Double {
      guard exponent.magnitude <= 22 else { return Double("\(Int(whole))e\(exponent)") ?? 0 }
      let power = powers[Int(exponent.magnitude)]
      return exponent < 0 ? whole / power : whole * power
    }

    private static let powers = (0...22).map { Double("1e\($0)")! }

    /// As `%g` writes it, but the exponent without a plus or zeros in front, and zero without a sign.
    var text: String {
      let kept = digits.prefix((digits.lastIndex { $0 != 0 } ?? 0) + 1)
      guard kept != [0] else { return "0" }
      var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      let isPlain = (-4..<digits.count).contains(exponent)
      let point = isPlain ? exponent + 1 : 1
      if point <= 0 { text += [UInt8(ascii: "0"), UInt8(ascii: ".")] + Array(repeating: 48, count: -point) }
      for (place, digit) in kept.enumerated() {
        if place == point, point > 0 { text.append(UInt8(ascii: ".")) }
        text.append(digit + 48)
      }
      if point > kept.count { text += Array(repeating: 48, count: point - kept.count) }
      if !isPlain { text += Array("e\(exponent)".utf8) }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
