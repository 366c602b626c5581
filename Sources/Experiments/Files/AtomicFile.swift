import Foundation

/// Writing that leaves the old file whole until the new one is.
public enum AtomicFile {
  /// Writes to a temporary file beside `path`, makes sure that it is on the disk, and renames it. A pipe or a device
  /// is written to as it is; behind a symbolic link the file that it leads to is replaced.
  ///
  /// - Throws: a `Mistake` where the folder or the disk does not allow it; nothing is changed then.
  static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Mistake) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let isWritten = isSpecial(target) ? writeDirectly(Array(bytes), to: target) : replace(target, by: Array(bytes))
    if !isWritten { throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path)) }
  }

  /// Whether the file is there and no ordinary one.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY)
    guard file >= 0 else { return false }
    return write(bytes, to: file) && close(file) == 0
  }

  /// An interrupt waits until the file is replaced, lest the temporary one be left.
  private static func replace(_ path: String, by bytes: [UInt8]) -> Bool {
    var (interrupts, before) = (sigset_t(), sigset_t())
    sigemptyset(&interrupts)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interrupts, signal) }
    pthread_sigmask(SIG_BLOCK, &interrupts, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var template = Array((path + ".XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return false }
    var isWritten = write(bytes, to: file) && fchmod(file, permissions(of: path)) == 0 && fsync(file) == 0
    isWritten = close(file) == 0 && isWritten && rename(template, path) == 0
    if !isWritten {
      let reason = errno
      unlink(template)
      errno = reason
    }
    return isWritten
  }

  /// The same for a text, in UTF-8.
  public static func write(_ text: String, to path: String) throws(Mistake) { try write(text.utf8, to: path) }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let count = Foundation.write(file, buffer.baseAddress! + position, buffer.count - position)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        position += count
      }
      return true
    }
  }

  /// Those of the file that is replaced, else what the user's mask leaves of rw-rw-rw-.
  private static func permissions(of path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}

/// What the system says went wrong.
enum SystemError {
  static var last: String { String(cString: strerror(errno)) }
}
