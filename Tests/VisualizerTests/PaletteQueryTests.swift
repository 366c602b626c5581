import Experiments
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

  /// What demos and lessons are found by, in a run of `spiral`: where a setting's value or an action is called just so, it is
  /// first, and the demo comes next.
  static let demos: [(typed: String, first: [String])] = [
    ("iris", ["open iris: Three kinds of iris"]), ("open iris", ["open iris: Three kinds of iris"]),
    ("demo iris", ["open iris: Three kinds of iris"]), ("iri", ["open iris: Three kinds of iris"]),
    ("lesson 3", ["open lesson 3: AND, OR, and not XOR"]), ("open lesson 3", ["open lesson 3: AND, OR, and not XOR"]),
    ("chapter 4", ["open lesson 4: Forward, layer by layer"]), ("03-gates", ["open lesson 3: AND, OR, and not XOR"]),
    ("lesson 22", ["open lesson 22: From file to verdict"]), ("gates", ["open lesson 3: AND, OR, and not XOR"]),
    ("spiral", ["data spiral", "open spiral: Two spirals"]), ("xor", ["data xor", "open xor: Exclusive or"]),
    ("open xor", ["open xor: Exclusive or", "open lesson 3: AND, OR, and not XOR"]),
    ("load xor", ["open xor: Exclusive or"]),
    ("queens", ["open queens: Eight queens", "purpose queens"]),
    (
      "hopfield",
      [
        "kind hopfield", "open hopfield-capacity: How much a memory holds",
        "open hopfield-letters: A memory of letters",
      ]
    ),
    ("memory", ["open lesson 19: A network that remembers"]),
    ("letters", ["open hopfield-letters: A memory of letters"]),
    ("backprop", ["open lesson 9: Who is responsible?"]),
    ("perceptron", ["optimizer perceptron", "open and: The perceptron"]),
    ("fog", ["error surface: fog", "surface mode fog", "open fog: In the fog", "open lesson 7: Downhill in the fog"]),
    ("flowers", ["open lesson 10: The recipe", "open iris: Three kinds of iris"]),
    ("three kinds", ["open iris: Three kinds of iris"]), ("reber", ["open reber: A grammar by example"]),
    ("hopfeild", ["kind hopfield", "open hopfield-capacity: How much a memory holds"]),
    ("digist", ["open digits: Handwritten digits"]), ("demo", ["gallery: every demo and lesson"]),
    ("open", ["open the sealed test part", "open lesson 1: What a neuron does"]),
  ]

  private static let known = Demos.all
  private static let spiral = Result { try Experiment.open(source: "spiral").experiment }

  @Test(arguments: demos)
  func demosAreFound(typed: String, first: [String]) throws {
    let experiment = try Self.spiral.get()
    let found = Command.ranked(typed, demos: Self.known, for: experiment).map(\.command.name)
    #expect(Array(found.prefix(first.count)) == first, "\(typed): \(found.prefix(6))")
  }

  /// Demos displace none of what the table says is meant, but for the few that are meant as well.
  @Test(arguments: queries)
  func demosStandBehindWhatIsMeant(typed: String, first: String) throws {
    let experiment = try Self.spiral.get()
    let found = Command.ranked(typed, demos: Self.known, for: experiment).map(\.command.name)
    #expect(found.first == first, "\(typed): \(found.prefix(4))")
  }

  /// Every demo and lesson is found by its name; before it stand but commands that have the very word in their names.
  @Test func everyDemoIsFoundByItsName() throws {
    let experiment = try Self.spiral.get()
    for demo in Self.known {
      for typed in [demo.name, "open " + demo.name] + (demo.chapter.map { ["lesson \($0)"] } ?? []) {
        let found = Command.ranked(typed, demos: Self.known, for: experiment).map(\.command)
        let others = found.prefix { $0.action != .open(demo: demo.name) }
        #expect(others.count < min(3, found.count), "\(typed): \(found.prefix(4).map(\.name))")
        #expect(typed == demo.name || others.isEmpty, "\(typed): \(others.map(\.name))")
        #expect(others.allSatisfy { $0.name.contains(demo.name) }, "\(typed): \(others.map(\.name))")
      }
    }
  }

  /// Enter on a demo asks for what Enter in the gallery asks for, and says the same.
  @Test func aDemoOpensAsFromTheGallery() {
    var palette = State.spiral()
    palette.perform(.demos(Self.known))
    var gallery = palette
    palette.type(.letters(":open iris"))
    gallery.perform(.gallery)
    gallery.type(.letters("iris"))
    let asked = [palette.reduce(.type(KeyPress(.enter))), gallery.reduce(.enter)].map { effects in
      effects.compactMap { if case .open(let source) = $0 { source } else { nil } }
    }
    #expect(asked == [["iris"], ["iris"]])
    #expect(palette.notice == gallery.notice && palette.notice != nil)
  }

  /// Opened before the demos are known, the palette has them as soon as they are; its cursor stays on its command.
  @Test func demosThatBecomeKnownLeaveTheCursorWhereItIs() {
    var state = State.spiral()
    state.perform(.demos([]))
    state.type(.letters(":xor") + [.down])
    func chosen() -> String? {
      guard case .palette(let palette) = state.overlay else { return nil }
      return palette.chosen(of: palette.found(in: state))?.name
    }
    #expect(chosen() == "data xor4")
    state.perform(.demos(Self.known))
    #expect(chosen() == "data xor4")
    state.type([.up])
    #expect(chosen() == "open xor: Exclusive or")
  }

  /// Ctrl-U takes back all that is typed; other letters with Ctrl are no letters.
  @Test func controlTypesNoLetter() {
    var state = State.spiral()
    state.type(.letters(":iris"))
    state.perform(.type(KeyPress(.character("x"), control: true)))
    #expect(state.overlay == .palette(CommandPalette(typed: "iris")))
    state.perform(.type(KeyPress(.character("u"), control: true)))
    state.type(.letters("xor"))
    #expect(state.overlay == .palette(CommandPalette(typed: "xor")))
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
    #expect(palette.found(in: [], for: nil).prefix(2).map(\.name) == ["output tanh", "optimizer adamw"])
    palette.typed = "tanh"
    #expect(palette.found(in: [], for: nil).prefix(2).map(\.name) == ["output tanh", "activation tanh"])
    palette.typed = "adam"
    #expect(palette.found(in: [], for: nil).prefix(2).map(\.name) == ["optimizer adam", "optimizer adamw"])
  }
}

extension Command {
  /// The commands that are found, the nearest first.
  static func matching(_ typed: String, _ demos: [DemoSummary] = []) -> [Command] {
    ranked(typed, demos: demos).map(\.command)
  }
}
