import ErrorSurfaces
import Experiments
import Training

/// What a session has to tell; the words are chosen by whoever tells it.
public enum News: Sendable {
  // Time.
  /// How much a step is from now on.
  case granularity(Granularity)
  /// Training begins again: from new weights of a seed, or from the same.
  case restarted(seed: UInt64?)
  /// A run that was left is there again, as it was after so many updates.
  case resumed(updates: Int)
  /// The rule that ends the training holds, and what its measure says.
  case stopped(LessonStep.Goal, reading: Double)
  /// Which row of the training part is looked at; nil for the step's own.
  case looksAt(row: Int?)

  // Changes.
  /// A setting has a new value.
  case changed(Setting, to: SettingValue)
  /// A weight or bias, by its name, has a new value.
  case parameter(String, value: Float)
  /// A change that cannot be made, and why.
  case refused(String)
  /// Keys cannot step the setting any further in this direction.
  case noFurtherChoice(Setting)
  /// A threshold has no slope to descend on; the perceptron rule would do, once there is no hidden layer.
  case thresholdHasNoSlope(hasHiddenLayers: Bool)

  /// No test part is sealed: there is a plain one, which is measured all along, or none.
  case nothingSealed(hasTest: Bool)

  // Timeline and twins.
  /// Keys now move through the past.
  case timelineOpened
  /// What was asked for is earlier than this update, the earliest that is kept.
  case pastReaches(update: Int)
  /// The branch that is now present: its number and the change that it began with.
  case onBranch(Int, name: String)
  /// The branch of this number is no longer kept.
  case branchOutOfReach(Int)
  /// The same training with this difference now runs beside.
  case twinRuns(difference: String)
  /// The training that ran beside, with this difference, has ended.
  case twinEnded(difference: String)
  /// Whether the next change will run beside, as a twin.
  case whatIf(Bool)

  /// What the lesson has to tell.
  case lesson(Lesson.News)
  /// What the surface has to tell.
  case surface(SurfaceScene.News)

  /// What a Hopfield network has to tell.
  case settling(SettlingNews)
  /// How well backpropagation agrees with differences of the cost.
  case gradientCheck(GradientReport)
  /// Training has diverged, so that there is no finite gradient to check.
  case nothingToCheck
}

extension Lesson {
  /// What a lesson has to tell.
  public enum News: Sendable {
    /// The experiment has no lesson.
    case none
    /// The step asks a question that is to be answered before it goes on.
    case guessFirst
    /// The step asks for a number that is to be given before it goes on.
    case answerFirst
    /// The step asks for something to be selected before it goes on.
    case pickFirst(Pick.Kind)
    /// What was typed is no number.
    case notANumber(String)
    /// The goal of the step has been reached; or it has not, and asking again goes on without it.
    case goalReached, goalIsOpen
    /// The last step has been done.
    case isOver
    /// A step as it was when it was entered, and the step that going on returns to; nil in the first, begun again.
    case stepAgain(Int, returnsTo: Int?)
    /// The step's settings cannot be made, and why.
    case stepRefused(String)
  }
}

extension SurfaceScene {
  /// What the surface has to tell.
  public enum News: Sendable {
    /// The plane of the surface that is now shown.
    case axes(SurfaceAxes)
    /// The present weights are now where a barrier begins.
    case weightsMarked
    /// Six optimizers walk on the surface, or do so no longer.
    case race(isOn: Bool)
    /// Everyone on the surface is back at the start.
    case startedAgain
    /// Fog hides the surface but for where the learner has been.
    case fogSank
    /// What was asked for needs a surface that is still being computed.
    case isNotReady
  }
}
