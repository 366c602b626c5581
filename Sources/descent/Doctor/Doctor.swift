import ArgumentParser
import Curses
import Foundation
import Screen

/// Says what the program finds: the terminal, the machine, and the places of its files.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is found: terminal, colours, glyphs, locale, processor, places of files, memory.",
    discussion: """
      The rows of the card show what the terminal's font must have; where a row has gaps, boxes or question marks, choose a \
      glyph set above it (--glyphs, or ; in the program).
      """)

  @Flag(help: "Print it in JSON, without the card.")
  var json = false

  func run() throws {
    let inspection = TerminalInspection()
    let report = DoctorReport(inspection)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try Output.write(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    }
    let card = TestCard(depth: inspection.depth, showsUnicode: inspection.isUTF8).lines
    try Output.write((report.lines + [""] + card).map { $0 + "\n" }.joined())
  }
}
