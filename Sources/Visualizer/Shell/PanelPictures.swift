import Experiments
import Screen
import Session

/// The panels that take long to draw where the network is large, drawn beside the loop: they stand until the next have been drawn.
public struct PanelPictures: Sendable {
  var pictures: [Panel: Picture] = [:]

  /// What one of them shows.
  struct Picture: Sendable {
    /// Its title.
    let title: String
    /// The part of the screen inside of its frame.
    let region: Region
    /// What stands there.
    let cells: Frame
  }

  /// None yet.
  public init() {}

  /// Those that grow with the network.
  static let panels: Set<Panel> = [.network, .map, .arithmetic, .health]
}

extension PanelPictures {
  /// Whether a state's panels take long to draw, counted in multiply-adds and not by the clock.
  public static func areWanted(for state: State) -> Bool { (state.run?.workOfDrawing ?? 0) > quickDrawing }

  /// What is drawn in some milliseconds.
  private static let quickDrawing = 60_000_000
}

extension Run {
  /// About how many multiply-adds the panels take: some thousand points where there is a plane, and the weights a few times.
  fileprivate var workOfDrawing: Int {
    switch history.process.kind {
    case .hopfield: return 20 * history.process.point.count * history.process.point.count
    // The batch in hand goes forward in time and back.
    case .recurrent: return 200 * history.process.point.count + history.process.effortPerStep
    case .feedforward:
      let passes =
        switch pictureKind {
        case .plane: 4000
        case .curve: 400
        case .table: 60
        }
      return passes * history.process.point.count
    }
  }
}
