import CCurses
import Glibc
import Screen

extension Terminal {
  /// Full screen, mouse reports (buttons and drags, as SGR sequences), bracketed paste.
  func enter() {
    let keyboard = identity.hasKeyboardProtocol ? Self.keyboardProtocol : ""
    send(capabilities.enter + keyboard + "\u{1b}[?2004h" + (usesMouse ? Self.mouseModes(true) : ""))
    encoder.forget()
    readyDue = nil
  }

  static func mouseModes(_ isOn: Bool) -> String {
    let state = isOn ? "h" : "l"
    return "\u{1b}[?1002\(state)\u{1b}[?1006\(state)"
  }

  /// Kitty's keyboard protocol: Escape is told apart from what begins with it.
  private static let keyboardProtocol = "\u{1b}[>1u"

  /// What undoes every mode, in the reverse order. Terminals ignore those that they do not know.
  func setFarewell() {
    let keyboard = identity.hasKeyboardProtocol ? "\u{1b}[<u" : ""
    let modes = "\u{1b}[?2026l" + keyboard + Self.mouseModes(false) + "\u{1b}[?2004l"
    let plain = capabilities.hasRendition ? "\u{1b}[m" : ""
    // Without a second screen the program's last one stays, and the shell goes on in its last line.
    let isOnlyScreen = capabilities.leave.isEmpty
    let lastLine = isOnlyScreen && capabilities.moveTemplate == nil ? "\u{1b}[999H\u{1b}[K" : ""
    var farewell = modes + plain + lastLine + capabilities.leave + capabilities.showCursor + "\r"
    farewell.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ccurses_set_farewell($0.baseAddress, $0.count) }
    }
  }

  /// Gives the terminal to the shell, as ^Z does, and returns when it is back.
  func suspend() {
    settle()
    output.drop()
    ccurses_give_back()
    ccurses_stop()
    takeBack()
  }

  /// Makes the terminal the program's again, whatever has been done to it meanwhile.
  func takeBack() {
    ccurses_give_back()
    ccurses_hold()
    output.drop()
    enter()
    resizeDue = .now
  }

  /// How long the terminal may take to read what it was sent, and to answer, before it is given back.
  private static let patience = Duration.milliseconds(200)

  /// Waits, for a bounded time, until the terminal has read all and answered all.
  func settle() {
    let end = ContinuousClock.now + Self.patience
    let answered = [answersDue, readyDue.map { _ in end }].compactMap { $0 }.max()
    while !input.hasEnded {
      output.flush()
      let due = output.isEmpty ? answersDue == nil && readyDue == nil ? nil : answered : end
      guard let due, due > .now else { return }
      input.wait(until: due, forOutput: !output.isEmpty)
      for reply in input.receive() { take(reply) }
      while input.takeEvent() != nil {}
    }
  }

  /// Asks what the terminal can do.
  func askTerminal() {
    send(TerminalReply.questions)
    expectAnswers()
    firstAnswersEnd = .now + .milliseconds(20)
  }

  /// Waits for the answers to what the terminal was asked when it was taken, from then on no longer than nobody sees: what comes later
  /// is told by `.identified`. Then `identity` and `glyphs` are as the first frame should take them.
  public func awaitIdentity() {
    guard let end = firstAnswersEnd else { return }
    firstAnswersEnd = nil
    while !identity.isComplete, ContinuousClock.now < end, !input.hasEnded {
      input.wait(until: end, forOutput: !output.isEmpty)
      output.flush()
      for reply in input.receive() { take(reply) }
    }
    if suggestsGlyphs, glyphs == .quadrants, let drawn = GlyphSet.drawn(by: identity, among: glyphSets) {
      glyphs = drawn
    }
  }

  /// A line may be so slow that answers come in single bytes: each keeps the rest expected. Whoever quits waits less long.
  private func expectAnswers() {
    answersDue = .now + .milliseconds(1500)
    answersEnd = .now + .seconds(10)
    input.decoder.expectsAnswers = true
  }

  /// Learns from an answer. Returns whether it says something new of what the terminal is.
  @discardableResult
  func take(_ reply: TerminalReply) -> Bool {
    let before = identity
    identity.learn(from: reply)
    if answersEnd != nil { expectAnswers() }
    switch reply {
    case .synchronizedOutput, .background, .version: break
    case .keyboardProtocol: if !before.hasKeyboardProtocol { adoptKeyboardProtocol() }
    case .attributes:
      (answersDue, answersEnd) = (nil, nil)
      input.decoder.expectsAnswers = false
      saysReady = true
    case .ready:
      readyDue = nil
      saysReady = true
    }
    return identity != before
  }

  private func adoptKeyboardProtocol() {
    setFarewell()
    if isOpen { send(Self.keyboardProtocol) }
  }
}
