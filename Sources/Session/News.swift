import ErrorSurfaces
import Experiments
import Training

/// What a session has to tell; the words are chosen by whoever tells it.
public enum News: Sendable {
  // Time.
  case granularity(Granularity)
  /// Training begins again: from new weights of a seed, or from the same.
  case restarted(seed: UInt64?)
  case resumed(updates: Int)
  /// The rule that ends the training holds, and what its measure says.
  case stopped(LessonStep.Goal, reading: Double)
  /// Which row of the training part is looked at; nil for the step's own.
  case looksAt(row: Int?)

  // Changes.
  case changed(Setting, to: SettingValue)
  case parameter(String, value: Float)
  /// A change that cannot be made, and why.
  case refused(String)
  case noFurtherChoice(Setting)
  /// A threshold has no slope to descend on; the perceptron rule would do, once there is no hidden layer.
  case thresholdHasNoSlope(hasHiddenLayers: Bool)

  // Timeline and twins.
  case timelineOpened
  case pastReaches(update: Int)
  case onBranch(Int, name: String)
  case branchOutOfReach(Int)
  case twinRuns(difference: String)
  case twinEnded(difference: String)
  case whatIf(Bool)

  case lesson(Lesson.News)
  case surface(SurfaceScene.News)

  case gradientCheck(GradientReport)
  case nothingToCheck
}

extension Lesson {
  /// What a lesson has to tell.
  public enum News: Sendable {
    /// The experiment has no lesson.
    case none
    case guessFirst
    case isOver
    /// A step as it was when it was entered, and the step that going on returns to; nil in the first, begun again.
    case stepAgain(Int, returnsTo: Int?)
    case stepRefused(String)
  }
}

extension SurfaceScene {
  /// What the surface has to tell.
  public enum News: Sendable {
    case axes(SurfaceAxes)
    case weightsMarked
    case race(isOn: Bool)
    /// Everyone on the surface is back at the start.
    case startedAgain
    case fogSank
    case isNotReady
  }
}
