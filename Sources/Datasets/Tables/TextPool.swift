/// Texts that come back again and again, each kept once and known by its number (0, 1, … in order of appearance).
///
/// O(length) to look one up. Holds at most `textLimit` texts and `byteLimit` bytes.
struct TextPool {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Open addressing: the number of a text plus one, 0 where the slot is free.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  /// Whether there were more texts than are kept.
  private(set) var isFull = false

  static let textLimit = 100_000
  static let byteLimit = 16 << 20

  var count: Int { ends.count - 1 }
  var byteCount: Int { bytes.count }

  /// The number of a text, which is taken in where it is new; nil where there is no room.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, text) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < Self.textLimit, bytes.count + text.count <= Self.byteLimit else {
      isFull = true
      return nil
    }
    bytes += text
    ends.append(bytes.count)
    slots[slot] = Int32(count)
    if count * 2 > slots.count { grow() }
    return Int32(count - 1)
  }

  /// The bytes of a text.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == text.count else { return false }
    for place in 0..<text.count where bytes[start + place] != text[place] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Int32](repeating: 0, count: slots.count * 4)
    for number in 0..<count {
      let hash = self[number].withUnsafeBufferPointer { Self.hash($0) }
      var slot = hash & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(number + 1)
    }
    slots = larger
  }

  /// FNV-1a with its bits mixed once more.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff_ffff_ffff)
  }
}
