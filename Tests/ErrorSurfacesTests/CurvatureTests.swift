import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct CurvatureTests {
  /// The Hessian column by column, from the gradient's differences.
  private func hessian(of landscape: Landscape, at point: Parameters) -> [Double] {
    let curvature = Curvature(of: landscape, at: point)
    return (0..<point.count).flatMap { index in
      var unit = Parameters(layout: point.layout)
      unit.values[index] = 1
      return curvature.product(with: unit).values.map(Double.init)
    }
  }

  @Test func ravineIsSteepestAcross() throws {
    let top = try #require(Curvature(of: .function(.ravine), at: TestFunction.point(1, 1)).largest())
    #expect(abs(top.curvature - 20) < 1e-3)
    #expect(abs(abs(top.vector.values[1]) - 1) < 1e-4)
    let next = try #require(
      Curvature(of: .function(.ravine), at: TestFunction.point(1, 1)).largest(perpendicularTo: [top.vector]))
    #expect(abs(next.curvature - 2) < 1e-3)
  }

  @Test func theMostPositiveCurvatureWinsOverALargerNegativeOne() throws {
    // At (0.2, 0) the six-hump camel bends up along x by about 7 and down along y by about 8.
    let place = TestFunction.point(0.2, 0)
    let top = try #require(Curvature(of: .function(.sixHumpCamel), at: place).largest())
    var dense = SymmetricEigenproblem(order: 2, elements: hessian(of: .function(.sixHumpCamel), at: place))
    let exact = dense.solve()
    #expect(exact[1].value < -exact[0].value)
    #expect(abs(top.curvature - exact[0].value) < 1e-3 * exact[0].value)
  }

  @Test func lanczosFindsTheHessiansLargestEigenvalue() throws {
    var trainer = ringTrainer(hidden: [3])
    for _ in 0..<200 { trainer.step() }
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    let point = trainer.network.parameters
    var matrix = hessian(of: landscape, at: point)
    let n = point.count
    for i in 0..<n {
      for j in 0..<i {
        let mean = 0.5 * (matrix[i * n + j] + matrix[j * n + i])
        (matrix[i * n + j], matrix[j * n + i]) = (mean, mean)
      }
    }
    var problem = SymmetricEigenproblem(order: n, elements: matrix)
    let exact = problem.solve()[0]
    let top = try #require(Curvature(of: landscape, at: point).largest())
    #expect(abs(top.curvature - exact.value) < 0.01 * exact.value)
    let cosine = zip(exact.vector, top.vector.values).reduce(0.0) { $0 + $1.0 * Double($1.1) }
    #expect(abs(cosine) > 0.99)
  }

  /// Under L2 the objective's curvature is the cost's and the rate's, for weights; so it is one number for one weight.
  @Test func thePenaltyBendsTheObjective() throws {
    let landscape = Landscape.network(NetworkLandscape(of: ringTrainer()))
    let point = ringTrainer().network.parameters
    let plain = try #require(Curvature(of: landscape, at: point).largest()).curvature
    let penalty = Regularization(.l2, rate: 10)
    let penalized = Curvature(of: landscape, at: point, penalty: penalty)
    let top = try #require(penalized.largest())
    #expect(top.curvature > 10 - 0.01 && top.curvature < plain + 10 + 0.01)
    // The quotient of the objective itself, along the direction found.
    let h: Float = 0.05
    let values = [-h, 0, h].map { step in
      let place = point.adding(step, top.vector)
      return landscape.cost(at: place) + Double(penalty.penalty(at: place))
    }
    let second = (values[0] - 2 * values[1] + values[2]) / Double(h * h)
    #expect(abs(second - top.curvature) < 0.02 * top.curvature)
    let frozen = try #require(Curvature(of: landscape, at: point, hasBiases: false).largest())
    #expect(frozen.curvature <= plain * 1.01)
    for layer in point.layout.layers { #expect(layer.biases.allSatisfy { frozen.vector.values[$0] == 0 }) }
  }

  @Test func theSurfaceBendsAsTheCurvatureSays() throws {
    let landscape = Landscape.network(NetworkLandscape(of: ringTrainer()))
    let point = ringTrainer().network.parameters
    let top = try #require(Curvature(of: landscape, at: point).largest())
    let h: Float = 0.05
    let costs = [-h, 0, h].map { landscape.cost(at: point.adding($0, top.vector)) }
    let second = (costs[0] - 2 * costs[1] + costs[2]) / Double(h * h)
    #expect(abs(second - top.curvature) < 0.03 * top.curvature)
  }

  @Test func gradientAxisPointsDownhill() throws {
    let trainer = ringTrainer()
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    let plane = try Plane.curvature(of: landscape, at: trainer.network.parameters)
    #expect(abs(plane.a.direction.dot(plane.b.direction)) < 1e-4)
    let slope = plane.slope(of: landscape.gradient(at: plane.origin))
    #expect(slope.a < 0 && abs(slope.b) < 1e-4 * abs(slope.a))
    #expect(landscape.cost(at: plane.point(a: 0.01, b: 0)) < landscape.cost(at: plane.origin))
  }

  @Test func atAMinimumTheAxesAreTheTwoLargestCurvatures() throws {
    let plane = try Plane.curvature(of: .function(.ravine), at: TestFunction.point(0, 0))
    #expect(plane.a.label == "curvature 1" && abs(abs(plane.a.direction.values[1]) - 1) < 1e-4)
    #expect(abs(abs(plane.b.direction.values[0]) - 1) < 1e-4)
  }

  @Test func withoutSlopeOrCurvatureThereIsNoPlane() {
    var trainer = ringTrainer()
    var flat = trainer.network.parameters
    for i in 0..<flat.count { flat.values[i] = .nan }
    trainer.set(parameters: flat)
    #expect(throws: PlaneError.noCurvature) {
      try Plane.curvature(of: .network(NetworkLandscape(of: trainer)), at: flat)
    }
  }
}
