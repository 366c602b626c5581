/// The control sequence that sets how a terminal writes (SGR): its parameters are gathered here, without a string, since a picture
/// takes thousands of them and for each of those that are sent several are weighed.
public struct GraphicRendition: Sendable {
  /// Nine attributes of two digits that begin or end, a 0, and two colours of five parameters each fit: 2 + 2 + 9 · 3 + 2 · 17.
  private var bytes = InlineArray<72, UInt8>(repeating: 0)
  private var count = 2

  /// A sequence without parameters, which ends all that was set.
  public init() { (bytes[0], bytes[1]) = (0x1b, UInt8(ascii: "[")) }

  /// The bytes of its parameters and of what separates them.
  public var length: Int { count - 2 }

  /// Appends a further parameter, 0…255.
  public mutating func append(_ parameter: Int) {
    if count > 2 { push(UInt8(ascii: ";")) }
    if parameter >= 100 { push(UInt8(ascii: "0") + UInt8(parameter / 100)) }
    if parameter >= 10 { push(UInt8(ascii: "0") + UInt8(parameter / 10 % 10)) }
    push(UInt8(ascii: "0") + UInt8(parameter % 10))
  }

  /// Appends the parameters for a colour; the base is 30 for a foreground, 40 for a background.
  public mutating func append(_ color: Color, base: Int) {
    if let index = color.paletteIndex.map(Int.init) {
      switch index {
      case ..<8: append(base + index)
      case ..<16: append(base + 60 + index - 8)
      default:
        append(base + 8)
        append(5)
        append(index)
      }
    } else if let parts = color.components {
      append(base + 8)
      append(2)
      append(parts.red)
      append(parts.green)
      append(parts.blue)
    } else {
      append(base + 9)
    }
  }

  private mutating func push(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Writes the whole sequence.
  public func write(to output: inout [UInt8]) {
    bytes.span.extracting(first: count).withUnsafeBufferPointer { output += $0 }
    output.append(UInt8(ascii: "m"))
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  public mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case let code where code < 0x80: append(UInt8(code))
    // The Basic Multilingual Plane, where nearly all that is drawn lies: by hand, since this is done for every cell.
    case let code where (0x800..<0x1_0000).contains(code):
      append(UInt8(0xe0 | code >> 12))
      append(UInt8(0x80 | code >> 6 & 0x3f))
      append(UInt8(0x80 | code & 0x3f))
    default: append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}
