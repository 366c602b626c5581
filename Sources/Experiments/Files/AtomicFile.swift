import Foundation

/// Writing that leaves the old file whole until the new one is.
public enum AtomicFile {
  /// Writes to a temporary file beside `path`, makes sure that it is on the disk, and renames it. A pipe or a device
  /// is written to as it is; behind a symbolic link the file that it leads to is replaced.
  ///
  /// - Throws: a `Mistake` where the folder or the disk does not allow it; nothing is changed then.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Mistake) {
    let target = target(of: path)
    let bytes = Array(bytes)
    let isWritten = isSpecial(target) ? writeDirectly(bytes, to: target) : replace(target, by: bytes)
    if !isWritten { throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path)) }
  }

  /// What the names of temporary files begin with; six characters follow.
  static let temporaryPrefix = ".descent."

  /// The same where there is no file yet; says so where there is one, and leaves it.
  ///
  /// - Throws: a `Mistake` where the folder or the disk does not allow it; nothing is changed then.
  static func create(_ bytes: some Collection<UInt8>, at path: String) throws(Mistake) -> Bool {
    var isTaken = false
    let isWritten = withInterruptsWaiting {
      guard let temporary = temporary(beside: path, Array(bytes)) else { return false }
      if link(temporary, path) == 0 {
        unlink(temporary)
        return true
      }
      isTaken = errno == EEXIST
      // Not every file system has second names.
      guard isTaken else { return move(temporary, to: path) }
      unlink(temporary)
      return false
    }
    if !isWritten, !isTaken { throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path)) }
    return isWritten
  }

  /// Whether the file is there and no ordinary one.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  static func writeDirectly(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY)
    guard file >= 0 else { return false }
    return write(bytes, to: file) && close(file) == 0
  }

  private static func replace(_ path: String, by bytes: [UInt8]) -> Bool {
    withInterruptsWaiting {
      guard let temporary = temporary(beside: path, bytes) else { return false }
      return move(temporary, to: path)
    }
  }

  /// An interrupt waits until files are replaced, so that no temporary one is left; nor does a limit on the size of
  /// files end the program, but the writing.
  static func withInterruptsWaiting(_ body: () -> Bool) -> Bool {
    var (interrupts, before) = (sigset_t(), sigset_t())
    sigemptyset(&interrupts)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interrupts, signal) }
    pthread_sigmask(SIG_BLOCK, &interrupts, &before)
    let sizeLimit = signal(SIGXFSZ, SIG_IGN)
    defer {
      signal(SIGXFSZ, sizeLimit)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return body()
  }

  /// Writes a temporary file beside another; nil, and none is left, where that cannot be done.
  static func temporary(beside path: String, _ bytes: [UInt8]) -> String? {
    // A name of its own, so that a long one gets no longer.
    var template = Array((folder(of: path) + "/" + temporaryPrefix + "XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    var isWritten = write(bytes, to: file) && fchmod(file, permissions(of: path)) == 0 && fsync(file) == 0
    let reason = errno
    isWritten = close(file) == 0 && isWritten
    if isWritten { return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) } }
    unlink(template)
    errno = reason
    return nil
  }

  static func move(_ temporary: String, to path: String) -> Bool {
    guard rename(temporary, path) != 0 else { return true }
    let reason = errno
    unlink(temporary)
    errno = reason
    return false
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
