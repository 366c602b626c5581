import CCurses
import Screen

/// The bytes on their way to the terminal. Nothing here waits: what the terminal does not take now stays until it does.
struct Output {
  private var bytes: [UInt8] = []
  private var sent = 0

  var isEmpty: Bool { sent == bytes.count }

  /// Adds bytes behind those that wait, and sends what the terminal takes.
  mutating func send(_ more: some Sequence<UInt8>) {
    bytes += more
    flush()
  }

  /// Sends what the terminal takes now. A terminal that is gone takes everything.
  mutating func flush() {
    while !isEmpty {
      // Said before, since a signal may end the program between the writing and the next line.
      ccurses_set_midway(true)
      let written = bytes.withUnsafeBytes {
        ccurses_offer($0.baseAddress!.assumingMemoryBound(to: CChar.self) + sent, bytes.count - sent)
      }
      sent = written < 0 ? bytes.count : sent + written
      ccurses_set_midway(!isEmpty)
      if written == 0 { return }
    }
    bytes.removeAll(keepingCapacity: true)
    sent = 0
  }

  /// Gives up what the terminal has not taken.
  mutating func drop() {
    bytes.removeAll()
    sent = 0
  }
}
