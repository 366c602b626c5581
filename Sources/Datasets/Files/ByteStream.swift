import Foundation

/// A file's bytes, one after another, read in chunks of 64 KiB.
final class ByteStream {
  private let file: UnsafeMutablePointer<FILE>
  private let path: String
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0

  /// - Parameter path: `-` for standard input.
  /// - Throws: `DataError` where there is no such file, or it cannot be opened.
  init(path: String) throws(DataError) {
    guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "rb") : fopen(path, "rb") else { throw Self.error(path) }
    self.file = file
    self.path = path
  }

  deinit { fclose(file) }

  /// The next byte, or nil at the end.
  func next() throws(DataError) -> UInt8? {
    if position == end {
      end = fread(&chunk, 1, chunk.count, file)
      position = 0
      if end == 0 {
        if ferror(file) != 0 { throw Self.error(path) }
        return nil
      }
    }
    position += 1
    return chunk[position - 1]
  }

  /// All bytes that are left, at most `limit` of them.
  ///
  /// - Throws: `DataError` where there are more.
  func rest(limit: Int) throws(DataError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = try next() {
      bytes.append(byte)
      bytes += chunk[position..<end]
      position = end
      if bytes.count > limit {
        throw DataError(.tooLarge(limit: "\(limit >> 20) MiB"), at: DataError.Place(file: path))
      }
    }
    return bytes
  }

  /// What the system says went wrong last.
  private static func error(_ path: String) -> DataError {
    let problem: DataError.Problem =
      errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable(reason: String(cString: strerror(errno)))
    return DataError(problem, at: DataError.Place(file: path))
  }
}
