import LinearAlgebra

/// A picture of two colours, for a network to remember: +1 where there is ink, −1 where not.
public struct Pattern: Hashable, Sendable {
  /// The name that its file gives it, or its number there, from 1.
  public var name: String
  /// The pixels side by side.
  public let width: Int
  /// The rows of pixels.
  public let height: Int
  /// +1 or −1, row by row, `[height][width]`.
  public let units: [Int8]

  /// Traps unless there is a +1 or −1 for every place.
  public init(name: String, width: Int, height: Int, units: [Int8]) {
    precondition(units.count == width * height, "a \(width)x\(height) pattern has \(units.count) units")
    precondition(units.allSatisfy { $0 == 1 || $0 == -1 }, "a unit is +1 or −1")
    (self.name, self.width, self.height, self.units) = (name, width, height, units)
  }

  /// Random units, +1 or −1 with equal chances.
  public static func random(name: String, width: Int, height: Int, from stream: inout RandomStream) -> Pattern {
    let units = (0..<width * height).map { _ in Int8(stream.next() >> 63 == 0 ? -1 : 1) }
    return Pattern(name: name, width: width, height: height, units: units)
  }

  /// The picture as rows of `#` and `.`.
  public var art: [String] {
    (0..<height).map { row in String(units[row * width..<(row + 1) * width].map { $0 > 0 ? "#" : "." }) }
  }
}
