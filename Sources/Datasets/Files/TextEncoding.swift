/// How the letters of a text file are written in bytes.
public enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 (little-endian)"
  case utf16BigEndian = "UTF-16 (big-endian)"
  /// Latin-1, with Microsoft's letters where Latin-1 has control codes.
  case windows1252 = "Windows-1252"

  /// The text in UTF-8 without a byte-order mark, and the encoding that it was in.
  ///
  /// A mark decides; else half of the bytes of a short look being zero says UTF-16; else bytes that are no UTF-8 are
  /// taken for Windows-1252.
  /// - Throws: `binary` where there are zero bytes in a text of single bytes.
  static func decoded(_ bytes: [UInt8]) throws(DataError.Problem) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (try checked(Array(bytes.dropFirst(3)))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), isBig: false), .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), isBig: true), .utf16BigEndian) }
    let look = bytes.prefix(4096)
    let zeros = look.indices.filter { look[$0] == 0 }
    if zeros.count * 5 > look.count * 2 {
      let odd = zeros.count { $0 % 2 == 1 }
      if odd * 10 >= zeros.count * 9 { return (utf16(bytes[...], isBig: false), .utf16LittleEndian) }
      if odd * 10 <= zeros.count { return (utf16(bytes[...], isBig: true), .utf16BigEndian) }
    }
    return try checked(bytes)
  }

  private static func checked(_ bytes: [UInt8]) throws(DataError.Problem) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.prefix(1 << 16).contains(0) { throw .binary }
    return bytes.isUTF8 ? (bytes, .utf8) : (windows1252(bytes), .windows1252)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? microsoftLetters[Int(byte - 0x80)] : UInt32(byte)
        text += UTF8.encode(Unicode.Scalar(scalar) ?? "?")!
      }
    }
    return text
  }

  /// The letters of 0x80 ... 0x9F (the WHATWG's index of windows-1252).
  private static let microsoftLetters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}

extension [UInt8] {
  /// Whether the bytes are well-formed UTF-8; runs of ASCII are passed over eight bytes at a time.
  var isUTF8: Bool {
    withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        if position + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          position += 8
        } else {
          let length = Self.scalarLength(bytes[position...])
          if length == 0 { return false }
          position += length
        }
      }
      return true
    }
  }

  /// The bytes of the scalar that a text begins with; 0 where it is not well-formed (Unicode 16, table 3-7).
  private static func scalarLength(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let first = bytes[bytes.startIndex]
    let (length, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0..<0x80: (1, 0, 0)
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      default: (0, 0, 0)
      }
    guard length <= bytes.count else { return 0 }
    for place in 1..<Swift.max(1, length) {
      let byte = bytes[bytes.startIndex + place]
      guard place == 1 ? (low...high).contains(byte) : byte & 0xC0 == 0x80 else { return 0 }
    }
    return length
  }
}
