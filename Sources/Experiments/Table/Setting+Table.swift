import ErrorSurfaces

extension Setting {
  /// The table of settings, in the order in which demo files are written.
  public static let all: [Setting] = demoRows + dataRows + networkRows + trainingRows + screenRows

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
  public static let title = named("title")
  public static let seed = named("seed")
  public static let data = named("data.source")
  public static let inputs = named("data.inputs")
  public static let label = named("data.label")
  public static let task = named("data.task")
  public static let labelScaling = named("data.scale-label")
  public static let axes = named("surface.axes")
  public static let noise = named("data.noise")
  public static let scaling = named("data.scale")
  public static let units = named("network.hidden")
  public static let layers = named("network.layers")
  public static let activation = named("network.activation")
  public static let output = named("network.output")
  public static let initializer = named("network.initializer")
  public static let dropout = named("network.dropout")
  public static let cost = named("cost")
  public static let optimizer = named("optimizer.name")
  public static let learningRate = named("optimizer.rate")
  public static let schedule = named("optimizer.schedule")
  public static let clipping = named("optimizer.clip")
  public static let batch = named("batch")
  public static let shuffle = named("shuffle")
  public static let regularization = named("regularization.kind")
  public static let regularizationRate = named("regularization.rate")
  public static let view = named("view")
  public static let speed = named("speed")
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
