import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct PlaneTests {
  let trainer = ringTrainer(hidden: [4, 3])
  var weights: Parameters { trainer.network.parameters }

  @Test func namedParametersMoveAlone() throws {
    let (first, second) = (ParameterName("layers.1.weight[2][1]")!, ParameterName("layers.0.bias[3]")!)
    let plane = try Plane.parameters(first, second, through: weights)
    var expected = weights
    expected[weight: 1, 2, 1] += 0.5
    expected[bias: 0, 3] -= 2
    #expect(plane.point(a: 0.5, b: -2) == expected)
    #expect(plane.a.label == "layers.1.weight[2][1]")
    #expect(plane.b.reading == weights[bias: 0, 3])
  }

  @Test func unknownParametersNameTheNearest() {
    let error = #expect(throws: PlaneError.self) {
      try Plane.parameters(
        ParameterName("layers.0.weight[9][1]")!, ParameterName("layers.0.bias[0]")!, through: weights)
    }
    #expect(error == .unknownParameter("layers.0.weight[9][1]", nearest: .weight(layer: 0, unit: 3, input: 1)))
    #expect(throws: PlaneError.sameParameter(.bias(layer: 0, unit: 0))) {
      try Plane.parameters(.bias(layer: 0, unit: 0), .bias(layer: 0, unit: 0), through: weights)
    }
  }

  @Test func randomDirectionsHaveEachUnitsLength() {
    let plane = Plane.random(through: weights, seed: 3)
    for direction in [plane.a.direction, plane.b.direction] {
      for (number, layer) in weights.layout.layers.enumerated() {
        for unit in 0..<layer.units {
          let lengths = [direction, weights].map { values in
            (0..<layer.inputs).reduce(Float(0)) {
              $0 + values[weight: number, unit, $1] * values[weight: number, unit, $1]
            }
          }
          #expect(abs(lengths[0] - lengths[1]) < 1e-5 * lengths[1])
          #expect(direction[bias: number, unit] == 0)
        }
      }
    }
    #expect(plane == Plane.random(through: weights, seed: 3))
    #expect(plane != Plane.random(through: weights, seed: 4))
  }

  @Test func aZeroNetworkStillHasRandomDirections() {
    let plane = Plane.random(through: Parameters(layout: weights.layout), seed: 1)
    #expect(abs(plane.a.direction.length - 8.0.squareRoot()) < 1e-5)
  }

  @Test func projectionFindsThePointAgain() {
    let plane = Plane.random(through: weights, seed: 5)
    let foot = plane.project(plane.point(a: 0.7, b: -1.3))
    #expect(abs(foot.a - 0.7) < 1e-5 && abs(foot.b + 1.3) < 1e-5 && foot.distance < 1e-5)
  }

  @Test func projectionMeasuresTheDistance() throws {
    let plane = try Plane.parameters(.bias(layer: 0, unit: 0), .bias(layer: 0, unit: 1), through: weights)
    var point = weights
    point[bias: 0, 0] += 1
    point[bias: 0, 2] += 3
    point[bias: 0, 3] += 4
    let foot = plane.project(point)
    #expect(abs(foot.a - 1) < 1e-6 && foot.b == 0 && abs(foot.distance - 5) < 1e-6)
  }

  @Test func principalComponentsOfAPathInAPlane() throws {
    let layout = weights.layout
    var (u, v) = (Parameters(layout: layout), Parameters(layout: layout))
    (u.values[2], u.values[5]) = (0.6, 0.8)
    (v.values[2], v.values[5]) = (-0.8, 0.6)
    // Three times as far along u as along v.
    let path = (0..<40).map { step in
      let t = Float(step) / 39
      return weights.adding(3 * t, u).adding((t * 8).rounded().truncatingRemainder(dividingBy: 2), v)
    }
    let plane = try Plane.principalComponents(of: path)
    #expect(abs(plane.variance! - 1) < 1e-6)
    #expect(plane.a.variance! > plane.b.variance!)
    #expect(abs(plane.a.direction.length - 1) < 1e-6)
    #expect(abs(plane.a.direction.dot(plane.b.direction)) < 1e-5)
    for point in path { #expect(plane.project(point).distance < 1e-5) }
    #expect(plane.origin == path.last)
  }

  @Test func bothWaysToThePrincipalComponentsAgree() throws {
    // 19 parameters: 12 points go through the Gram matrix, 60 through the scatter matrix.
    var stream = RandomStream(seed: 2, purpose: .data)
    let few = (0..<12).map { i in
      weights.adding(
        Float(i), Parameters(layout: weights.layout, values: weights.values.map { _ in stream.uniform(-1, 1) }))
    }
    let many = few.flatMap { Array(repeating: $0, count: 5) }
    let (first, second) = (try Plane.principalComponents(of: few), try Plane.principalComponents(of: many))
    #expect(abs(first.a.variance! - second.a.variance!) < 1e-6)
    #expect(abs(abs(first.a.direction.dot(second.a.direction)) - 1) < 1e-5)
    #expect(abs(abs(first.b.direction.dot(second.b.direction)) - 1) < 1e-5)
  }

  @Test func aStraightPathSpansNoPlane() {
    let line = (0..<9).map { weights.adding(Float($0), weights) }
    #expect(throws: PlaneError.pathTooShort(points: 9)) { try Plane.principalComponents(of: line) }
    #expect(throws: PlaneError.pathTooShort(points: 1)) { try Plane.principalComponents(of: [weights]) }
    #expect(throws: PlaneError.pathTooShort(points: 0)) { try Plane.principalComponents(of: []) }
  }

  @Test(arguments: [1, 2, 3, 5, 30]) func theLeadingPairsAreThoseOfTheWhole(order n: Int) {
    var stream = RandomStream(seed: 4, purpose: .data)
    let rows = (0..<n).map { _ in (0..<n).map { _ in Double(stream.uniform(-1, 1)) } }
    let matrix = (0..<n * n).map { place in zip(rows[place / n], rows[place % n]).reduce(0) { $0 + $1.0 * $1.1 } }
    var whole = SymmetricEigenproblem(order: n, elements: matrix)
    let (all, leading) = (whole.solve(), LeadingEigenpairs(2, order: n, elements: matrix))
    for number in 0..<min(2, n) {
      #expect(abs(leading.values[number] - all[number].value) < 1e-9 * all[0].value)
      let cosine = zip(leading.vector(number), all[number].vector).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(abs(cosine) - 1) < 1e-6)
    }
  }

  @Test func eigenpairsSolveTheEquation() {
    var stream = RandomStream(seed: 9, purpose: .data)
    let n = 20
    var matrix = Array(repeating: 0.0, count: n * n)
    for i in 0..<n { for j in 0...i { matrix[i * n + j] = Double(stream.uniform(-1, 1)) } }
    for i in 0..<n { for j in 0..<i { matrix[j * n + i] = matrix[i * n + j] } }
    var problem = SymmetricEigenproblem(order: n, elements: matrix)
    let pairs = problem.solve()
    #expect(pairs.map(\.value) == pairs.map(\.value).sorted(by: >))
    for (value, vector) in pairs {
      for i in 0..<n {
        let product = (0..<n).reduce(0.0) { $0 + matrix[i * n + $1] * vector[$1] }
        #expect(abs(product - value * vector[i]) < 1e-12)
      }
    }
  }
}
