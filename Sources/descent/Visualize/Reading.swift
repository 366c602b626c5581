import Dispatch
import Experiments
import Synchronization

/// Reads the list of demos beside all else: whoever opens one of them waits for none of the others.
final class DemoSearch: Sendable {
  private let result = Mutex<[DemoSummary]>([])
  private let work = DispatchGroup()

  /// Begins to read.
  init() {
    DispatchQueue.global().async(group: work) {
      let demos = Demos.all
      self.result.withLock { $0 = demos }
    }
  }

  /// The demos, once they are read.
  var found: [DemoSummary]? { work.wait(timeout: .now()) == .success ? result.withLock { $0 } : nil }

  /// The demos, as soon as they are read.
  func wait() -> [DemoSummary] {
    work.wait()
    return result.withLock { $0 }
  }
}
