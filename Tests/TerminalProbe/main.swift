// A small program on `Terminal` for the tests in `EndToEndTests`: it shows a card of colours and glyphs and the last events,
// and does what a key tells it, crashes included.

import Curses
import Glibc
import Screen

do {
  var probe = try Probe(arguments: CommandLine.arguments.dropFirst())
  exit(probe.run())
} catch {
  complain("TerminalProbe: \(error)\n")
  exit(69)
}
