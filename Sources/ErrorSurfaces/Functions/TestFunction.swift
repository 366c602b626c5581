import NeuralNetwork

/// A named cost of two numbers x and y, for lessons on descent alone.
///
/// Each is exact: value, gradient and minima come from the formula. A point is a `Parameters` of two numbers, so the
/// optimizers that train networks run here unchanged.
public enum TestFunction: String, CaseIterable, Sendable {
  case bowl, ravine, saddle
  case twoWells = "two-wells"
  case plateau, eggbox, rosenbrock, himmelblau, beale
  case sixHumpCamel = "six-hump-camel"
  case rastrigin, ackley

  /// Reads a name; a space may stand for a hyphen (`six-hump camel`).
  public init?(name: String) {
    self.init(rawValue: String(name.map { $0 == " " ? "-" : $0 }))
  }

  /// The formula, as the screen shows it.
  public var formula: String {
    switch self {
    case .bowl: "x²+y²"
    case .ravine: "x²+10y²"
    case .saddle: "½x²+¼y⁴−½y²"
    case .twoWells: "x²+y²−2e^(−5((x−1)²+y²))−6e^(−5((x+1)²+y²))"
    case .plateau: "1−e^(−½(x²+y²))"
    case .eggbox: "sin x·sin y+0.2x"
    case .rosenbrock: "(1−x)²+100(y−x²)²"
    case .himmelblau: "(x²+y−11)²+(x+y²−7)²"
    case .beale: "(1.5−x+xy)²+(2.25−x+xy²)²+(2.625−x+xy³)²"
    case .sixHumpCamel: "(4−2.1x²+x⁴/3)x²+xy+4(y²−1)y²"
    case .rastrigin: "20+x²+y²−10(cos 2πx+cos 2πy)"
    case .ackley: "20(1−e^(−0.2√(½(x²+y²))))+e−e^(½(cos 2πx+cos 2πy))"
    }
  }

  /// What the function teaches, in one line.
  public var lesson: String {
    switch self {
    case .bowl: "Every way down leads to the one minimum."
    case .ravine: "Steep across, flat along: a rate that suits one is wrong for the other."
    case .saddle: "The slope vanishes, yet it is no minimum."
    case .twoWells: "Where you start decides which minimum you find."
    case .plateau: "Far from the minimum there is almost no slope to follow."
    case .eggbox: "Many wells on a tilted board: the nearest is seldom the deepest."
    case .rosenbrock: "A bent valley: finding it is easy, following it is not."
    case .himmelblau: "Four minima, all equally deep."
    case .beale: "A flat valley between steep corners."
    case .sixHumpCamel: "Six minima, two of them the deepest."
    case .rastrigin: "A bowl full of dents."
    case .ackley: "A needle's eye in a field of dents."
    }
  }
}

extension TestFunction {
  /// The part of the plane that is usually shown.
  public var domain: SurfaceWindow {
    switch self {
    case .bowl, .ravine: SurfaceWindow(a: -2...2, b: -2...2)
    case .saddle, .twoWells: SurfaceWindow(a: -2...2, b: -2...2)
    case .plateau: SurfaceWindow(a: -4...4, b: -4...4)
    case .eggbox, .himmelblau, .ackley: SurfaceWindow(a: -5...5, b: -5...5)
    case .rosenbrock: SurfaceWindow(a: -2...2, b: -1...3)
    case .beale: SurfaceWindow(a: -4.5...4.5, b: -4.5...4.5)
    case .sixHumpCamel: SurfaceWindow(a: -2...2, b: -1.1...1.1)
    case .rastrigin: SurfaceWindow(a: -5.12...5.12, b: -5.12...5.12)
    }
  }

  /// Where a descent usually starts.
  public var start: Parameters {
    switch self {
    case .bowl: Self.point(-1.5, 1.2)
    case .ravine: Self.point(-1.8, 0.9)
    case .saddle: Self.point(-1.6, 1e-6)
    case .twoWells: Self.point(1.4, 1.2)
    case .plateau: Self.point(-2.4, 1.8)
    case .eggbox: Self.point(3, 2.6)
    case .rosenbrock: Self.point(-1.2, 1)
    case .himmelblau: Self.point(-1, -1)
    case .beale: Self.point(-1, -1.5)
    case .sixHumpCamel: Self.point(-1.8, 0.9)
    case .rastrigin: Self.point(-3.6, 2.6)
    case .ackley: Self.point(-3.4, 2.7)
    }
  }

  /// A learning rate at which plain gradient descent from `start` gets somewhere without breaking out.
  public var learningRate: Float {
    switch self {
    case .bowl, .saddle, .plateau, .eggbox: 0.1
    case .ravine: 0.03
    case .twoWells, .sixHumpCamel, .himmelblau, .ackley: 0.01
    case .rosenbrock, .beale, .rastrigin: 0.001
    }
  }

  /// Two numbers: a network of one weight (x) and one bias (y).
  public static let layout = Parameters.Layout(sizes: [1, 1])

  /// A point of the plane.
  public static func point(_ x: Float, _ y: Float) -> Parameters { Parameters(layout: layout, values: [x, y]) }
}
