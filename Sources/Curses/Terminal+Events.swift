import CCurses
import Glibc
import Screen

extension Terminal {
  /// The next thing that happens; nil when the deadline is reached first, when the terminal has become ready for another
  /// frame, or when it is woken by `wake`. Without a deadline it waits for ever, asleep.
  ///
  /// ^Z is handled here: the program stops, and `.resumed` comes when it goes on. Several changes of the window's size within
  /// 30 ms are one event. A flood of input is thrown away and told as `.thinned`.
  public func nextEvent(deadline: ContinuousClock.Instant? = nil) -> InputEvent? {
    while true {
      let wasReady = isReady
      collect()
      if let event = input.takeEvent().map(meaning) ?? takeSignalEvent() ?? takeResize() { return event }
      if proceed(wasReady: wasReady) || takeSignal(0) { return nil }
      if let deadline, deadline <= .now { return nil }
      let instants = [deadline, input.due, resizeDue, readyDue, answersDue, answersEnd].compactMap { $0 }
      input.wait(until: instants.min(), forOutput: !output.isEmpty)
    }
  }

  /// Ends the wait of `nextEvent`, now or when it comes to wait next: something else has happened. Any thread may call it.
  public static func wake() { ccurses_wake() }

  /// Reads what the terminal has sent and keeps the answers in it.
  private func collect() {
    var hasLearnt = false
    for reply in input.receive() where take(reply) { hasLearnt = true }
    if hasLearnt { input.add(.identified) }
    if let due = answersDue, due <= .now { answersDue = nil }
    if let end = answersEnd, end <= .now {
      answersEnd = nil
      input.decoder.expectsAnswers = false
    }
  }

  /// What an event stands for: with kitty's keyboard protocol the keys that send signals come as keys.
  private func meaning(of event: InputEvent) -> InputEvent {
    if case .thinned = event { readyDue = nil }  // An answer may have been among it.
    guard identity.hasKeyboardProtocol, case .key(let press) = event, press.control, !press.alt else { return event }
    switch press.key {
    case .character("c"): return .terminate(signal: SIGINT)
    case .character("\\"): ccurses_end_by(SIGQUIT)
    case .character("z"):
      suspend()
      return .resumed
    default: break
    }
    return event
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
    guard let window = Self.windowSize else { return nil }
    // A window that has become smaller and larger again has lost what was at its edges, though its size is the same.
    encoder.forget()
    guard size != window else {
      repaint()
      return nil
    }
    size = window
    return .resize(width: size.width, height: size.height)
  }
}
