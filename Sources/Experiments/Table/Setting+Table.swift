import ErrorSurfaces

extension Setting {
  /// The table of settings, in the order in which demo files are written.
  public static let all: [Setting] =
    demoRows + dataRows + kindRows + networkRows + settlingRows + sequenceRows + trainingRows + screenRows

  /// The settings as the screen and the lists show them, by group.
  public static let grouped: [Setting] = Group.allCases.flatMap { group in all.filter { $0.group == group } }

  private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

  /// The setting of a key, or nil.
  public init?(key: String) {
    guard let setting = Self.byKey[key] else { return nil }
    self = setting
  }

  /// The setting of a key of the table. Traps for any other.
  private static func named(_ key: String) -> Setting {
    guard let setting = Setting(key: key) else { preconditionFailure("there is no setting \(key)") }
    return setting
  }

  // Those that the program speaks of by itself.
  /// `title`: the name on the screen.
  public static let title = named("title")
  /// `seed`: what everything random comes from.
  public static let seed = named("seed")
  /// `data.source`: the generator or file that the samples come from.
  public static let data = named("data.source")
  /// `data.inputs`: what the network is given of each sample.
  public static let inputs = named("data.inputs")
  /// `data.label`: the column of a file that is to be predicted, or the file of labels.
  public static let label = named("data.label")
  /// `data.task`: whether a file's label is a class or a number.
  public static let task = named("data.task")
  /// `data.columns`: what columns of a file are taken for.
  public static let columns = named("data.columns")
  /// `data.missing`: what becomes of a file's missing cells.
  public static let missing = named("data.missing")
  /// `data.split`: shares of training, validation and a sealed test part.
  public static let split = named("data.split")
  /// `data.test`: a file with the rows of the test part.
  public static let testFile = named("data.test")
  /// `data.train`: the share learned from, where there is no split.
  public static let trainShare = named("data.train")
  /// `data.scale-label`: how a label that is a number is brought to a common scale.
  public static let labelScaling = named("data.scale-label")
  /// `surface.axes`: the plane of the error surface, or a test function.
  public static let axes = named("surface.axes")
  /// `data.noise`: how much chance disturbs the samples, in percent.
  public static let noise = named("data.noise")
  /// `data.scale`: how the inputs are brought to a common scale.
  public static let scaling = named("data.scale")
  /// `network.kind`: feedforward, Hopfield or recurrent.
  public static let kind = named("network.kind")
  /// `settling.patterns`: what a Hopfield network remembers.
  public static let patterns = named("settling.patterns")
  /// `settling.recalled`: the pattern that it begins with.
  public static let recalled = named("settling.recalled")
  /// `sequences.steps`: the steps of a generated sequence.
  public static let steps = named("sequences.steps")
  /// `settling.rule`: how patterns become weights.
  public static let rule = named("settling.rule")
  /// `settling.order`: which unit is updated when.
  public static let order = named("settling.order")
  /// `settling.temperature`: T of the first sweep.
  public static let temperature = named("settling.temperature")
  /// `settling.task`: what a Hopfield network is for.
  public static let purpose = named("settling.task")
  /// `settling.board`: the rows and columns of a board.
  public static let board = named("settling.board")
  /// `sequences.source`: what a recurrent network learns.
  public static let sequences = named("sequences.source")
  /// `recurrent.activation`: the activation of the recurrent layer.
  public static let recurrentActivation = named("recurrent.activation")
  /// `recurrent.units`: the units of the recurrent layer.
  public static let recurrentUnits = named("recurrent.units")
  /// `recurrent.truncation`: the steps that errors pass back through.
  public static let truncation = named("recurrent.truncation")
  /// `network.hidden`: the units of each hidden layer.
  public static let units = named("network.hidden")
  /// `network.layers`: the number of hidden layers.
  public static let layers = named("network.layers")
  /// `network.activation`: the activation of the hidden layers, of all or of each.
  public static let activation = named("network.activation")
  /// `network.output`: the activation of the output layer.
  public static let output = named("network.output")
  /// `network.initializer`: how new weights are drawn.
  public static let initializer = named("network.initializer")
  /// `network.dropout`: the share of hidden activations that training drops, of all layers or of each.
  public static let dropout = named("network.dropout")
  /// `cost`: what training makes small.
  public static let cost = named("cost")
  /// `optimizer.name`: how a gradient becomes a step.
  public static let optimizer = named("optimizer.name")
  /// `optimizer.rate`: the learning rate η.
  public static let learningRate = named("optimizer.rate")
  /// `optimizer.schedule`: how η changes from epoch to epoch.
  public static let schedule = named("optimizer.schedule")
  /// `optimizer.clip`: the length that a longer gradient is cut to, or none.
  public static let clipping = named("optimizer.clip")
  /// `batch`: the samples of an update, or all.
  public static let batch = named("batch")
  /// `shuffle`: whether each epoch has the samples in an order of its own.
  public static let shuffle = named("shuffle")
  /// `regularization.kind`: the price on large weights.
  public static let regularization = named("regularization.kind")
  /// `regularization.rate`: how high that price is, λ.
  public static let regularizationRate = named("regularization.rate")
  /// `view`: the panel in front at the beginning.
  public static let view = named("view")
  /// `speed`: the updates a second on the screen, or as many as there can be.
  public static let speed = named("speed")
  /// `stop`: what ends the training, looked at where an epoch ends.
  public static let stop = named("stop")
}

extension Setting {
  /// What a demo is called.
  private static let demoRows = [
    Setting("title", \.title, .text, .run, "title", "the name on the screen"),
    Setting("summary", \.summary, .text, .run, "summary", unsaid: .text(""), "what there is to be seen"),
    Setting(
      "seed", \.seed, .whole(0...UInt64.max), .run, "seed", choices: .counting, costs: .newWeights,
      "the same seed gives the same numbers everywhere"),
  ]

  /// Which kind of network everything else is about.
  private static let kindRows = [
    Setting(
      "network.kind", \.kind, .choice("kind"), .network, "kind", costs: .newWeights,
      "whether signals pass once, settle, or come back step by step"
    ).concerning(.feedforward, .hopfield, .recurrent)
  ]

  /// What the screen begins with, and what a run may take.
  private static let screenRows = [
    Setting(
      "surface.axes", \.surfaceAxes, .axes, .surface, "surface axes",
      choices: .ring(SurfaceAxes.names.map { .text($0) }), "the plane of the error surface, or a test function"),
    Setting(
      "surface.mode", \.surfaceMode, .choice("mode"), .surface, "surface mode",
      "who walks on the surface: the weights, six optimizers, or you in fog"),
    Setting(
      "stop", \.stop, Domain.goal.orNone("none"), .run, "stop", unsaid: .text("none"),
      "what ends the training, looked at where an epoch ends"),
    Setting(
      "history.budget", \.historyBudget, .whole(1...65_536, of: "MiB"), .run, "history budget", unit: .mebibytes,
      choices: .ordered([4, 16, 64, 256, 1024, 4096]), "what the past may take of the memory, in MiB"),
    Setting(
      "view", \.view,
      .choice("view", Experiment.views, value: { Experiment.views.contains($0) ? $0 : nil }, name: \.self),
      .run, "view", "the panel in front"),
    Setting(
      "speed", \.speed,
      Domain.number(.above(0), "a number of updates a second").orNone("max").map(
        { $0.map { .updatesPerSecond($0) } ?? .unlimited },
        back: { if case .updatesPerSecond(let speed) = $0 { speed } else { nil } }),
      .run, "speed", unit: .perSecond,
      choices: .ordered([1, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000], then: "max"), "updates a second"),
  ]
}

extension Domain where Value == LessonStep.Goal {
  /// A measure and its bound, in the words of lessons.
  fileprivate static var goal: Domain {
    let expected = "a measure and its bound, such as train_cost < 0.01"
    return .form(
      expected, .form("^ *\(LessonStep.Goal.pattern) *$", example: "train_cost < 0.01"),
      read: { text, _ throws(Refusal) in
        guard let goal = LessonStep.Goal(text) else { throw .wrongType(expected, .text(text)) }
        return goal
      },
      write: \.description)
  }
}

extension Domain where Value == SurfaceAxes {
  /// A plane through the weights, two parameters, or a test function.
  fileprivate static var axes: Domain {
    .form(
      "the axes of an error surface",
      .either([
        .names(SurfaceAxes.names), .form("^[^,]+,[^,]+$", example: "layers.0.weight[0][0],layers.0.bias[0]"),
      ]),
      read: { text, _ throws(Refusal) in
        do throws(SurfaceAxesError) { return try SurfaceAxes(text) } catch { throw Refusal(.axes(error)) }
      },
      write: \.description)
  }
}
