extension Bitmap {
  /// The picture as a file in the format Portable Network Graphics (ISO/IEC 15948): 8 bits for each of three colours.
  public var png: [UInt8] {
    let header = UInt32(width).bytes + UInt32(height).bytes + [8, 2, 0, 0, 0]
    let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    return signature + Self.chunk("IHDR", header) + Self.chunk("IDAT", Deflate.zlib(rows)) + Self.chunk("IEND", [])
  }

  /// Each row after its filter, which leaves it as it is.
  private var rows: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (3 * width + 1))
    for y in 0..<height {
      rows.append(0)
      rows += bytes[3 * width * y..<3 * width * (y + 1)]
    }
    return rows
  }

  /// Length, name, data, and the check of name and data.
  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + data
    return UInt32(data.count).bytes + checked + crc(checked).bytes
  }

  /// The cyclic redundancy check CRC-32 (ISO 3309).
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crcTable[Int(($0 ^ UInt32($1)) & 0xff)] ^ $0 >> 8 }
  }

  private static let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 1 ? 0xedb8_8320 ^ remainder >> 1 : remainder >> 1
    }
  }
}

extension UInt32 {
  /// The four bytes, the highest first.
  var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
