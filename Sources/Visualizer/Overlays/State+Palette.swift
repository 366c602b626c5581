import Experiments

extension State {
  /// What the palette has found, in the order in which it lists it.
  func found(by palette: CommandPalette) -> [Command] { palette.found(in: demos, for: session?.run.experiment) }

  /// Takes over the demos that there are; the palette's cursor stays on its command.
  mutating func learn(_ demos: [DemoSummary]) {
    guard case .palette(var palette) = overlay else { return self.demos = demos }
    let chosen = palette.chosen(of: found(by: palette))?.name
    self.demos = demos
    palette.selected = found(by: palette).firstIndex { $0.name == chosen } ?? 0
    overlay = .palette(palette)
  }
}
