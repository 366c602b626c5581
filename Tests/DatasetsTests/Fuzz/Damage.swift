import Foundation
import LinearAlgebra

/// Damage to a file's bytes, the same for the same seed.
struct Damage {
  private var random: RandomStream
  private let words: [[UInt8]]

  /// How many damaged files a test reads: `DESCENT_FUZZ=100000` in the environment asks for more.
  static let cases = ProcessInfo.processInfo.environment["DESCENT_FUZZ"].flatMap { Int($0) } ?? 300

  /// - Parameter words: what may come to stand anywhere in the file.
  init(seed: UInt64, words: [[UInt8]]) {
    random = RandomStream(seed: seed, purpose: .search)
    self.words = words
  }

  /// The bytes with one to six places damaged.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...random.integer(below: 6) { damage(&result) }
    return result
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes = word() }
    let place = random.integer(below: bytes.count)
    let end = min(bytes.count, place + 1 + random.integer(below: 24))
    switch random.integer(below: 8) {
    case 0: bytes[place] ^= 1 << UInt8(random.integer(below: 8))
    case 1: bytes[place] = UInt8(random.integer(below: 256))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.integer(below: bytes.count))
    case 4: bytes.insert(contentsOf: word(), at: place)
    case 5: bytes.replaceSubrange(place..<end, with: word())
    case 6: bytes.removeSubrange(place...)
    default: bytes[place] = [0, 0x7F, 0x80, 0xFF][random.integer(below: 4)]
    }
  }

  private mutating func word() -> [UInt8] { words.isEmpty ? [0] : words[random.integer(below: words.count)] }
}
