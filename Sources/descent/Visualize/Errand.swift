import Curses
import Glibc
import Synchronization

/// Something that takes long, done beside the loop, which it wakes when it is done.
final class Errand<Outcome: Sendable>: Sendable {
  private let result = Mutex<Outcome?>(nil)
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// Begins at once.
  init(_ work: @escaping @Sendable () -> Outcome) {
    let task = Task.detached {
      let outcome = work()
      self.result.withLock { $0 = outcome }
      Terminal.wake()
    }
    self.task.withLock { $0 = task }
  }

  /// What came of it, once it is done.
  var outcome: Outcome? { result.withLock { $0 } }

  /// Says that nobody wants it any more.
  func cancel() { task.withLock { $0?.cancel() } }
}

/// The processor's time that a thread has taken: what something takes, however many others are at work on the machine.
enum ProcessorTime {
  /// That of the calling thread since it began.
  static var ofThread: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
