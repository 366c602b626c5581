/// The members of a zip archive, stored or deflated (PKWARE's APPNOTE 6.3).
struct ZipArchive {
  let members: [(name: String, bytes: [UInt8])]

  /// The members that there may be.
  private static let memberLimit = 1000

  /// - Parameter limit: the bytes that all members together may have.
  /// - Throws: `damaged`, or `tooLarge`.
  init(_ bytes: [UInt8], limit: Int) throws(Inflate.Failure) {
    func little(_ place: Int, _ count: Int) throws(Inflate.Failure) -> Int {
      guard place >= 0, place + count <= bytes.count else { throw .damaged }
      return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    // The directory's end stands in the last 64 KiB.
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1).first(where: {
        bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
      })
    else { throw .damaged }
    let count = try little(end + 10, 2)
    guard count <= Self.memberLimit else { throw .tooLarge }
    var entry = try little(end + 16, 4)
    var members: [(name: String, bytes: [UInt8])] = []
    var left = limit
    for _ in 0..<count {
      guard try little(entry, 4) == 0x0201_4B50 else { throw .damaged }
      let (method, packed) = (try little(entry + 10, 2), try little(entry + 20, 4))
      let nameLength = try little(entry + 28, 2)
      let local = try little(entry + 42, 4)
      guard entry + 46 + nameLength <= bytes.count else { throw .damaged }
      let name = String(decoding: bytes[entry + 46..<entry + 46 + nameLength], as: UTF8.self)
      let start = local + 30 + (try little(local + 26, 2)) + (try little(local + 28, 2))
      guard start + packed <= bytes.count else { throw .damaged }
      let content: [UInt8]
      switch method {
      case 0 where packed <= left: content = Array(bytes[start..<start + packed])
      case 8: content = try Inflate.inflate(Array(bytes[start..<start + packed]), limit: left)
      case 0: throw .tooLarge
      default: throw .damaged
      }
      left -= content.count
      members.append((name, content))
      entry += 46 + nameLength + (try little(entry + 30, 2)) + (try little(entry + 32, 2))
    }
    self.members = members
  }
}
