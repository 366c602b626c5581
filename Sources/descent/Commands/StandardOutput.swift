import Experiments
import Foundation

/// Standard output, with its errors noticed.
struct Output {
  private var buffer: [UInt8] = []

  private static let size = 1 << 16

  /// Writes a text at once.
  ///
  /// - Throws: a `Mistake` where it cannot be written, such as on a full disk.
  static func write(_ text: String) throws(Mistake) { try write(text.utf8) }

  /// Writes bytes at once; throws as above.
  static func write(_ bytes: some Sequence<UInt8>) throws(Mistake) {
    var output = Output()
    output.buffer += bytes
    try output.flush()
  }

  /// Adds to what is written when there is enough of it, or at `flush`.
  mutating func append(_ text: String) throws(Mistake) {
    buffer += text.utf8
    if buffer.count >= Self.size { try flush() }
  }

  mutating func flush() throws(Mistake) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Mistake(.cannotWrite(reason: String(cString: strerror(errno))), at: .file("standard output"))
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
