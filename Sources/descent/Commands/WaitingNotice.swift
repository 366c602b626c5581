import Experiments
import Foundation

/// Tells somebody at a terminal what they wait for, from the first half second on.
struct WaitingNotice {
  private let queue = DispatchQueue(label: "descent.waiting")
  private let timer: any DispatchSourceTimer

  /// A file that is being read; nil where the source is none.
  init?(reading source: String) {
    guard let size = try? FileManager.default.attributesOfItem(atPath: source)[.size] as? Int else { return nil }
    self.init("reading \(source.split(separator: "/").last ?? ""), \(max(1, size >> 20)) MiB")
  }

  /// Begins to wait; nil where standard error is no terminal.
  ///
  /// - Parameter work: what is being done, such as `saving the run`.
  init?(_ work: String) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let words = "\r\u{1B}[K\(work) …"
    let start = ContinuousClock.now
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 0.5, repeating: 0.5)
    timer.setEventHandler {
      let halves = Int((ContinuousClock.now - start) / .milliseconds(500))
      StandardError.write("\(words) \(halves / 2).\(halves % 2 * 5) s")
    }
    timer.activate()
  }

  /// Takes back what was said.
  func end() {
    queue.sync {
      timer.cancel()
      StandardError.write("\r\u{1B}[K")
    }
  }
}

extension ChangeOptions {
  /// Opens what is to be run, with the changes; somebody at a terminal is told where that takes a while.
  ///
  /// - Parameter preferred: what holds where neither the source nor the changes say anything.
  func open(_ source: String, preferring preferred: [SettingChange] = []) throws(Mistake) -> OpenedExperiment {
    let notice = WaitingNotice(reading: source)
    defer { notice?.end() }
    return try Experiment.open(source: source, sets: assignments, seed: seed, preferring: preferred)
  }
}
