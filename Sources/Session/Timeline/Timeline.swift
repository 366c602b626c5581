import Training

/// The travel through the history: where it began, and which branch is compared.
public struct Timeline: Hashable, Sendable {
  /// Where Escape returns to.
  let origin: Origin
  /// The branch that the cursor is on; its curve is drawn beside the present one's.
  public internal(set) var selected: Branch.ID

  struct Origin: Hashable {
    let branch: Branch.ID
    let position: Position
  }

  init(at history: History<some Process>) {
    origin = Origin(branch: history.current, position: history.position)
    selected = history.current
  }

  /// What can be done with the timeline.
  public enum Action: Hashable, Sendable {
    /// Opens it, or closes it where the present position is.
    case toggle
    /// So many hundredths of the branch forward, or back where negative.
    case move(Int)
    /// To the branch's first moment that is kept, or to its last.
    case toFirst, toLast
    /// To an update of the present branch.
    case scrub(to: Int)
    /// So many branches down the list, or up where negative.
    case select(by: Int)
    /// Goes to the tip of the selected branch; where that is the present one, closes the timeline.
    case choose
    /// Back to where it was opened.
    case leave
  }
}
