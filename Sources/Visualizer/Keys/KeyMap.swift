import Experiments
import Screen
import Session

/// Which key does what: the one table from which dispatch, help, the key line, the README and the tests come.
public struct KeyMap: Sendable {
  /// A row of the table.
  public struct Binding: Sendable {
    public let keys: [KeyPress]
    /// The keys as they are written in help.
    public let label: String
    public let action: Action
    /// What the key does, in a few words.
    public let help: String
    /// One or two words for the key line; nil keeps the binding out of it.
    public let short: String?
    public let group: Group
  }

  /// The headings of the help page.
  public enum Group: String, CaseIterable, Sendable {
    case run = "Run"
    case change = "Change while it runs"
    case look = "Look"
    case program = "Program"
  }

  public let bindings: [Binding]

  /// The action of a key, or nil. While words are being typed every key is a letter.
  public func action(for press: KeyPress, in state: State) -> Action? {
    if state.overlay?.takesText == true, press != KeyPress(.character("c"), control: true) { return .type(press) }
    return bindings.first { $0.keys.contains(press) }?.action
  }
}

extension KeyMap {
  /// The keys of the program.
  public static let standard = KeyMap(bindings: run + change + look + program)

  private static let run: [Binding] = [
    bind(.run, " ", "Space", .session(.toggleRun), "run, pause", short: "run"),
    bind(.run, "n", "n", .stepForward, "one step forward", short: "step"),
    bind(.run, "b", "b", .stepBack, "one step back", short: "back"),
    bind(.run, "g", "g", .session(.finerSteps), "finer steps: epoch … neuron"),
    bind(.run, "G", "G", .session(.coarserSteps), "coarser steps: neuron … epoch"),
    bind(.run, "+=", "+", .change(.speed, by: 1), "faster, up to max", short: "speed"),
    bind(.run, "-_", "−", .change(.speed, by: -1), "slower"),
    bind(.run, "v", "v", .session(.toggleTwin), "what if: the next change runs beside"),
    bind(.run, "p", "p", .arithmetic(.toggleGuessing), "predict: numbers stay covered until n"),
    bind(.run, "t", "t", .session(.timeline(.toggle)), "timeline: go back, branch, compare", short: "time"),
    bind(.run, "r", "r", .session(.restart(newWeights: false)), "start again from the same weights", short: "again"),
    bind(.run, "R", "R", .session(.restart(newWeights: true)), "start again from new weights"),
    bind(.run, "]", "]", .session(.lesson(.forward)), "lesson: run the step, then the next", short: "go on"),
    bind(.run, "[", "[", .session(.lesson(.back)), "lesson: back to the step before", short: "lesson back"),
  ]

  private static let change: [Binding] = [
    bind(.change, "a", "a", .change(.activation, by: 1), "next activation", short: "activation"),
    bind(.change, "A", "A", .change(.activation, by: -1), "previous activation"),
    bind(.change, ".>", ".", .change(.learningRate, by: 1), "learning rate up", short: "rate"),
    bind(.change, ",<", ",", .change(.learningRate, by: -1), "learning rate down"),
    bind(.change, "m", "m", .session(.nextBatchMode), "stochastic, mini-batch, batch", short: "mode"),
    bind(.change, "o", "o", .change(.optimizer, by: 1), "next optimizer", short: "optimizer"),
    bind(.change, "O", "O", .change(.optimizer, by: -1), "previous optimizer"),
    bind(.change, "c", "c", .change(.cost, by: 1), "next cost"),
    bind(.change, "C", "C", .change(.cost, by: -1), "previous cost"),
    bind(.change, "d", "d", .change(.data, by: 1), "next data set", short: "data"),
    bind(.change, "D", "D", .change(.data, by: -1), "previous data set"),
  ]

  private static let look: [Binding] =
    [
      Binding(
        keys: [KeyPress(.tab)], label: "Tab", action: .focusNext, help: "next panel", short: "panel", group: .look),
      Binding(
        keys: [KeyPress(.backTab)], label: "Shift-Tab", action: .focusPrevious, help: "previous panel", short: nil,
        group: .look),
    ]
    + Panel.allCases.map { panel in
      bind(.look, "\(panel.rawValue)", "\(panel.rawValue)", .focus(panel), "the \(panel.title) panel")
    } + [
      bind(.look, "z", "z", .zoom, "zoom the panel", short: "zoom"),
      Binding(
        keys: [KeyPress(.escape)], label: "Esc", action: .escape, help: "back, close", short: nil, group: .look),
      move(.up, .up, "k", "↑ k", "move inside the panel"),
      move(.down, .down, "j", "↓ j", "move inside the panel"),
      move(.left, .left, "h", "← h", "move; previous choice"),
      move(.right, .right, "l", "→ l", "move; next choice"),
      Binding(
        keys: [KeyPress(.pageUp)], label: "PgUp", action: .move(.pageUp), help: "a page up", short: nil, group: .look),
      Binding(
        keys: [KeyPress(.pageDown)], label: "PgDn", action: .move(.pageDown), help: "a page down", short: nil,
        group: .look),
      Binding(
        keys: [KeyPress(.home)], label: "Home", action: .move(.home), help: "to the first", short: nil, group: .look),
      Binding(
        keys: [KeyPress(.end)], label: "End", action: .move(.end), help: "to the last", short: nil, group: .look),
      Binding(
        keys: [KeyPress(.enter)], label: "Enter", action: .enter, help: "open, edit, choose", short: nil,
        group: .look),
      bind(.look, "y", "y", .toggleLogarithm, "loss or surface: linear or logarithmic"),
      bind(.look, "x", "x", .changeAxes(by: 1), "error surface: next axes"),
      bind(.look, "f", "f", .session(.surface(.toggleFog)), "error surface: fog"),
      bind(.look, "w", "w", .session(.surface(.toggleRace)), "error surface: race of optimizers"),
    ]

  private static let program: [Binding] = [
    bind(.program, "s", "s", .save, "save weights, history and a picture"),
    bind(.program, "T", "T", .nextTheme, "next theme"),
    bind(.program, ";", ";", .nextGlyphs, "next glyph set"),
    bind(.program, ":", ":", .palette, "every action by name"),
    bind(.program, "?", "?", .help, "help", short: "help"),
    Binding(
      keys: [KeyPress(.character("q")), KeyPress(.character("c"), control: true)], label: "q", action: .quit,
      help: "quit (Ctrl-C as well)", short: "quit", group: .program),
  ]

  private static func bind(
    _ group: Group, _ characters: String, _ label: String, _ action: Action, _ help: String, short: String? = nil
  ) -> Binding {
    let keys = characters.unicodeScalars.map { KeyPress(.character($0)) }
    return Binding(keys: keys, label: label, action: action, help: help, short: short, group: group)
  }

  private static func move(
    _ direction: Action.Direction, _ key: Key, _ letter: Unicode.Scalar, _ label: String, _ help: String
  ) -> Binding {
    Binding(
      keys: [KeyPress(key), KeyPress(.character(letter))], label: label, action: .move(direction), help: help,
      short: nil, group: .look)
  }
}

extension KeyMap {
  /// The table of keys for the README.
  public var markdown: String {
    let rows = Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | |"]
        + bindings.filter { $0.group == group }.map { "| `\($0.label)` | \($0.help) |" }
    }
    return (["| key | does |", "|---|---|"] + rows).joined(separator: "\n")
  }
}
