import Foundation
import Screen

/// A card to look at: the glyphs of each set, and the colours of a depth.
struct TestCard {
  let depth: ColorDepth
  let showsUnicode: Bool

  private static let glyphs: [(name: String, marks: String)] = [
    ("ascii", "| - + # = . o x < > ^ v"), ("block", "│ ─ ┌┐└┘ ═ ║ ▀ ▄ █ ░ ▒ ▓"),
    ("braille", "⠁ ⠃ ⠇ ⡇ ⣇ ⣧ ⣷ ⣿ ╭╮╰╯ ┏┓ ● ○ ■ □"),
    ("sextants", "\u{1fb00} \u{1fb03} \u{1fb0b} \u{1fb13} \u{1fb2c} \u{1fb3b}"),
    ("octants", "\u{1cd00} \u{1cd09} \u{1cd20} \u{1cd80} \u{1cdc0} \u{1cde5}"),
  ]

  var lines: [String] { glyphLines + colorLines }

  private var glyphLines: [String] {
    Self.glyphs.filter { showsUnicode || $0.name == "ascii" }.map { row in
      row.name.padding(toLength: 11, withPad: " ", startingAt: 0) + row.marks
    }
  }

  /// From the colour of −1 through none to that of 1, as the depth shows it.
  private var colorLines: [String] {
    guard depth != .none else { return [] }
    var frame = Frame(width: 44, height: 1)
    frame.write("colours", x: 0, y: 0)
    for x in 0..<32 {
      let share = Double(x) / 31
      let color = Color.rgb(UInt8(255 * (1 - share)), UInt8(110 + 60 * share), UInt8(255 * share))
      frame[11 + x, 0] = Cell(" ", Style(.standard, on: color))
    }
    return frame.ansi(depth: depth).split(separator: "\n").map(String.init)
  }
}
