import Foundation

/// A file as it is on the disk: another one has been put in its place, or it has been written since, where this differs.
struct FileMark: Hashable, Sendable {
  private let inode: UInt64
  /// When it was written, in seconds since 1970.
  let time: Double

  /// Nil where there is no file.
  init?(of path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let changed = attributes[.modificationDate] as? Date
    else { return nil }
    inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
    time = changed.timeIntervalSince1970
  }
}
