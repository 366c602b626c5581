import ArgumentParser
import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// Prints the grid of an error surface.
struct Surface: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the grid of an error surface (CSV: a,b,cost).",
    discussion: """
      The cost (data term) of the whole training part at points of a plane through the weights; a and b are offsets from \
      the present weights in units of the axes, or x and y of a test function. A cost that is not finite is written nan.
      """)

  @OptionGroup var source: SourceOptions

  @Option(
    help: ArgumentHelp(
      "random, path, curvature, barrier, two parameters (layers.0.weight[0][0],layers.0.bias[0]) or a test function; "
        + "what the demo says by default.", valueName: "axes"))
  var axes: String?

  @Option(help: ArgumentHelp("Columns and rows of the grid.", valueName: "WxH"))
  var size = "80x48"

  @Option(
    help: ArgumentHelp("Offsets from −range to +range; by default 1, or what shows the whole.", valueName: "range"))
  var range: String?

  @Option(help: ArgumentHelp("Train so many epochs first; 20 by default for the axes path, else none.", valueName: "n"))
  var epochs: Int?

  @Option(help: ArgumentHelp("The weights at the other end of a barrier (safetensors).", valueName: "file"))
  var to: String?

  mutating func validate() throws {
    if let epochs, epochs < 0 {
      throw ValidationError("expected a whole number from 0 for --epochs, found \(epochs)")
    }
  }

  func run() throws {
    let size = try GridSize(size)
    let range = try range.map(Self.range)
    var (experiment, trainer, _) = try source.open(else: "its surface on the screen alone")
    let axes = try chosenAxes(experiment)
    if axes == .barrier, to == nil { throw ValidationError("a barrier needs its other end: --to FILE.safetensors") }
    let path = walk(&trainer, axes)
    let saved = try to.map { [trainer.network.parameters, try WeightsFile.read($0, layout: trainer.network.layout)] }
    let recipe = PlaneRecipe(
      axes, weights: axes.start ?? trainer.network.parameters, path: path, saved: saved ?? [], seed: experiment.seed)
    let landscape = axes.landscape(of: trainer)
    let plane = try Self.plane(recipe, on: landscape)
    let window = range.map { SurfaceWindow(range: $0) } ?? axes.usualWindow(recipe, on: plane)
    try print(landscape, plane, window, size)
  }

  private func chosenAxes(_ experiment: Experiment) throws(Mistake) -> SurfaceAxes {
    guard let axes else { return experiment.surfaceAxes }
    do throws(SurfaceAxesError) {
      return try SurfaceAxes(axes)
    } catch {
      throw Mistake(.axes(error), at: .option("--axes"))
    }
  }

  /// Trains as long as is asked for, and returns the points passed through.
  private func walk(_ trainer: inout Trainer, _ axes: SurfaceAxes) -> [Parameters] {
    var path = WeightPath(bytes: 16 << 20, layout: trainer.network.layout)
    path.record(trainer.network.parameters, update: trainer.updates)
    let end = epochs ?? (axes == .path ? 20 : 0)
    var bar = ProgressBar(title: "training", after: .seconds(1))
    while trainer.epoch < end, trainer.divergence == nil {
      trainer.step()
      path.record(trainer.network.parameters, update: trainer.updates)
      bar?.showIfDue(share: Double(trainer.epoch) / Double(end), "\(trainer.epoch) of \(end) epochs")
    }
    bar?.end()
    return path.points.map(\.parameters)
  }

  private static func plane(_ recipe: PlaneRecipe, on landscape: Landscape) throws(Mistake) -> Plane {
    do throws(PlaneError) {
      return try SlowSurface.plane(recipe, on: landscape)
    } catch {
      throw Mistake(.plane(error), at: .option("--axes"))
    }
  }

  private static func range(_ text: String) throws(Mistake) -> Float {
    guard let range = Float(text), range > 0, range.isFinite else {
      throw Mistake(.impossible(expected: "a number above 0", found: "\"\(text)\""), at: .option("--range"))
    }
    return range
  }
}

// MARK: The grid

extension Surface {
  private func print(_ landscape: Landscape, _ plane: Plane, _ window: SurfaceWindow, _ size: GridSize) throws {
    let grid = SlowSurface.compute(landscape, plane, window, size)
    var output = Output()
    try output.append("a,b,cost\n")
    for row in 0..<grid.height {
      for column in 0..<grid.width {
        try output.append("\(grid.a(column)),\(grid.b(row)),\(grid[column, row])\n")
      }
    }
    try output.flush()
  }
}

extension SurfaceAxes {
  fileprivate func landscape(of trainer: Trainer) -> Landscape {
    if case .function(let function) = self { .function(function) } else { .network(NetworkLandscape(of: trainer)) }
  }

  /// Where a test function's own point is; nil for a network.
  fileprivate var start: Parameters? {
    if case .function(let function) = self { function.start } else { nil }
  }

  /// −1…1 around the present weights; the whole of a path, a barrier or a function's domain.
  fileprivate func usualWindow(_ recipe: PlaneRecipe, on plane: Plane) -> SurfaceWindow {
    switch self {
    case .random, .curvature, .parameters: SurfaceWindow(range: 1)
    case .path, .barrier, .patterns, .function: recipe.window(on: plane)
    }
  }
}
