import Datasets
import Experiments
import Plots
import Screen
import Session

/// Something that happens to the program: a person's wish, or news from the loop.
public enum Action: Hashable, Sendable {
  /// Something that happens to the run, whoever looks at it.
  case session(LearningSession.Action)

  // What of the run goes by what is selected on the screen, or is shown as it happens.
  /// A step of the granularity that is set, on or back in time; numbers that are covered are shown first.
  case stepForward, stepBack
  /// The next or previous choice of a setting.
  case change(Setting, by: Int)
  /// Asks for a value to be typed.
  case enterValue(Setting)
  /// The next or previous plane of the error surface.
  case changeAxes(by: Int)

  // Panels.
  /// Something that the arithmetic panel does.
  case arithmetic(ArithmeticPanel.Action)
  /// Something that the network panel does.
  case network(NetworkPanel.Action)
  /// Something for a class: the teacher's notes, a light on one panel.
  case classroom(Classroom.Action)
  /// Something that is done in the data room.
  case room(DataRoom.Action)
  /// Heights, or the loss, linear or logarithmic: of the surface where it has the focus.
  case toggleLogarithm
  /// The error surface as a chart, a mountain, or both.
  case nextSurfaceShape
  /// Gives a panel the focus.
  case focus(Panel)
  /// Gives the focus to the next or previous panel.
  case focusNext, focusPrevious
  /// Turns the selected unit of a Hopfield network over.
  case flipUnit
  /// Shows the panel with the focus alone or not; leaves what is open; acts on what the cursor is on.
  case zoom, escape, enter
  /// Moves the cursor of the panel or overlay in front.
  case move(Direction)

  // Overlays and the look.
  /// Opens the help, the commands, the demos or the switches of the inputs.
  case help, palette, gallery, inputs
  /// Opens a picture to be drawn by hand, whose outputs are seen at once.
  case sketch
  /// Opens the glossary at a term, or at what is selected.
  case glossary(String?)
  /// The next theme; the next of the glyph sets that the terminal can show.
  case nextTheme, nextGlyphs
  /// Shows fewer and larger things, for the last row of a room, or all again.
  case toggleLarge
  /// Opens a demo or a lesson by its name.
  case open(demo: String)
  /// Sends the whole screen again.
  case redraw
  /// Takes the mouse, or lets go of it so that the terminal selects text.
  case toggleMouse

  /// Writes the run into files; ends the program.
  case save, quit

  // From the loop.
  /// A key press while words are being typed.
  case type(KeyPress)
  /// Something that the mouse did.
  case mouse(MouseEvent)
  /// A key of another alphabet than the keys' own.
  case foreignLetter(Unicode.Scalar)
  /// The terminal has a new size, in columns and rows.
  case resize(width: Int, height: Int)
  /// An experiment has been read with its data.
  indirect case opened(Experiment, Dataset)
  /// Something that happens to the gallery's miniature.
  case miniature(Miniature.Action)
  /// The demos that there are have been found.
  case demos([DemoSummary])
  /// The look and the glyphs that the terminal suggests; nil leaves them.
  case suggested(Theme.Name?, GlyphSet?)
  /// Something went wrong, in words for the user.
  case failed(String)
  /// Something went well, in words for the user.
  case notice(String)
  /// Something takes so long that it should be said; or nothing does any more.
  case atWork(Bool)

  /// Where keys move to.
  public enum Direction: Hashable, Sendable { case up, down, left, right, pageUp, pageDown, home, end }
}

/// Something that the loop does for the program; the reducer itself performs nothing.
public enum Effect: Sendable {
  /// End the program.
  case quit
  /// Send the whole screen again; take the mouse or let go of it.
  case redraw, toggleMouse
  /// Read a demo or a data file, and say `.opened` or `.failed`.
  case open(source: String)
  /// Read the rows of a data file, and say `.session(.rows)` or `.failed`.
  case read(DataRecipe)
  /// Write the weights, the history and a picture.
  case save(SaveRequest)
  /// Do to the session what takes longer than its `patience`, and hand it to `State.take`.
  case beside(LearningSession.Action)
  /// This has been done to a session that somebody waits for.
  case happened(LearningSession.Action)
}

/// What is to be written, under which name.
public struct SaveRequest: Sendable {
  /// The name that the files' names begin with.
  public let name: String
  /// What the files hold.
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
    case .resize, .opened, .miniature, .demos, .suggested, .failed, .notice, .atWork,
      .network(.animate), .redraw:
      false
    case .stepForward, .stepBack, .change, .enterValue, .changeAxes, .arithmetic, .classroom, .room,
      .network(.toggleMotion),
      .network(.toggleMaps),
      .toggleLogarithm, .nextSurfaceShape, .focus,
      .focusNext, .focusPrevious, .flipUnit, .zoom, .escape, .enter, .move, .help, .palette, .gallery, .inputs, .sketch,
      .glossary,
      .nextTheme,
      .nextGlyphs, .toggleLarge,
      .toggleMouse, .open, .save, .quit, .type, .mouse, .foreignLetter:
      true
    }
  }
}

extension LearningSession.Action {
  /// Whether a person did it, and not the loop.
  var comesFromPerson: Bool {
    switch self {
    case .train, .pace, .patience, .measure, .rows, .loaded, .resumed, .surface(.computed), .surface(.pace): false
    case .toggleRun, .step, .finerSteps, .coarserSteps, .restart, .look, .change, .set, .nextBatchMode, .toggleInput,
      .changeColumn, .unseal, .setParameter,
      .toggleTwin, .timeline, .lesson, .surface, .checkGradient, .settling:
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
