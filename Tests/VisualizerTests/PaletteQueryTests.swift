import Screen
import Testing

@testable import Visualizer

/// What somebody types into the palette, and what is found first.
struct PaletteQueryTests {
  static let queries: [(typed: String, first: String)] = [
    // Values.
    ("adam", "optimizer adam"), ("optimizer = adam", "optimizer adam"), ("nesterov", "optimizer nesterov"),
    ("random search", "optimizer random-search"), ("rate 0.3", "learning rate η 0.3"),
    ("learning rate 0.37", "learning rate η 0.37"), ("lr 0.1", "learning rate η 0.1"), ("η 0.1", "learning rate η 0.1"),
    ("set rate to 0.5", "learning rate η 0.5"), ("spiral", "data spiral"), ("xor", "data xor"), ("moons", "data moons"),
    ("relu", "activation rectifier"), ("activation relu", "activation rectifier"), ("sigmoid", "activation sigmoid"),
    ("tanh", "activation tanh"), ("softmax", "output softmax"), ("cross entropy", "cost cross-entropy"),
    ("l2", "regularization L2"), ("dropout 0.2", "dropout 0.2"), ("seed 7", "seed 7"), ("noise 20", "noise 20"),
    ("batch 32", "batch 32"), ("batch all", "batch all"), ("units 5", "units 5"), ("hidden 8 8", "units 8-8"),
    ("hidden 16", "units 16"), ("speed max", "speed max"), ("standardize", "scaling standardize"),
    ("history budget 64", "history budget 64"), ("test share", "training share: next choice"),
    // Panels.
    ("panel health", "the health panel"), ("loss panel", "the loss panel"), ("settings", "the settings panel"),
    ("panel 2", "the loss panel"), ("panel 7", "the settings panel"),
    // Actions.
    ("pause", "run, pause"), ("train", "run, pause"), ("step", "one step forward"), ("undo", "one step back"),
    ("back", "one step back"), ("restart", "start again from the same weights"),
    ("reset", "start again from the same weights"), ("new weights", "start again from new weights"),
    ("faster", "faster, up to max"), ("zoom", "zoom the panel"), ("fullscreen", "zoom the panel"),
    ("fog", "error surface: fog"), ("race", "error surface: race of optimizers"),
    ("surface plane", "error surface: next axes"), ("log scale", "loss or surface: linear or logarithmic"),
    ("timeline", "timeline: go back, branch, compare"), ("worst", "look at the worst sample"),
    ("gradient check", "check the gradient against differences"), ("data room", "data room: columns, roles, split"),
    ("unseal", "open the sealed test part"), ("sketch", "draw a picture by hand and see what it is taken for"),
    ("twin", "what if: the next change runs beside"), ("theme light", "next theme"), ("dark", "next theme"),
    ("glyphs", "next glyph set"), ("ascii", "next glyph set"), ("mouse", "mouse off, to select text; mouse on"),
    ("save", "save weights, history and a picture"), ("screenshot", "save weights, history and a picture"),
    ("gallery", "gallery: every demo and lesson"), ("help", "help; what is selected, explained"),
    ("quit", "quit (Ctrl-C as well)"), ("exit", "quit (Ctrl-C as well)"), ("early stopping", "stop: type a value"),
    // Slips.
    ("optimzer", "next optimizer"), ("adma", "optimizer adam"), ("spirla", "data spiral"),
    ("sigmod", "activation sigmoid"),
    ("timelin", "timeline: go back, branch, compare"), ("zooom", "zoom the panel"),
  ]

  @Test(arguments: queries)
  func whatIsMeantIsFirst(typed: String, first: String) {
    #expect(Command.matching(typed).first?.name == first, "\(typed): \(Command.matching(typed).prefix(4).map(\.name))")
  }

  /// Every command is found by its own name, before all that fit it less well.
  @Test func everyCommandIsFoundByItsName() {
    for command in Command.all {
      let found = Command.ranked(command.name)
      let place = found.firstIndex { $0.command.name == command.name }
      #expect(place.map { found[$0].distance } == 0, "\(command.name): \(found.prefix(3).map(\.command.name))")
    }
  }

  /// What is typed letter by letter finds something all along.
  @Test func nothingIsLostOnTheWayToAQuery() {
    for (typed, _) in Self.queries where !["fullscreen", "screenshot"].contains(typed) {
      guard let first = typed.split(separator: " ").first, Command.matching(String(first)).isEmpty else { continue }
      Issue.record("\(first) finds nothing")
    }
  }

  @Test(arguments: ["zzzz", "qqq www", "123456789 zz", "\u{1b}[", "  "])
  func nonsenseFindsNothingOrAll(typed: String) {
    let isBlank = typed.allSatisfy(\.isWhitespace)
    #expect(Command.matching(typed).isEmpty == !isBlank)
  }

  /// What was done last stands before what fits as well, and behind what fits better.
  @Test func recentComesBeforeItsEquals() {
    var palette = CommandPalette(recent: ["output tanh", "optimizer adamw"])
    #expect(palette.found.prefix(2).map(\.name) == ["output tanh", "optimizer adamw"])
    palette.typed = "tanh"
    #expect(palette.found.prefix(2).map(\.name) == ["output tanh", "activation tanh"])
    palette.typed = "adam"
    #expect(palette.found.prefix(2).map(\.name) == ["optimizer adam", "optimizer adamw"])
  }
}

extension Command {
  /// The commands that are found, the nearest first.
  static func matching(_ typed: String) -> [Command] { ranked(typed).map(\.command) }
}
