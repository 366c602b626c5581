/// Packs bytes in the format DEFLATE (RFC 1951), in one block of the fixed codes.
struct Deflate {
  private var output: [UInt8] = []
  /// Bits that do not fill a byte yet, the first in the lowest place.
  private var waiting: UInt32 = 0
  private var waitingCount: UInt32 = 0

  /// In a stream of zlib (RFC 1950), with its check.
  static func zlib(_ input: [UInt8]) -> [UInt8] {
    var deflate = Deflate()
    deflate.pack(input)
    return [0x78, 0x9c] + deflate.output + adler(input).bytes
  }

  /// The check Adler-32.
  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }

  private mutating func pack(_ input: [UInt8]) {
    write(0b011, count: 3)  // The last block, of the fixed codes.
    var last = [Int](repeating: -1, count: 1 << Self.hashBits)
    var place = 0
    while place < input.count {
      let match = Self.match(in: input, at: place, &last)
      if match.length >= 4 {
        write(length: match.length)
        write(distance: match.distance)
        place += match.length
      } else {
        write(literal: Int(input[place]))
        place += 1
      }
    }
    write(literal: 256)
    if waitingCount > 0 { write(0, count: 8 - waitingCount) }
  }

  private static let hashBits: UInt32 = 15

  /// The longest of three repetitions that begin at a place: of the pixel before it, of the last such four bytes, and of the last
  /// match's neighbours, which the four bytes stand for.
  private static func match(in input: [UInt8], at place: Int, _ last: inout [Int]) -> (length: Int, distance: Int) {
    guard place + 4 <= input.count else { return (0, 0) }
    let word = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(input[place + $1]) }
    let key = Int((word &* 2_654_435_761) >> (32 - hashBits))
    defer { last[key] = place }
    var best = (length: 0, distance: 0)
    for start in [place - 3, last[key]] where start >= 0 && place - start <= 32768 {
      var length = 0
      while length < 258, place + length < input.count, input[start + length] == input[place + length] { length += 1 }
      if length > best.length { best = (length, place - start) }
    }
    return best
  }

  private mutating func write(_ bits: UInt32, count: UInt32) {
    waiting |= bits << waitingCount
    waitingCount += count
    while waitingCount >= 8 {
      output.append(UInt8(waiting & 0xff))
      waiting >>= 8
      waitingCount -= 8
    }
  }

  /// A code, whose highest bit comes first.
  private mutating func write(code: Int, count: UInt32) {
    var reversed: UInt32 = 0
    for bit in 0..<count where code >> Int(bit) & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
    write(reversed, count: count)
  }

  private mutating func write(literal: Int) {
    switch literal {
    case ..<144: write(code: 0x30 + literal, count: 8)
    case ..<256: write(code: 0x190 + literal - 144, count: 9)
    case ..<280: write(code: literal - 256, count: 7)
    default: write(code: 0xc0 + literal - 280, count: 8)
    }
  }

  private mutating func write(length: Int) {
    if length == 258 { return write(literal: 285) }
    let (group, extra) = Self.group(of: length - 3, first: 4)
    write(literal: 257 + group)
    write(extra.bits, count: extra.count)
  }

  private mutating func write(distance: Int) {
    let (group, extra) = Self.group(of: distance - 1, first: 2)
    write(code: group, count: 5)
    write(extra.bits, count: extra.count)
  }

  /// Which group of lengths or distances a number belongs to, and its place there: twice `first` groups hold one number each,
  /// and then `first` groups each hold twice as many as those before.
  private static func group(of number: Int, first: Int) -> (group: Int, extra: (bits: UInt32, count: UInt32)) {
    guard number >= 2 * first else { return (number, (0, 0)) }
    let count = Int.bitWidth - 1 - (number / first).leadingZeroBitCount
    let group = first * (count + 1) + (number >> count) - first
    return (group, (UInt32(number & (1 << count - 1)), UInt32(count)))
  }
}
