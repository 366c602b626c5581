import Screen

extension Theme {
  /// A style in the dark beside what is lit: its colours halfway to the ground, a little further where that is light; where they
  /// cannot be mixed, faint.
  func dimmed(_ style: Style) -> Style {
    guard depth >= .palette else {
      let ground = depth == .none ? style.background : Color.standard
      return Style(
        depth == .none ? style.foreground : faint.foreground, on: ground,
        style.attributes.subtracting(.bold).union(.dim))
    }
    func mixed(_ color: Color) -> Color {
      guard let components = color.components else { return color }
      return OKLab(components).mixed(with: assumedGround, name == .light ? 0.65 : 0.5).color.converted(to: depth)
    }
    let foreground = style.foreground == .standard ? faint.foreground : style.foreground
    return Style(mixed(foreground), on: mixed(style.background), style.attributes.subtracting(.bold))
  }
}

extension Frame {
  /// Puts what stands in a region into the dark.
  public mutating func dim(_ region: Region, _ theme: Theme) {
    for y in region.y..<region.maxY {
      for x in region.x..<region.maxX { self[x, y].style = theme.dimmed(self[x, y].style) }
    }
  }
}
