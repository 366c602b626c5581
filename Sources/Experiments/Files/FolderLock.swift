import Foundation

/// A folder that one program after another writes in. The lock is the system's and ends with the program that holds it.
struct FolderLock {
  private let folder: CInt

  /// How long another program is waited for: it needs some milliseconds, unless it has been stopped in the middle.
  private static let patience = Duration.seconds(2)

  /// Waits until no other program writes there; where that takes too long, or the file system knows no locks, it goes on without.
  init(of path: String) {
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    let end = ContinuousClock.now + Self.patience
    while flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end {
      usleep(2000)
    }
  }

  /// Lets the next program write.
  func release() { if folder >= 0 { close(folder) } }
}
