import Foundation

/// A line on standard error that fills up, on a terminal alone.
struct ProgressBar {
  private let title: String
  private var nextShow: ContinuousClock.Instant
  private var isShown = false

  private static let interval = Duration.milliseconds(100)
  private static let cells = 30

  /// Nil where standard error is no terminal. It is first shown after a delay: what is done by then needs none.
  init?(title: String, after delay: Duration = .zero) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    nextShow = .now + delay
    self.title = title
  }

  /// Whether it has stood unchanged for a tenth of a second.
  var isDue: Bool { ContinuousClock.now >= nextShow }

  /// Shows how far it is.
  mutating func show(share: Double, _ detail: String) {
    nextShow = .now + Self.interval
    isShown = true
    let filled = Int(min(1, max(0, share)) * Double(Self.cells))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.cells - filled)
    StandardError.write("\r\(title) [\(bar)] \(Int(share * 100)) %  \(detail)\u{1B}[K")
  }

  /// The same, unless it has been shown just now, or nothing has taken long yet.
  mutating func showIfDue(share: Double, _ detail: @autoclosure () -> String) {
    if isDue { show(share: share, detail()) }
  }

  /// Takes the line away.
  mutating func end() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
