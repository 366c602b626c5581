import Foundation

/// Whether a process sleeps until something comes from outside: its main thread waits in `poll`, without a limit of time.
///
/// That is what the program does when it is paused, no surface is being computed, no frame is due and no answer of its terminal
/// awaited. Linux tells it in /proc; a thread that has been woken but has not run yet is "running" there.
func isAtRest(_ process: pid_t) -> Bool {
  let line = (try? String(contentsOf: URL(filePath: "/proc/\(process)/syscall"), encoding: .utf8)) ?? ""
  let fields = line.split(separator: " ")
  guard fields.count > 3, let number = Int(fields[0]) else { return false }
  #if arch(x86_64)
    return number == 7 && UInt32(truncatingIfNeeded: hexadecimal(fields[3])) == .max
  #else
    return number == 73 && hexadecimal(fields[3]) == 0  // ppoll, without a time.
  #endif
}

private func hexadecimal(_ word: Substring) -> UInt64 { UInt64(word.dropFirst(2), radix: 16) ?? 0 }

extension PseudoTerminal {
  /// Reads until the program is at rest and everything it has sent is read; false where that does not happen in time.
  ///
  /// It is looked at several times, since what was typed takes a moment to arrive.
  func rest(seconds: Double = 10) -> Bool {
    let end = Date.now + seconds
    var seen = 0
    while seen < 4 {
      guard Date.now < end, !hasEnded else { return false }
      let isQuiet = isAtRest(process)
      seen = read(upTo: 1 << 16) == 0 && isQuiet ? seen + 1 : 0
      pump(milliseconds: 8)
    }
    return true
  }
}

extension TerminalSession {
  /// The styled screen when the program is at rest and tmux has shown all it sent; nil where that does not happen in time.
  func screenAtRest(seconds: Double = 10) throws -> String? {
    let end = Date.now + seconds
    var (seen, last) = (0, "")
    while seen < 4 {
      guard Date.now < end else { return nil }
      usleep(10_000)
      let isQuiet = isProgramAtRest
      let screen = try screen(styled: true)
      seen = isQuiet && screen == last ? seen + 1 : 0
      last = screen
    }
    return last
  }
}
