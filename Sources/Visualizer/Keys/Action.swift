import Datasets
import ErrorSurfaces
import Experiments
import NeuralNetwork
import Screen
import Training

/// Something that happens to the program: a person's wish, or news from the loop.
public enum Action: Hashable, Sendable {
  // Running and stepping.
  case toggleRun, stepForward, stepBack
  case finerSteps, coarserSteps
  case restart, restartWithNewWeights
  /// Opens the timeline, or closes it where it stands.
  case timeline
  /// Lets the next change run beside, as a twin; or ends that.
  case toggleTwin
  /// The step before of the lesson; on with the lesson.
  case lessonBack, lessonForward
  /// Covers each step's numbers until a key, for a class to guess; or stops doing so.
  case toggleGuessing

  // Settings: the next or previous choice of a setting, or a typed value.
  case change(Setting, by: Int)
  case nextBatchMode

  // Panels.
  case focus(Panel)
  case focusNext, focusPrevious
  case zoom, escape
  case move(Direction)
  case enter
  case toggleLogarithmicLoss
  /// Compare backpropagation with differences of the cost.
  case checkGradient

  // The error surface.
  case changeAxes(by: Int)
  case toggleRace, toggleFog
  case markWeights

  // The look.
  case nextTheme, nextGlyphs, toggleMotion

  // Overlays.
  case help, palette, gallery
  case type(KeyPress)
  case pick(Int)

  case save
  case quit

  // From the loop.
  case mouse(MouseEvent)
  case resize(width: Int, height: Int)
  /// Make so many updates.
  case train(updates: Int)
  /// Show the next picture of a moving signal.
  case animate
  /// What the loop measured of the run's speed.
  case pace(updatesPerSecond: Double)
  /// How fast surfaces are computed beside training.
  case surfacePace(pointsPerSecond: Double)
  case opened(Experiment, Dataset)
  /// The rows of a file that a step of the lesson trains on.
  case rows(Dataset)
  case surface(SurfaceOutcome)
  /// Weights to begin with.
  case loaded(Parameters)
  /// A run that was left, to go on with.
  case resumed(Trainer)
  case failed(String)
  case notice(String)

  public enum Direction: Hashable, Sendable { case up, down, left, right, pageUp, pageDown, home, end }
}

/// Something that the loop does for the program; the reducer itself performs nothing.
public enum Effect: Sendable {
  case quit
  /// Read a demo or a data file, and say `.opened` or `.failed`.
  case open(source: String)
  /// Read the rows of a data file, and say `.rows` or `.failed`.
  case read(DataRecipe)
  /// Write the weights, the history and a picture.
  case save(SaveRequest)
}

/// What is to be written, under which name.
public struct SaveRequest: Sendable {
  public let name: String
  public let moment: SavedMoment
}
