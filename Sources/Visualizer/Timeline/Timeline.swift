import Training

/// The travel through the history: where it began, and which branch is compared.
public struct Timeline: Hashable, Sendable {
  /// Where Escape returns to.
  let origin: Place
  /// The branch that the cursor is on; its curve is drawn beside the present one's.
  var selected: Branch.ID

  struct Place: Hashable {
    let branch: Branch.ID
    let position: Position
  }

  init(at history: History) {
    origin = Place(branch: history.current, position: history.position)
    selected = history.current
  }
}
