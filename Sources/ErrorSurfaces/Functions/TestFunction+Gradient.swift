import LinearAlgebra
import NeuralNetwork

extension TestFunction {
  /// ∇f at a point of two numbers. Traps for any other count.
  public func gradient(at point: Parameters) -> Parameters {
    precondition(point.count == 2, "a test function takes 2 numbers, got \(point.count)")
    let (x, y) = gradient(Double(point.values[0]), Double(point.values[1]))
    return Self.point(Float(x), Float(y))
  }

  /// (∂f/∂x, ∂f/∂y). At Ackley's cusp, its minimum, it is 0.
  public func gradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch self {
    case .bowl: (2 * x, 2 * y)
    case .ravine: (2 * x, 20 * y)
    case .saddle: (x, y * y * y - y)
    case .twoWells: twoWellsGradient(x, y)
    case .plateau: plateauGradient(x, y)
    case .eggbox: eggboxGradient(x, y)
    case .rosenbrock: (-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x))
    case .himmelblau: himmelblauGradient(x, y)
    case .beale: bealeGradient(x, y)
    case .sixHumpCamel: (8 * x - 8.4 * x * x * x + 2 * x * x * x * x * x + y, x - 8 * y + 16 * y * y * y)
    case .rastrigin: (2 * x + 20 * .pi * Self.ripple(x), 2 * y + 20 * .pi * Self.ripple(y))
    case .ackley: ackleyGradient(x, y)
    }
  }

  /// sin 2πx
  private static func ripple(_ x: Double) -> Double { PreciseElementary.sin(2 * .pi * x) }

  private func twoWellsGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (right, left) = (20 * Self.dent(x - 1, y), 60 * Self.dent(x + 1, y))
    return (2 * x + right * (x - 1) + left * (x + 1), 2 * y + right * y + left * y)
  }

  private func plateauGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let hill = PreciseElementary.exp(-0.5 * (x * x + y * y))
    return (x * hill, y * hill)
  }

  private func eggboxGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (
      PreciseElementary.cos(x) * PreciseElementary.sin(y) + 0.2,
      PreciseElementary.sin(x) * PreciseElementary.cos(y)
    )
  }

  private func himmelblauGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (p, q) = (x * x + y - 11, x + y * y - 7)
    return (4 * x * p + 2 * q, 2 * p + 4 * y * q)
  }

  private func bealeGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let y2 = y * y
    let y3 = y2 * y
    let (p, q, r) = (1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3)
    return (
      2 * (p * (y - 1) + q * (y2 - 1) + r * (y3 - 1)),
      2 * x * (p + 2 * y * q + 3 * y2 * r)
    )
  }

  private func ackleyGradient(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let radius = (0.5 * (x * x + y * y)).squareRoot()
    guard radius > 0 else { return (0, 0) }
    let cone = 2 * PreciseElementary.exp(-0.2 * radius) / radius
    let waves = Double.pi * PreciseElementary.exp(0.5 * (Self.wave(x) + Self.wave(y)))
    return (cone * x + waves * Self.ripple(x), cone * y + waves * Self.ripple(y))
  }
}
