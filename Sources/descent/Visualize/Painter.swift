import Visualizer

/// Draws the panels beside the loop where that takes long: those of a large network, or on a slow machine.
struct Painter {
  /// What has been drawn last.
  private(set) var pictures = PanelPictures()
  private var errand: Errand<(PanelPictures, Duration)>?
  /// The state that the last pictures are of, by its number.
  private var painted: Int?
  /// Whether drawing has been found to take long.
  private var isSlow = false

  /// The processor's time from which, and up to which, the panels are drawn beside.
  private static let slow = Duration.milliseconds(40)
  private static let quick = Duration.milliseconds(15)

  var isBusy: Bool { errand != nil }

  /// Whether a state's panels are to be drawn beside.
  func isWanted(for state: State) -> Bool { isSlow || PanelPictures.areWanted(for: state) }

  /// Takes in how long a whole frame took.
  mutating func took(_ time: Duration) { isSlow = time > Self.slow }

  /// Draws a state, by its number, unless that has been done or another is being drawn.
  mutating func paint(_ state: State, number: Int) {
    guard !isBusy, painted != number else { return }
    painted = number
    errand = Errand {
      let start = ProcessorTime.ofThread
      return (PanelPictures(of: state), ProcessorTime.ofThread - start)
    }
  }

  /// Takes the pictures that have been drawn; says whether there are new ones.
  mutating func collect() -> Bool {
    guard let (pictures, time) = errand?.outcome else { return false }
    (self.pictures, errand) = (pictures, nil)
    if time < Self.quick { isSlow = false }
    return true
  }
}
