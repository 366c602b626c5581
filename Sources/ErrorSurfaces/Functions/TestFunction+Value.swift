import LinearAlgebra
import NeuralNetwork

extension TestFunction {
  /// The function's value at a point of two numbers. Traps for any other count.
  public func value(at point: Parameters) -> Double {
    precondition(point.count == 2, "a test function takes 2 numbers, got \(point.count)")
    return value(Double(point.values[0]), Double(point.values[1]))
  }

  /// f(x, y).
  public func value(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .bowl: x * x + y * y
    case .ravine: x * x + 10 * y * y
    case .saddle: 0.5 * x * x + 0.25 * y * y * y * y - 0.5 * y * y
    case .twoWells: x * x + y * y - 2 * Self.dent(x - 1, y) - 6 * Self.dent(x + 1, y)
    case .plateau: 1 - PreciseElementary.exp(-0.5 * (x * x + y * y))
    case .eggbox: PreciseElementary.sin(x) * PreciseElementary.sin(y) + 0.2 * x
    case .rosenbrock: Self.square(1 - x) + 100 * Self.square(y - x * x)
    case .himmelblau: Self.square(x * x + y - 11) + Self.square(x + y * y - 7)
    case .beale: Self.beale(x, y)
    case .sixHumpCamel: (4 - 2.1 * x * x + x * x * x * x / 3) * x * x + x * y + 4 * (y * y - 1) * y * y
    case .rastrigin: 20 + x * x + y * y - 10 * (Self.wave(x) + Self.wave(y))
    case .ackley: Self.ackley(x, y)
    }
  }

  static func square(_ x: Double) -> Double { x * x }

  /// e^(−5(x²+y²))
  static func dent(_ x: Double, _ y: Double) -> Double { PreciseElementary.exp(-5 * (x * x + y * y)) }

  /// cos 2πx
  static func wave(_ x: Double) -> Double { PreciseElementary.cos(2 * .pi * x) }

  private static func beale(_ x: Double, _ y: Double) -> Double {
    square(1.5 - x + x * y) + square(2.25 - x + x * y * y) + square(2.625 - x + x * y * y * y)
  }

  private static func ackley(_ x: Double, _ y: Double) -> Double {
    let radius = (0.5 * (x * x + y * y)).squareRoot()
    let waves = 0.5 * (wave(x) + wave(y))
    return 20 * (1 - PreciseElementary.exp(-0.2 * radius)) + PreciseElementary.exp(1) - PreciseElementary.exp(waves)
  }
}
