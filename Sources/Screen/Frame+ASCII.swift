extension Frame {
  /// Puts an ASCII character of like meaning in the place of every other one, for terminals that show nothing else.
  public mutating func reduceToASCII() {
    for y in 0..<height {
      for x in 0..<width where !self[x, y].scalar.isASCII {
        self[x, y].scalar = Self.asciiLikeness[self[x, y].scalar] ?? "?"
      }
    }
  }

  private static let asciiLikeness: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, Unicode.Scalar)] = [
      ("…", "~"), ("‹◂←", "<"), ("›▸→", ">"), ("↑▴▲", "^"), ("↓▾▼", "v"), ("−–—─╌┄━═", "-"), ("│┃║╎┆", "|"),
      ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛", "+"), ("×", "x"), ("·•∙", "."), ("●■█▓▛▜▙▟▇▉", "#"), ("○□◦▒░▌▐▚▞▅▆▋▊", "o"), ("▀▘▝", "'"),
      ("▄▖▗▂▃", "."), ("▏▎▍", "|"), ("◆▲✦", "*"), ("✕", "x"), ("▁", "_"), ("‖⏸", "="), ("½", "h"),
      ("²", "2"), ("³", "3"), ("η", "n"), ("λ", "l"), ("δ", "d"), ("Δ∇", "D"), ("∂", "d"), ("Σ", "S"), ("σ", "s"),
      ("μ", "u"), ("ε", "e"), ("τ", "t"), ("Φ", "F"), ("√", "/"), ("≥", ">"), ("≤", "<"), ("≈", "~"), ("±", "+"),
      ("✓", "v"), ("✗", "x"), ("ᶻ", "z"), ("⁻", "-"), ("ŷ", "y"), ("⊙", "*"), ("∞", "8"), ("ȳ", "y"), ("ˡ", "l"),
      ("′", "'"), ("θ", "t"), ("α", "a"), ("β", "b"), ("π", "p"), ("ξ", "x"), ("∏", "P"), ("₁", "1"), ("₂", "2"),
      ("ⁿ", "n"),
      ("ᵀ", "T"), ("⟨≪", "<"), ("⟩≫", ">"), ("¼", "q"), ("⌫", "<"), ("₀", "0"), ("¹", "1"),
    ]
    return Dictionary(
      pairs.flatMap { glyphs, ascii in glyphs.unicodeScalars.map { ($0, ascii) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
