import CCurses
import Glibc
import Screen

extension Terminal {
  /// The next thing that happens, or nil when the deadline is reached first. Without a deadline it waits for ever, asleep.
  ///
  /// ^Z is handled here: the program stops, and `.resumed` comes when it goes on. Several changes of the window's size within
  /// 30 ms are one event.
  public func nextEvent(deadline: ContinuousClock.Instant? = nil) -> InputEvent? {
    while true {
      collect()
      if let event = input.takeEvent() ?? takeSignalEvent() ?? takeResize() { return event }
      if let deadline, deadline <= .now { return nil }
      input.wait(until: [deadline, input.patienceEnds, resizeDue].compactMap { $0 }.min())
    }
  }

  /// What a signal asks for: the program to end, or to stop and go on.
  private func takeSignalEvent() -> InputEvent? {
    pendingSignals |= ccurses_take_signals()
    if takeSignal(SIGWINCH), resizeDue == nil { resizeDue = .now + .milliseconds(30) }
    for signal in [SIGHUP, SIGTERM, SIGINT] where takeSignal(signal) { return .terminate(signal: signal) }
    if takeSignal(SIGTSTP) {
      suspend()
      return .resumed
    }
    if takeSignal(SIGCONT) {
      takeBack()
      return .resumed
    }
    return nil
  }

  private func takeSignal(_ signal: Int32) -> Bool {
    let bit = UInt64(1) << UInt64(signal)
    defer { pendingSignals &= ~bit }
    return pendingSignals & bit != 0
  }

  private func takeResize() -> InputEvent? {
    guard let due = resizeDue, due <= .now else { return nil }
    resizeDue = nil
    ccurses_adapt_size()
    guard size != Self.screenSize else { return nil }
    size = Self.screenSize
    ccurses_erase(true)
    shown = nil
    return .resize(width: size.width, height: size.height)
  }
}
