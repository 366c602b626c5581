/// Unpacks gzip files (RFC 1952) and the DEFLATE format within (RFC 1951), without any system library.
///
/// Decoding is canonical Huffman by code length, as in Mark Adler's `puff`.
struct Inflate {
  /// What is wrong with the data; worded by the caller.
  enum Failure: Error {
    case damaged
    case tooLarge
  }

  private let input: [UInt8]
  private var position: Int
  private var bitBuffer: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// The bytes that a gzip file holds, at most `limit`; all its members, one after another.
  static func gunzip(_ input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var inflate = Inflate(input: input, position: 0, limit: limit)
    repeat { try inflate.member() } while inflate.position < input.count
    return inflate.output
  }

  private init(input: [UInt8], position: Int, limit: Int) {
    self.input = input
    self.position = position
    self.limit = limit
  }

  /// The bytes of a bare DEFLATE stream, at most `limit`.
  static func inflate(_ input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var inflate = Inflate(input: input, position: 0, limit: limit)
    try inflate.blocks()
    return inflate.output
  }

  /// One gzip member: header, DEFLATE blocks, checksum and length.
  private mutating func member() throws(Failure) {
    let start = output.count
    try skipHeader()
    try blocks()
    (bitBuffer, bitCount) = (0, 0)
    guard try little(4) == Self.checksum(output[start...]),
      try little(4) == UInt32(truncatingIfNeeded: output.count - start)
    else { throw .damaged }
  }

  private mutating func blocks() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1: try block(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        let (literals, distances) = try dynamicCodes()
        try block(literals, distances)
      default: throw .damaged
      }
    }
  }

  private mutating func skipHeader() throws(Failure) {
    guard try byte() == 0x1F, try byte() == 0x8B, try byte() == 8 else { throw .damaged }
    let flags = try byte()
    for _ in 0..<6 { _ = try byte() }
    if flags & 4 != 0 {
      for _ in 0..<(try little(2)) { _ = try byte() }
    }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while try byte() != 0 {}
    }
    if flags & 2 != 0 { _ = try little(2) }
  }
}

// MARK: Bits

extension Inflate {
  private mutating func byte() throws(Failure) -> UInt8 {
    guard position < input.count else { throw .damaged }
    position += 1
    return input[position - 1]
  }

  /// A number of so many bytes, the lowest first.
  private mutating func little(_ count: UInt32) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for place in 0..<count { value |= UInt32(try byte()) << (8 * place) }
    return value
  }

  /// A number of so many bits, the lowest first.
  private mutating func bits(_ count: UInt32) throws(Failure) -> Int {
    while bitCount < count {
      bitBuffer |= UInt32(try byte()) << bitCount
      bitCount += 8
    }
    let value = bitBuffer & (1 << count - 1)
    bitBuffer >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(Failure) {
    guard output.count < limit else { throw .tooLarge }
    output.append(byte)
  }

  /// CRC-32 as gzip defines it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let table = (0..<256 as Range<UInt32>).map { index in
      (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
    return ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }
}

// MARK: Codes

extension Inflate {
  /// A canonical Huffman code: how many codes each length has, and the symbols in order of their codes.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    /// Nil where the lengths ask for more codes than there are.
    init?(lengths: ArraySlice<Int>) {
      for length in lengths { counts[length] += 1 }
      var left = 1
      for length in 1...15 {
        left = 2 * left - counts[length]
        if left < 0 { return nil }
      }
      let inOrder = lengths.enumerated().filter { $0.element > 0 }
      symbols = inOrder.sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset)
      counts[0] = 0
    }
  }

  private static let fixedLiterals = Code(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }[...])!
  private static let fixedDistances = Code(lengths: [Int](repeating: 5, count: 30)[...])!
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func symbol(_ code: Code) throws(Failure) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  /// The codes that stand at the head of a block of type 2.
  private mutating func dynamicCodes() throws(Failure) -> (literals: Code, distances: Code) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    var lengths = [Int](repeating: 0, count: 19)
    for place in 0..<(try bits(4) + 4) { lengths[Self.lengthOrder[place]] = try bits(3) }
    guard let lengthCode = Code(lengths: lengths[...]) else { throw .damaged }

    lengths = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(lengthCode) {
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += Array(repeating: last, count: 3 + (try bits(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try bits(3)))
      case 18: lengths += Array(repeating: 0, count: 11 + (try bits(7)))
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literalCount + distanceCount, let literals = Code(lengths: lengths[..<literalCount]),
      let distances = Code(lengths: lengths[literalCount...])
    else { throw .damaged }
    return (literals, distances)
  }
}

// MARK: Blocks

extension Inflate {
  private mutating func stored() throws(Failure) {
    (bitBuffer, bitCount) = (0, 0)
    let length = try little(2)
    guard try little(2) == ~length & 0xFFFF else { throw .damaged }
    for _ in 0..<length { try append(try byte()) }
  }

  /// A block of literals and of copies of what came before.
  private mutating func block(_ literals: Code, _ distances: Code) throws(Failure) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        try append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copy(lengthSymbol: symbol - 257, distances)
      }
    }
  }

  private mutating func copy(lengthSymbol: Int, _ distances: Code) throws(Failure) {
    guard lengthSymbol < 29 else { throw .damaged }
    let length = Self.lengths[lengthSymbol].base + (try bits(Self.lengths[lengthSymbol].extra))
    let distanceSymbol = try symbol(distances)
    guard distanceSymbol < 30 else { throw .damaged }
    let distance = Self.distances[distanceSymbol].base + (try bits(Self.distances[distanceSymbol].extra))
    guard distance <= output.count else { throw .damaged }
    for _ in 0..<length { try append(output[output.count - distance]) }
  }

  /// The copies' lengths: symbol s stands for `base` and so many extra bits.
  private static let lengths: [(base: Int, extra: UInt32)] = ranges(first: 3, groups: 4, count: 28) + [(258, 0)]
  private static let distances: [(base: Int, extra: UInt32)] = ranges(first: 1, groups: 2, count: 30)

  /// Ranges that double in width after every `groups`; the first two groups have no extra bits.
  private static func ranges(first: Int, groups: Int, count: Int) -> [(base: Int, extra: UInt32)] {
    var base = first
    return (0..<count).map { symbol in
      let extra = max(0, symbol / groups - 1)
      defer { base += 1 << extra }
      return (base, UInt32(extra))
    }
  }
}
