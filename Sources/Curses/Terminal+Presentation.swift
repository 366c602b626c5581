import Glibc
import Screen

extension Terminal {
  /// Whether a frame would be shown now: the terminal has taken the last one and, where it says so, has shown it.
  public var isReady: Bool { output.isEmpty && readyDue == nil }

  /// Shows a frame. Only what differs from the last one is sent; a frame equal to the last costs next to nothing.
  ///
  /// Where the terminal has not taken the last one yet, this one waits until it has, or until a newer one takes its place.
  /// A frame of another size than the screen is cut, or the rest is left blank. The terminal's cursor is put at the frame's,
  /// or hidden where it has none.
  public func present(_ frame: Frame) {
    waiting = frame
    showWaiting()
  }

  /// Sends the whole screen again, whatever the terminal shows now.
  public func repaint() {
    encoder.forget()
    if waiting == nil { waiting = presented }
    showWaiting()
  }

  /// Shows the newest frame, if the terminal is ready for it.
  func showWaiting() {
    guard isReady, let frame = waiting else { return }
    let start = ContinuousClock.now
    waiting = nil
    let bytes = encoder.encode(frame, width: size.width, height: size.height)
    presented = frame
    if !bytes.isEmpty {
      output.send(bracketed(bytes))
      if saysReady { readyDue = .now + Self.pingPatience }
    }
    lastPresentation = .now - start
  }

  /// So long an answer is waited for before the terminal is taken for one that does not give it.
  private static let pingPatience = Duration.seconds(5)

  /// With what makes the terminal show all of it at once, and say when it has.
  private func bracketed(_ bytes: [UInt8]) -> [UInt8] {
    let isSynchronized = identity.isSynchronized
    let ping = saysReady ? TerminalReply.ping : ""
    return Array((isSynchronized ? "\u{1b}[?2026h" : "").utf8) + bytes
      + Array(((isSynchronized ? "\u{1b}[?2026l" : "") + ping).utf8)
  }

  /// Lets the output go on; where the terminal has become ready, the newest frame goes out.
  /// Returns whether it has become ready and nothing waits.
  func proceed(wasReady: Bool) -> Bool {
    output.flush()
    if let due = readyDue, due <= .now { (readyDue, saysReady) = (nil, false) }
    guard isReady, !wasReady else { return false }
    guard waiting != nil else { return true }
    showWaiting()
    return false
  }
}
