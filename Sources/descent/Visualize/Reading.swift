import Dispatch
import Synchronization

/// Something that is read beside all else, such as the list of demos: whoever opens one of them waits for none of the others.
final class Reading<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let work = DispatchGroup()

  /// Begins to read.
  init(_ read: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: work) {
      let value = read()
      self.result.withLock { $0 = value }
    }
  }

  /// What has been read; nil until all of it has.
  var found: Value? { result.withLock { $0 } }

  /// What has been read, as soon as all of it has.
  func wait() -> Value {
    work.wait()
    return found!
  }
}
