import LinearAlgebra
import NeuralNetwork

/// The largest curvatures of a cost at a point: eigenpairs of its Hessian H.
///
/// H is never formed: H·v ≈ (∇C(w + εv) − ∇C(w − εv)) / 2ε, two gradients a product.
public struct Curvature: Sendable {
  /// The cost whose curvatures are looked for, without the penalty.
  public let landscape: Landscape
  /// The weights at which H is taken.
  public let point: Parameters
  /// The penalty that is part of the objective; its second derivative is exact: λ for a weight under L2, else 0.
  public let penalty: Regularization
  /// Whether biases are directions at all: not where they do not learn.
  public let hasBiases: Bool
  /// The length of the step in the difference: large enough for single precision's gradients, small beside weights.
  private static let step: Float = 4e-3

  /// By default without a penalty, and with the biases among the directions.
  public init(
    of landscape: Landscape, at point: Parameters, penalty: Regularization = Regularization(), hasBiases: Bool = true
  ) {
    self.landscape = landscape
    self.point = point
    self.penalty = penalty
    self.hasBiases = hasBiases
  }

  /// A curvature and its direction, of length 1.
  public struct Direction: Hashable, Sendable {
    /// The eigenvalue of H.
    public let curvature: Double
    /// The eigenvector, of length 1.
    public let vector: Parameters
  }

  /// H·v for a vector of length 1.
  public func product(with vector: Parameters) -> Parameters {
    let ahead = landscape.gradient(at: point.adding(Self.step, vector))
    let behind = landscape.gradient(at: point.adding(-Self.step, vector))
    var product = ahead.subtracting(behind).scaled(by: 0.5 / Double(Self.step))
    if penalty.kind == .l2 {
      for layer in point.layout.layers {
        for i in layer.weights { product.values[i] += penalty.rate * vector.values[i] }
      }
    }
    if !hasBiases { product.clearBiases() }
    return product
  }

  /// The most positive curvature and its direction, perpendicular to the unit vectors in `others`; nil where the
  /// cost is not finite nearby or no direction is left.
  ///
  /// The Lanczos method with full reorthogonalization (Golub and Van Loan, 10.1): in the space of v, Hv, H²v, … the
  /// Hessian is tridiagonal, and the largest eigenpair of that small matrix is all but H's own after some twenty
  /// products. Unlike power iteration it is not misled by a negative curvature of the same size.
  ///
  /// - Parameter goesOn: is told before each product which share of them has been made, 0…1; where it says no, nothing more
  ///   is computed and there is no direction.
  public func largest(
    perpendicularTo others: [Parameters] = [], products: Int = 24, while goesOn: (Double) -> Bool = { _ in true }
  ) -> Direction? {
    guard let first = start(others) else { return nil }
    var basis = [first]
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    while true {
      guard goesOn(Double(diagonal.count) / Double(products)) else { return nil }
      let image = product(with: basis[basis.count - 1])
      guard image.length.isFinite else { return nil }
      diagonal.append(image.dot(basis[basis.count - 1]))
      let rest = (others + basis + others + basis).reduce(image) { $0.perpendicular(to: $1) }
      let scale = diagonal.reduce(0) { max($0, abs($1)) }
      guard basis.count < min(products, point.count - others.count), rest.length > 1e-3 * scale,
        let next = rest.normalized
      else { break }
      beside.append(rest.length)
      basis.append(next)
    }
    return Self.topPair(diagonal, beside, basis)
  }

  /// The largest eigenpair of a tridiagonal matrix, its vector carried back from `basis`.
  private static func topPair(_ diagonal: [Double], _ beside: [Double], _ basis: [Parameters]) -> Direction? {
    let n = diagonal.count
    var elements = Array(repeating: 0.0, count: n * n)
    for i in 0..<n { elements[i * n + i] = diagonal[i] }
    for i in beside.indices { (elements[i * n + i + 1], elements[(i + 1) * n + i]) = (beside[i], beside[i]) }
    var problem = SymmetricEigenproblem(order: n, elements: elements)
    let top = problem.solve()[0]
    let zero = Parameters(layout: basis[0].layout)
    let vector = zip(top.vector, basis).reduce(zero) { $0.adding(Float($1.0), $1.1) }
    return vector.normalized.map { Direction(curvature: top.value, vector: $0) }
  }

  /// A fixed direction that no eigenvector is likely to be perpendicular to.
  private func start(_ others: [Parameters]) -> Parameters? {
    var stream = RandomStream(seed: 1, purpose: .directions)
    var draw = Parameters(layout: point.layout, values: point.values.map { _ in stream.uniform(0.5, 1) - 0.25 * 3 })
    if !hasBiases { draw.clearBiases() }
    return others.reduce(draw) { $0.perpendicular(to: $1) }.normalized
  }
}
