import Screen
import Testing

@testable import Curses

struct DetectionTests {
  @Test(
    arguments: [
      (["TERM": "xterm-256color"], 256, ColorDepth.palette),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], 256, .full),
      (["TERM": "xterm-256color", "COLORTERM": "24bit"], 256, .full),
      (["TERM": "xterm-256color", "COLORTERM": "yes"], 256, .palette),
      (["TERM": "tmux-256color", "COLORTERM": "truecolor"], 256, .palette),
      (["TERM": "screen", "COLORTERM": "truecolor"], 8, .palette),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux"], 256, .palette),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], 256, .none),
      (["TERM": "xterm-256color", "NO_COLOR": ""], 256, .palette),
      (["TERM": "xterm-kitty"], nil, .full), (["TERM": "alacritty"], nil, .full),
      (["TERM": "xterm-direct"], 1 << 24, .full),
      (["TERM": "never-heard-of"], nil, .palette), (["TERM": "xterm"], 8, .eight), (["TERM": "linux"], 8, .eight),
      (["TERM": "xterm-16color"], 16, .sixteen), (["TERM": "rxvt-88color"], 88, .sixteen),
      (["TERM": "vt100"], 0, .none),
    ] as [([String: String], Int?, ColorDepth)])
  func theEnvironmentSaysTheDepth(variables: [String: String], colors: Int?, depth: ColorDepth) {
    #expect(ColorDepth.detected(variable: { variables[$0] }, terminfoColors: colors) == depth)
  }

  @Test func theEnvironmentSuggestsGlyphs() {
    #expect(GlyphSet.suggested(isUTF8: true, type: "xterm-256color") == .quadrants)
    #expect(GlyphSet.suggested(isUTF8: true, type: "linux") == .block)
    #expect(GlyphSet.suggested(isUTF8: false, type: "xterm-256color") == .ascii)
    #expect(GlyphSet.suggested(isUTF8: false, type: "linux") == .ascii)
  }

  @Test(
    arguments: [
      ("kitty(0.40.1)", GlyphSet.octants), ("kitty(0.26.5)", .sextants), ("VTE(7003)", .sextants),
      ("VTE(7802)", .octants),
      ("XTerm(379)", nil), ("tmux 3.4", nil), ("", nil),
    ] as [(String, GlyphSet?)])
  func theTerminalsNameSuggestsGlyphs(answer: String, glyphs: GlyphSet?) {
    var identity = TerminalIdentity()
    identity.learn(from: .version(answer))
    #expect(GlyphSet.drawn(by: identity, among: GlyphSet.allCases) == glyphs)
    #expect(GlyphSet.drawn(by: identity, among: [.quadrants, .ascii]) == nil)
  }

  @Test func errorsAreOneLine() {
    let errors: [TerminalError] = [.notATerminal, .noType, .cannotMoveCursor(type: "dumb"), .cannotOpen(type: "x")]
    for error in errors { #expect(!error.description.contains("\n") && error.description.count < 100) }
  }
}
