import Experiments

extension CommandPalette {
  /// What it has found, in the order in which it lists it.
  func found(in state: State) -> [Command] { found(in: state.demos, for: state.session?.run.experiment) }

  /// Lets a state know the demos that there are; the cursor of an open palette stays on its command.
  static func take(_ demos: [DemoSummary], in state: inout State) {
    guard case .palette(var palette) = state.overlay else { return state.demos = demos }
    let chosen = palette.chosen(of: palette.found(in: state))?.name
    state.demos = demos
    palette.selected = palette.found(in: state).firstIndex { $0.name == chosen } ?? 0
    state.overlay = .palette(palette)
  }
}
