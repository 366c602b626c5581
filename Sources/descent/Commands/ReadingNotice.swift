import Experiments
import Foundation

/// Tells somebody at a terminal that a file is being read, from the first half second on.
struct ReadingNotice {
  private let queue = DispatchQueue(label: "descent.reading")
  private let timer: any DispatchSourceTimer

  /// Begins to wait; nil where standard error is no terminal, or the source is no file.
  init?(reading source: String) {
    guard isatty(STDERR_FILENO) == 1,
      let size = try? FileManager.default.attributesOfItem(atPath: source)[.size] as? Int
    else { return nil }
    let words = "\r\u{1B}[Kreading \(source.split(separator: "/").last ?? ""), \(max(1, size >> 20)) MiB …"
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
    let notice = ReadingNotice(reading: source)
    defer { notice?.end() }
    return try Experiment.open(source: source, sets: assignments, seed: seed, preferring: preferred)
  }
}
