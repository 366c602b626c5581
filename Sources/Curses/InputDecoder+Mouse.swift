import Screen

extension InputDecoder {
  /// SGR mouse reports (xterm's mode 1006): ESC [ < buttons ; column ; row, and M for a press, m for a release.
  static func mouse(_ sequence: ControlSequence) -> MouseEvent? {
    guard sequence.numbers.count == 3 else { return nil }
    let (code, x, y) = (sequence.numbers[0], sequence.numbers[1], sequence.numbers[2])
    return mouse(code: code, x: x, y: y, isRelease: sequence.final == "m")
  }

  /// The mouse reports of before 1006: ESC [ M and three bytes, each 32 more than its value. Some terminals know no other.
  static func decodeOldMouse(_ bytes: ArraySlice<UInt8>) -> Step {
    let report = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    if report.contains(where: { $0 < 0 }) { return .taken(3, nil) }  // The beginning of something else.
    guard report.count == 3 else { return .incomplete }
    let isRelease = report[0] & 0b110_0011 == 3
    let event = mouse(code: report[0], x: report[1], y: report[2], isRelease: isRelease)
    return .taken(6, event.map { .event(.mouse($0)) })
  }

  /// Bits of `code`: 1 and 2 the button, 4 Shift, 8 Alt, 16 Control, 32 movement, 64 the wheel. The first cell is (1, 1).
  private static func mouse(code: Int, x: Int, y: Int, isRelease: Bool) -> MouseEvent? {
    guard x >= 1, y >= 1, code >= 0, code < 128 else { return nil }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right, .none]
    let button = buttons[code & 3]
    let kind: MouseEvent.Kind
    if code & 64 != 0 {
      guard code & 2 == 0 else { return nil }  // A wheel turned sideways.
      kind = code & 1 == 0 ? .wheelUp : .wheelDown
      return MouseEvent(kind, .none, x: x - 1, y: y - 1)
    }
    if isRelease {
      kind = .release
    } else {
      kind = code & 32 != 0 ? .drag : .press
      guard button != .none else { return nil }  // Movement with nothing pressed.
    }
    return MouseEvent(kind, button, x: x - 1, y: y - 1)
  }
}
