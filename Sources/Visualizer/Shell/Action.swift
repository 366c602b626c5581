import Datasets
import Experiments
import Screen
import Session

/// Something that happens to the program: a person's wish, or news from the loop.
public enum Action: Hashable, Sendable {
  /// Something that happens to the run, whoever looks at it.
  case session(LearningSession.Action)

  // What of the run goes by what is selected on the screen, or is shown as it happens.
  case stepForward, stepBack
  /// The next or previous choice of a setting.
  case change(Setting, by: Int)
  /// Asks for a value to be typed.
  case enterValue(Setting)
  /// The next or previous plane of the error surface.
  case changeAxes(by: Int)

  // Panels.
  case arithmetic(ArithmeticPanel.Action)
  case network(NetworkPanel.Action)
  /// Heights, or the loss, linear or logarithmic: of the surface where it has the focus.
  case toggleLogarithm
  case focus(Panel)
  case focusNext, focusPrevious
  case zoom, escape, enter
  case move(Direction)

  // Overlays and the look.
  case help, palette, gallery, inputs
  case nextTheme, nextGlyphs
  /// Sends the whole screen again.
  case redraw
  /// Takes the mouse, or lets go of it so that the terminal selects text.
  case toggleMouse

  case save, quit

  // From the loop.
  case type(KeyPress)
  case mouse(MouseEvent)
  /// A key of another alphabet than the keys' own.
  case foreignLetter(Unicode.Scalar)
  case resize(width: Int, height: Int)
  case opened(Experiment, Dataset)
  /// The terminal has told that its background is light, and nobody has chosen a look.
  case lightBackground
  case failed(String)
  case notice(String)

  /// Where keys move to.
  public enum Direction: Hashable, Sendable { case up, down, left, right, pageUp, pageDown, home, end }
}

/// Something that the loop does for the program; the reducer itself performs nothing.
public enum Effect: Sendable {
  case quit
  case redraw, toggleMouse
  /// Read a demo or a data file, and say `.opened` or `.failed`.
  case open(source: String)
  /// Read the rows of a data file, and say `.session(.rows)` or `.failed`.
  case read(DataRecipe)
  /// Write the weights, the history and a picture.
  case save(SaveRequest)
}

/// What is to be written, under which name.
public struct SaveRequest: Sendable {
  public let name: String
  public let moment: SavedMoment
}

extension Action {
  /// Whether it goes through a lesson.
  var isLesson: Bool { if case .session(.lesson) = self { true } else { false } }

  /// Whether it is the mouse's, or nobody's who would take a hand off it.
  var isMouse: Bool { if case .mouse = self { true } else { !comesFromPerson } }

  /// Whether a person did it, and not the loop.
  var comesFromPerson: Bool {
    switch self {
    case .session(let action): action.comesFromPerson
    case .resize, .opened, .lightBackground, .failed, .notice, .network(.animate): false
    case .stepForward, .stepBack, .change, .enterValue, .changeAxes, .arithmetic, .network(.toggleMotion),
      .network(.toggleMaps),
      .toggleLogarithm, .focus,
      .focusNext, .focusPrevious, .zoom, .escape, .enter, .move, .help, .palette, .gallery, .inputs, .nextTheme,
      .nextGlyphs,
      .redraw, .toggleMouse, .save, .quit, .type, .mouse, .foreignLetter:
      true
    }
  }
}

extension LearningSession.Action {
  /// Whether a person did it, and not the loop.
  fileprivate var comesFromPerson: Bool {
    switch self {
    case .train, .pace, .rows, .loaded, .resumed, .surface(.computed), .surface(.pace): false
    case .toggleRun, .step, .finerSteps, .coarserSteps, .restart, .look, .change, .set, .nextBatchMode, .toggleInput,
      .setParameter,
      .toggleTwin, .timeline, .lesson, .surface, .checkGradient:
      true
    }
  }
}

extension Action.Direction {
  /// How many rows down it leads.
  func rows(page: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .home: -100_000
    case .end: 100_000
    case .left, .right: 0
    }
  }
}
