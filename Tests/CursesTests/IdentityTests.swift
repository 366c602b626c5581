import Testing

@testable import Curses

struct IdentityTests {
  @Test(
    arguments: [
      ("kitty(0.40.1)", "kitty", [0, 40, 1], true, true), ("kitty(0.26.5)", "kitty", [0, 26, 5], true, false),
      ("foot(1.16.2)", "foot", [1, 16, 2], true, false),
      ("WezTerm 20240203-110809-5046fc22", "wezterm", [20_240_203], true, false),
      ("VTE(7003)", "vte", [7003], true, false), ("VTE(7802)", "vte", [7802], true, true),
      ("kitty(0.19.2)", "kitty", [0, 19, 2], false, false),
      ("contour 0.4.1.6292", "contour", [0, 4, 1, 6292], true, false),
      ("Konsole 23.08.1", "konsole", [23, 8, 1], false, false), ("iTerm2 3.5.0", "iterm2", [3, 5, 0], false, false),
      ("WezTerm 20210502-130208-bff6815d", "wezterm", [20_210_502], false, false),
      ("XTerm(379)", "xterm", [379], false, false),
      ("tmux 3.4", "tmux", [3, 4], nil, nil), ("ghostty 1.2.0", "ghostty", [1, 2, 0], true, true),
    ] as [(String, String, [Int], Bool?, Bool?)])
  func answersAreUnderstood(answer: String, name: String, version: [Int], sextants: Bool?, octants: Bool?) {
    var identity = TerminalIdentity()
    identity.learn(from: .version(answer))
    #expect(identity.name == name && identity.version == version)
    #expect(identity.drawsSextants == sextants && identity.drawsOctants == octants)
  }

  @Test func nothingIsClaimedOfWhoDoesNotAnswer() {
    let identity = TerminalIdentity()
    #expect(identity.name == nil && identity.version == [] && identity.drawsSextants == nil)
  }

  @Test func answersAreBoundedAndControlNothing() {
    let answer = TerminalIdentity.filtered(
      "a\u{1b}[31m\u{7}\u{9b}\u{202e}\u{2028}" + String(repeating: "b", count: 500))
    #expect(answer.hasPrefix("a[31mb") && answer.unicodeScalars.count == TerminalIdentity.longestAnswer)
  }
}
