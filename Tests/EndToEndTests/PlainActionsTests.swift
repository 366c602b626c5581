import ErrorSurfaces
import Experiments
import Session
import Testing

@testable import Visualizer
@testable import descent

/// Whatever the screen can do, lines can do, or say why not.
struct PlainActionsTests {
  /// What there is in place of an action of the screen.
  private enum Counterpart {
    /// A line that does it.
    case line(String)
    /// A word that gets a reason why it makes no sense here.
    case reason(String)
    /// The loop does it, no person.
    case nobody
  }

  /// The counterpart of every action; a new one does not compile until somebody has thought of it.
  private func counterpart(of action: Action) -> Counterpart {
    switch action {
    case .session(let action): counterpart(of: action)
    case .stepForward: .line("step")
    case .stepBack: .line("back")
    case .change(let setting, _), .enterValue(let setting): .line("set \(setting.key) 1")
    case .changeAxes: .line("set surface.axes random")
    case .arithmetic(.toggleGuessing): .reason("guess")
    case .arithmetic(.toggleActivations): .reason("activations")
    case .network(.toggleMaps): .reason("maps")
    case .network(.toggleMotion), .network(.animate): .reason("motion")
    case .classroom(.toggleNotes): .line("notes")
    case .classroom(.toggleSpotlight): .reason("spotlight")
    case .classroom(.toggleClass): .reason("class")
    case .room(.toggle): .line("columns")
    case .room(.train): .line("train")
    case .room(.change(.role)): .line("column Age category")
    case .room(.change(.missing)): .line("column Age missing fill")
    case .room(.change(.predict)): .line("column Age predict")
    case .toggleLogarithm: .reason("logarithm")
    case .nextSurfaceShape: .reason("mountain")
    case .focus, .focusNext, .focusPrevious, .escape: .reason("panel")
    case .enter: .line("next")
    case .move: .reason("scroll")
    case .zoom: .reason("zoom")
    case .flipUnit: .line("flip 1")
    case .help: .line("help")
    case .palette: .line("help")
    case .gallery, .open: .reason("gallery")
    case .inputs: .line("input x1^2")
    case .sketch: .reason("sketch")
    case .glossary: .line("what softmax")
    case .nextTheme: .reason("theme")
    case .nextGlyphs: .reason("glyphs")
    case .toggleLarge: .reason("large")
    case .redraw: .reason("redraw")
    case .toggleMouse: .reason("mouse")
    case .save: .reason("save")
    case .quit: .line("quit")
    case .type, .mouse, .foreignLetter, .resize, .opened, .miniature, .demos, .suggested, .failed, .notice, .atWork:
      .nobody
    }
  }

  private func counterpart(of action: LearningSession.Action) -> Counterpart {
    switch action {
    case .toggleRun: .reason("run")
    case .train: .line("train 3 updates")
    case .step(let back): .line(back ? "back" : "step")
    case .finerSteps, .coarserSteps: .line("step neuron")
    case .restart(let newWeights): .line(newWeights ? "new" : "restart")
    case .change(let setting, _, let layer): .line(layer == nil ? "set \(setting.key) 1" : "layer 1 relu")
    case .set(let setting, let text): .line("set \(setting.key) \(text)")
    case .nextBatchMode: .line("set batch all")
    case .toggleInput: .line("input x1^2")
    case .changeColumn: .line("column Age category")
    case .unseal: .line("unseal")
    case .setParameter: .line("set x1 -> h1 2")
    case .toggleTwin: .line("twin")
    case .look(.next), .look(.none): .line("sample next")
    case .look(.previous): .line("sample previous")
    case .look(.worst): .line("sample worst")
    case .look(.random): .line("sample random")
    case .look(.row), .look(.ofClass): .line("sample 3")
    case .timeline(.select), .timeline(.choose): .line("branch 1")
    case .timeline(.toggle), .timeline(.leave): .line("branches")
    case .timeline(.move), .timeline(.toFirst), .timeline(.toLast), .timeline(.scrub): .line("go 40")
    case .lesson(.forward): .line("next")
    case .lesson(.back): .line("previous")
    // An answer is a line of its own.
    case .lesson(.select), .lesson(.choose), .lesson(.answer), .lesson(.pick): .nobody
    case .surface(let action): counterpart(of: action)
    case .checkGradient: .line("check")
    case .settling(.flip): .line("flip 1")
    case .settling(.disturb): .line("disturb")
    case .settling(.cover): .line("cover")
    case .settling(.store): .line("store")
    case .settling(.forget): .line("forget")
    case .settling(.heat): .line("heat")
    case .settling(.recall): .line("sample next")
    case .settling(.tryManyTimes): .line("trials")
    case .pace, .patience, .measure, .rows, .loaded, .resumed: .nobody
    }
  }

  private func counterpart(of action: SurfaceScene.Action) -> Counterpart {
    switch action {
    case .changeAxes: .line("set surface.axes random")
    case .toggleRace: .line("race")
    case .toggleFog: .line("fog")
    case .markWeights: .line("mark")
    case .move: .line("walk left 3")
    case .point, .enter: .line("place -1 0.5")
    case .dropCursor, .zoom, .showWhole: .reason("zoom")
    case .computed, .progress, .pace: .nobody
    }
  }

  @Test func everyActionOfTheScreenHasALineOrAReason() throws {
    let bindings = (KeyMap.standard.bindings + KeyMap.room.bindings).map { ($0.help, $0.action) }
    let commands = Command.all.map { ($0.name, $0.action) } + [("open", Action.open(demo: "xor"))]
    #expect(bindings.count > 70 && commands.count > 300)
    for (name, action) in bindings + commands {
      switch counterpart(of: action) {
      case .line(let line): #expect((try? PlainCommand.parse(line).get()) != nil, "\(name): \(line)")
      case .reason(let word):
        let reason = PlainCommand.screenOnly.first { $0.words.contains(word) }?.reason
        guard case .failure(let refusal) = PlainCommand.parse(word) else {
          return #expect(Bool(false), "\(name): \(word)")
        }
        #expect(reason != nil && refusal.words == reason, "\(name): \(word)")
      case .nobody: Issue.record("\(name) is nobody's")
      }
    }
  }

  @Test func aReasonIsOneLineAndItsWordNoCommand() {
    let words = PlainCommand.screenOnly.flatMap(\.words)
    #expect(Set(words).count == words.count)
    for (words, reason) in PlainCommand.screenOnly {
      #expect(!reason.hasSuffix(".") && !reason.contains("\n") && reason.count > 30)
      for word in words { #expect(!PlainCommand.knows(word), "\(word)") }
    }
  }

  @Test func aLayerIsChangedAlone() throws {
    let lines = try told(
      "spiral", "layer 1 relu", "layer 2 5", "show network.hidden", "show network.activation", "layer 3 tanh",
      "layer 1 foo")
    #expect(lines.contains("network.hidden: 8-5") && lines.contains("network.activation: rectifier tanh"))
    #expect(lines.contains("the hidden layers are 1 to 2."))
    #expect(lines.contains { $0.hasPrefix("activation: there is no activation \"foo\"") })
  }

  @Test func inputsAreSwitchedOneByOne() throws {
    let lines = try told("spiral", "input x1^2", "input x2", "inputs", "input x9")
    #expect(lines.filter { $0.hasSuffix(": given.") } == ["x1: given.", "x1^2: given."])
    #expect(lines.contains { $0.hasPrefix("there is no input “x9”; ") })
  }

  @Test func columnsAreDecidedByTheirNames() throws {
    let lines = try told(
      "iris", "column petal_width category", "column Petal_Width category", "show data.columns",
      "column petal_width guessed",
      "show data.columns", "column sepal_width missing fill", "show data.missing", "column sepal_width predict",
      "show data.label",
      "column petal width out")
    #expect(
      lines.filter { $0.hasPrefix("data.columns: ") } == [
        "data.columns: petal_width: category", "data.columns: guessed",
      ])
    #expect(lines.contains("data.missing: auto, sepal_width: fill") && lines.contains("data.label: sepal_width"))
    #expect(lines.contains("there is no column “petal width”; did you mean petal_width?"))
  }

  @Test func aTwinRunsBesideAndIsTold() throws {
    let lines = try told("xor4", "twin", "set optimizer.rate 1", "train 3", "twin", "train 1")
    #expect(lines.contains { $0.hasPrefix("a twin with ") && $0.hasSuffix(" runs beside; twin ends it.") })
    #expect(lines.contains { $0.hasPrefix("The twin with ") && $0.contains("training cost") })
    #expect(lines.last { $0.hasPrefix("The twin") || $0.hasPrefix("the twin") }?.hasSuffix(" is gone.") == true)
  }

  @Test func branchesAreListedAndGoneTo() throws {
    let lines = try told(
      "xor4", "train 5", "back 3", "set optimizer.rate 1", "train 2", "branches", "branch 0", "branches", "branch 0",
      "branch 9")
    #expect(lines.contains { $0.hasPrefix("Branch 1, ") && $0.hasSuffix("the present one.") })
    #expect(lines.contains { $0.hasPrefix("Branch 0, beginning: ") && $0.hasSuffix("the present one.") })
    #expect(
      lines.contains("branch 0 is the present one.") && lines.contains("there is no branch 9; branches lists them."))
  }

  @Test(arguments: [
    "layer", "layer relu", "layer 0 relu", "layer 1", "input", "column", "column Age", "column category",
    "column Age missing",
    "column Age missing often", "column Age label", "branch", "branch x", "branch -1",
  ])
  func whatIsNotUnderstoodIsSaid(line: String) {
    guard case .failure(let refusal) = PlainCommand.parse(line) else { return #expect(Bool(false), "\(line)") }
    #expect(!refusal.words.isEmpty && !refusal.words.contains("\n"))
  }
}
