import Experiments
import Screen
import Session

extension KeyMap {
  /// The keys of the program.
  public static let standard = KeyMap(bindings: run + settle + change + look + program)

  private static let run: [Binding] = [
    bind(.run, " ", "Space", .session(.toggleRun), "run, pause", short: "run"),
    bind(.run, "n", "n", .stepForward, "one step forward", short: "step"),
    bind(.run, "b", "b", .stepBack, "one step back", short: "back"),
    bind(.run, "N", "N", .session(.look(.next)), "look at the next sample"),
    bind(.run, "B", "B", .session(.look(.previous)), "look at the previous sample"),
    bind(.run, "g", "g", .session(.finerSteps), "finer steps: epoch … neuron"),
    bind(.run, "G", "G", .session(.coarserSteps), "coarser steps: neuron … epoch"),
    bind(.run, "+=", "+", .change(.speed, by: 1), "faster, up to max", short: "speed"),
    bind(.run, "-_", "−", .change(.speed, by: -1), "slower"),
    bind(.run, "F", "F", .arithmetic(.toggleActivations), "four activations on the unit's z"),
    bind(.run, "v", "v", .session(.toggleTwin), "what if: the next change runs beside"),
    bind(.run, "p", "p", .arithmetic(.toggleGuessing), "predict: numbers stay covered until n"),
    bind(.run, "t", "t", .session(.timeline(.toggle)), "timeline: go back, branch, compare", short: "time"),
    bind(.run, "r", "r", .session(.restart(newWeights: false)), "start again from the same weights", short: "again"),
    bind(.run, "R", "R", .session(.restart(newWeights: true)), "start again from new weights"),
    bind(
      .run, "]", "]", .session(.lesson(.forward)), "lesson: run the step, then the next", short: "go on",
      second: (.function(10), "F10")),
    bind(
      .run, "[", "[", .session(.lesson(.back)), "lesson: back to the step before", short: "lesson back",
      second: (.backspace, "⌫")),
    bind(.run, "S", "S", .classroom(.toggleNotes), "lesson: the teacher's notes"),
  ]

  private static let change: [Binding] = [
    bind(.change, "a", "a", .change(.activation, by: 1), "next activation", short: "activation"),
    bind(.change, "A", "A", .change(.activation, by: -1), "previous activation"),
    bind(.change, ".>", ".", .change(.learningRate, by: 1), "learning rate up", short: "rate"),
    bind(.change, ",<", ",", .change(.learningRate, by: -1), "learning rate down"),
    bind(.change, "I", "I", .inputs, "inputs on and off: x1² x1x2 sin x1 …"),
    bind(.change, "K", "K", .change(.units, by: 1), "one unit more in the selected layer"),
    bind(.change, "J", "J", .change(.units, by: -1), "one unit fewer"),
    bind(.change, "m", "m", .session(.nextBatchMode), "stochastic, mini-batch, batch", short: "mode"),
    bind(.change, "o", "o", .change(.optimizer, by: 1), "next optimizer", short: "optimizer"),
    bind(.change, "O", "O", .change(.optimizer, by: -1), "previous optimizer"),
    bind(.change, "c", "c", .change(.cost, by: 1), "next cost"),
    bind(.change, "C", "C", .change(.cost, by: -1), "previous cost"),
    bind(.change, "d", "d", .change(.data, by: 1), "next data set", short: "data"),
    bind(.change, "D", "D", .change(.data, by: -1), "previous data set"),
  ]

  /// What is done to the state and the memory of a Hopfield network.
  private static let settle: [Binding] = [
    bind(.settle, "U", "U", .flipUnit, "turn the selected unit over"),
    bind(.settle, "Y", "Y", .session(.settling(.disturb)), "flip a share of the units by chance", short: "disturb"),
    bind(.settle, "V", "V", .session(.settling(.cover)), "cover the lower half", short: "cover"),
    bind(.settle, "P", "P", .session(.settling(.store)), "store the state as a pattern", short: "store"),
    bind(.settle, "E", "E", .session(.settling(.forget)), "forget the nearest pattern"),
    bind(.settle, "Q", "Q", .session(.settling(.heat)), "heat: annealing from its start"),
    bind(
      .settle, "W", "W", .session(.settling(.tryManyTimes)), "settle 100 times: how many succeed", short: "100 times"),
  ]

  private static let look: [Binding] =
    [
      key(.tab, "Tab", .focusNext, "next panel", short: "panel", isCommand: true),
      key(.backTab, "Shift-Tab", .focusPrevious, "previous panel", isCommand: true),
    ]
    + Panel.allCases.map { panel in
      bind(
        .look, "\(panel.rawValue)", "\(panel.rawValue)", .focus(panel), "the \(panel.title) panel",
        second: (.function(panel.rawValue), "F\(panel.rawValue)"))
    } + [
      bind(.look, "H", "H", .network(.toggleMaps), "units: their maps, or their values"),
      bind(.look, "z", "z", .zoom, "zoom the panel", short: "zoom"),
      bind(.look, "Z", "Z", .classroom(.toggleSpotlight), "a light on this panel alone; on all"),
      key(.escape, "Esc", .escape, "back, close"),
      move(.up, .up, "k", "↑ k", "move inside the panel"),
      move(.down, .down, "j", "↓ j", "move inside the panel"),
      move(.left, .left, "h", "← h", "move; previous choice"),
      move(.right, .right, "l", "→ l", "move; next choice"),
      key(.pageUp, "PgUp", .move(.pageUp), "a page up"),
      key(.pageDown, "PgDn", .move(.pageDown), "a page down"),
      key(.home, "Home", .move(.home), "to the first"),
      key(.end, "End", .move(.end), "to the last"),
      key(.enter, "Enter", .enter, "open, edit, choose; a lesson: go on"),
      bind(.look, "y", "y", .toggleLogarithm, "loss or surface: linear or logarithmic"),
      bind(.look, "x", "x", .changeAxes(by: 1), "error surface: next axes"),
      bind(.look, "X", "X", .nextSurfaceShape, "surface or map: chart, mountain, both"),
      bind(.look, "f", "f", .session(.surface(.toggleFog)), "error surface: fog"),
      bind(.look, "w", "w", .session(.surface(.toggleRace)), "error surface: race of optimizers"),
    ]

  private static let program: [Binding] = [
    bind(.program, "0", "0", .room(.toggle), "data room: columns, roles, split", short: "data room"),
    bind(.program, "u", "u", .session(.unseal), "open the sealed test part", short: "unseal"),
    bind(.program, "e", "e", .gallery, "gallery: every demo and lesson", short: "gallery"),
    bind(.program, "s", "s", .save, "save weights, history and a picture"),
    bind(.program, "T", "T", .nextTheme, "next theme"),
    bind(.program, ";", ";", .nextGlyphs, "next glyph set", second: (.function(9), "F9")),
    bind(.program, "L", "L", .toggleLarge, "large, for a room; all again"),
    bind(.program, "M", "M", .toggleMouse, "mouse off, to select text; mouse on"),
    Binding(
      keys: [KeyPress(.character("l"), control: true)], label: "Ctrl-L", second: nil, action: .redraw,
      help: "draw the screen anew", short: nil, group: .program, isCommand: true),
    bind(
      .program, ":", ":", .palette, "every action, demo and lesson by name",
      second: (.function(12), "F12"), isCommand: false),
    bind(.program, "?", "?", .help, "help; what is selected, explained", short: "help", second: (.character("i"), "i")),
    bind(.program, "/", "/", .glossary(nil), "glossary: every term explained", second: (.character("9"), "9")),
    Binding(
      keys: [KeyPress(.character("q")), KeyPress(.character("c"), control: true)], label: "q", second: nil,
      action: .quit, help: "quit (Ctrl-C as well)", short: "quit", group: .program, isCommand: true),
  ]
}

extension KeyMap {
  /// A row for one or several characters, of which the first is the one to be named.
  private static func bind(
    _ group: Group, _ characters: String, _ label: String, _ action: Action, _ help: String, short: String? = nil,
    second: (key: Key, label: String)? = nil, isCommand: Bool = true
  ) -> Binding {
    let keys =
      characters.unicodeScalars.map { KeyPress(.character($0)) } + [second.map { KeyPress($0.key) }].compactMap { $0 }
    return Binding(
      keys: keys, label: label, second: second?.label, action: action, help: help, short: short, group: group,
      isCommand: isCommand)
  }

  /// A row for a key with a name.
  private static func key(
    _ key: Key, _ label: String, _ action: Action, _ help: String, short: String? = nil, isCommand: Bool = false
  ) -> Binding {
    Binding(
      keys: [KeyPress(key)], label: label, second: nil, action: action, help: help, short: short, group: .look,
      isCommand: isCommand)
  }

  /// A row for an arrow and the letter that does the same.
  private static func move(
    _ direction: Action.Direction, _ key: Key, _ letter: Unicode.Scalar, _ label: String, _ help: String
  ) -> Binding {
    Binding(
      keys: [KeyPress(key), KeyPress(.character(letter))], label: label, second: nil, action: .move(direction),
      help: help, short: nil, group: .look, isCommand: false)
  }
}
