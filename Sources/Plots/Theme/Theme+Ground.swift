import Screen

extension Theme {
  /// The same theme by another name or with other glyphs, in the colours that the terminal has.
  public func changed(name: Name? = nil, glyphs: GlyphSet? = nil) -> Theme {
    Theme(name: name ?? self.name, depth: terminalDepth, glyphs: glyphs ?? self.glyphs)
  }

  /// Puts the theme's ground behind everything that was drawn, and its text colour where the terminal's own was meant.
  /// A theme without a ground of its own leaves the frame as it is.
  public func paint(_ frame: inout Frame) {
    guard ground != .standard else { return }
    frame.restyle(frame.region) { style in
      if style.background == .standard { style.background = ground }
      if style.foreground == .standard { style.foreground = text.foreground }
    }
  }

  /// The ground that marks and shades count on: the theme's own, else black, as the dark theme is made for.
  var assumedGround: OKLab { ground.oklab ?? OKLab(0, 0, 0) }
}
