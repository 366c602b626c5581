import Plots
import Screen
import Testing

/// A frame that something was drawn into, as large as said.
func drawn(_ width: Int, _ height: Int, _ draw: (inout Frame) -> Void) -> Frame {
  var frame = Frame(width: width, height: height)
  draw(&frame)
  return frame
}

/// Compares a frame with a picture in the test's source: its lines, without the blanks at their ends.
func expectPicture(_ frame: Frame, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  #expect(frame.lines == lines, "drawn:\n\(frame.text)", sourceLocation: sourceLocation)
}

extension Theme {
  static func plain(_ glyphs: GlyphSet = .braille) -> Theme { Theme(name: .mono, depth: .none, glyphs: glyphs) }

  /// Every theme at every depth with every glyph set.
  static let every: [Theme] = Name.allCases.flatMap { name in
    ColorDepth.allCases.flatMap { depth in
      GlyphSet.allCases.map { Theme(name: name, depth: depth, glyphs: $0) }
    }
  }
}

extension Frame {
  /// All colours in the picture, the default left out.
  var colors: Set<Color> {
    Set(cells.flatMap { [$0.style.foreground, $0.style.background] }).subtracting([.standard])
  }

  var isASCII: Bool { cells.allSatisfy { $0.scalar.isASCII } }

  /// Whether the Linux console's font has every character: no braille, no eighths, no rounded or heavy lines.
  var isBlock: Bool {
    let known = Set("─│┌┐└┘├┤┬┴┼═║╔╗╚╝▀▄█▌▐░▒▓·←→↑↓".unicodeScalars)
    return cells.allSatisfy { $0.scalar.isASCII || known.contains($0.scalar) }
  }
}
