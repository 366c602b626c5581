import Experiments
import Plots
import Screen
import Session

/// All that the program knows. Changed by `reduce` alone, shown by `draw`.
///
/// The session is what is learned; the rest is how it is looked at: a state for each panel that has one, what has the focus, and
/// what covers the panels.
public struct State: Sendable {
  /// The experiment on the screen; nil while only the gallery is there.
  public internal(set) var session: LearningSession?

  /// The screen's columns.
  public internal(set) var width: Int
  /// The screen's rows.
  public internal(set) var height: Int
  /// The panels by the time since they had the focus; the first has it.
  public internal(set) var recency = State.firstRecency
  /// The panel that is shown alone, if one is.
  public internal(set) var zoomed: Panel?
  /// The unit or weight that network, map and arithmetic speak of.
  public internal(set) var selection: Selection?

  /// What the network panel shows: its signals and maps.
  public internal(set) var network = NetworkPanel()
  /// What the loss panel shows.
  public internal(set) var loss = LossPanel()
  /// What of a table the map shows.
  public internal(set) var map = MapPanel()
  /// What the surface panel shows.
  public internal(set) var surface = SurfacePanel()
  /// What the arithmetic panel shows, and whether its numbers are covered.
  public internal(set) var arithmetic = ArithmeticPanel()
  /// Where the cursor of the settings panel is.
  public internal(set) var settings = SettingsPanel()
  /// How far the lesson's text is scrolled, and how far the learner has come in the course.
  public internal(set) var lesson = LessonPanel()

  /// The data room, in place of the panels; nil where these are shown.
  public internal(set) var room: DataRoom?
  /// What covers the panels; nil where nothing does.
  public internal(set) var overlay: Overlay?
  /// What was last said to the user, in the line of settings; a key press takes it away.
  public internal(set) var notice: Notice?
  /// The colours and glyphs of the screen.
  public internal(set) var theme: Theme
  /// Whether there are fewer and larger things, for the last row of a room.
  public var isLarge = false
  /// The glyphs that the terminal can show, in the order in which a key goes through them.
  public var glyphSets = GlyphSet.allCases
  /// The demos that can be opened.
  public internal(set) var demos: [DemoSummary]

  /// What the person's hand did last.
  var hand = Hand()

  struct Hand: Sendable {
    /// The cell that the mouse pressed last; nil once anything else has been done.
    var lastPress: Frame.Position?
    /// Where the mouse holds a mountain; nil while it holds none.
    var grip: Frame.Position?
    /// Whether it has been said that keys are Latin letters.
    var hasHintedAlphabet = false
    /// The names of the commands of the palette that were carried out last, the newest first.
    private(set) var recentCommands: [String] = []

    /// Notes a command that is carried out; the last eight are kept.
    mutating func note(_ command: Command) {
      recentCommands = Array(([command.name] + recentCommands.filter { $0 != command.name }).prefix(8))
    }
  }

  /// What the action being reduced asks for outside.
  var effects: [Effect] = []

  private static let firstRecency: [Panel] = [.network, .loss, .map, .settings, .surface, .arithmetic, .health]

  /// A screen with the gallery on it.
  ///
  /// - Parameter progress: how far the learner has come in the course; the gallery begins at the first lesson that is not done.
  public init(
    width: Int, height: Int, theme: Theme, demos: [DemoSummary], progress: CourseProgress = CourseProgress()
  ) {
    (self.width, self.height) = (width, height)
    self.theme = theme
    self.demos = demos
    lesson.progress = progress
    let next = progress.next(in: demos.filter { $0.chapter != nil })
    overlay = .gallery(Gallery(selected: demos.firstIndex { $0.name == next?.name } ?? 0))
  }

  /// The run of the session, if there is one.
  public var run: Run? { session?.run }
  /// Whether training goes on whenever there is time for it.
  public var isRunning: Bool { session?.isRunning ?? false }
  /// Whether the loop should go on showing frames although nothing else happens.
  public var isAnimating: Bool {
    network.animation != nil || network.hasMotion && overlay?.hasLivingMiniature(in: demos) == true
  }
}
