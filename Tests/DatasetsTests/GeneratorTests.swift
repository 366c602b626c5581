import Datasets
import LinearAlgebra
import Testing

/// The labels as −1 and +1, or as they are where they are numbers.
private func numbers(_ labels: Dataset.Labels) -> [Float] {
  switch labels {
  case .classes(let classes, _): classes.map { $0 == 1 ? 1 : -1 }
  case .values(let values): values
  }
}

private func points(_ data: Dataset) -> [(x: Float, y: Float, label: Float)] {
  zip(0..., numbers(data.labels)).map { (data.inputs[$0, 0], data.inputs[$0, 1], $1) }
}

struct GeneratorTests {
  @Test(arguments: Generator.offered)
  func everyGeneratorHasAName(_ generator: Generator) {
    #expect(Generator(name: generator.name) == generator)
  }

  @Test(arguments: ["", "circles", "parity-", "parity-0", "parity-11", "parity--2", "Circle"])
  func otherNamesAreNone(_ name: String) {
    #expect(Generator(name: name) == nil)
  }

  @Test(arguments: Generator.offered)
  func sameSeedSameRows(_ generator: Generator) {
    let data = generator.dataset(noise: 20, seed: 5)
    #expect(data == generator.dataset(noise: 20, seed: 5))
    #expect(data != generator.dataset(noise: 20, seed: 6))
    #expect(data.count == generator.defaultCount)
    #expect(data.inputs.columns == generator.inputCount)
  }

  @Test(arguments: Generator.offered, [1, 2, 3, 7, 500])
  func anyCountAndNoiseIsFinite(_ generator: Generator, _ count: Int) {
    let data = generator.dataset(count: count, noise: 50, seed: 1)
    #expect(data.count == count)
    #expect(data.inputs.elements.allSatisfy { $0.isFinite })
  }

  @Test func circleHasADiscInARing() {
    for (x, y, label) in points(Generator.circle.dataset(seed: 3)) {
      let r = (x * x + y * y).squareRoot()
      #expect(label > 0 ? r < 2.5001 : r >= 3.4999 && r < 5.0001)
    }
  }

  @Test func noiseOfACircleMovesLabelsNotPoints() {
    let noisy = points(Generator.circle.dataset(noise: 50, seed: 3))
    #expect(noisy.allSatisfy { ($0.x * $0.x + $0.y * $0.y).squareRoot() < 5.0001 })
    let wrong = noisy.count { ($0.x * $0.x + $0.y * $0.y < 6.25) != ($0.label > 0) }
    #expect((50..<250).contains(wrong))
  }

  @Test func xorStaysOffTheAxes() {
    for (x, y, label) in points(Generator.xor.dataset(seed: 3)) {
      #expect(abs(x) >= 0.3 && abs(x) <= 5.3 && abs(y) >= 0.3)
      #expect(label == (x * y >= 0 ? 1 : -1))
    }
  }

  @Test(arguments: [0, 20] as [Float])
  func gaussHasTheVarianceOfItsNoise(_ noise: Float) {
    let data = points(Generator.gauss.dataset(count: 20_000, noise: noise, seed: 3))
    for sign in [-1, 1] as [Float] {
      let xs = data.filter { $0.label == sign }.map { Double($0.x) }
      let mean = xs.reduce(0, +) / Double(xs.count)
      let variance = xs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(xs.count)
      #expect(abs(mean - 2 * Double(sign)) < 0.05)
      #expect(abs(variance - (0.5 + 7 * Double(noise) / 100)) < 0.06)
    }
  }

  @Test func spiralFollowsItsFormula() {
    let data = points(Generator.spiral.dataset(count: 40, seed: 3))
    for (i, point) in data.enumerated() {
      let step = Float(i % 20)
      let t = 3.5 * Float.pi * step / 20 + (i < 20 ? 0 : .pi)
      #expect(abs(point.x - 5 * step / 20 * Elementary.sin(t)) < 1e-5)
      #expect(abs(point.y - 5 * step / 20 * Elementary.cos(t)) < 1e-5)
      #expect(point.label == (i < 20 ? 1 : -1))
    }
  }

  @Test func threeArmsHaveThreeClasses() {
    let data = Generator.threeArms.dataset(count: 10, seed: 1)
    #expect(data.labels == .classes([0, 0, 0, 0, 1, 1, 1, 2, 2, 2], names: ["A", "B", "C"]))
  }

  @Test func planeIsATenthOfTheSum() {
    for (x, y, label) in points(Generator.plane.dataset(seed: 3)) {
      #expect(label == (x + y) / 10)
      #expect(abs(x) <= 6 && abs(y) <= 6)
    }
  }

  @Test func multiGaussHasSixHills() {
    let data = points(Generator.multiGauss.dataset(count: 20_000, seed: 3))
    for (x, y, sign) in [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (0, -2.5, 1)] as [(Float, Float, Float)] {
      let top = data.min { hypot($0.x - x, $0.y - y) < hypot($1.x - x, $1.y - y) }!
      #expect(top.label * sign > 0.9)
    }
    #expect(data.allSatisfy { abs($0.label) <= 1 })
  }

  @Test func lineAndSine() {
    let line = Generator.line.dataset(seed: 2)
    #expect(zip(0..., numbers(line.labels)).allSatisfy { $1 == 0.7 * line.inputs[$0, 0] - 0.2 })
    let sine = Generator.sine.dataset(seed: 2)
    #expect(zip(0..., numbers(sine.labels)).allSatisfy { $1 == Elementary.sin(sine.inputs[$0, 0]) })
  }

  @Test(
    arguments: [
      (.and, [-1, -1, -1, 1]), (.or, [-1, 1, 1, 1]), (.xor4, [-1, 1, 1, -1]),
      (.parity(3), [-1, 1, 1, -1, 1, -1, -1, 1]),
    ] as [(Generator, [Float])])
  func truthTables(_ generator: Generator, _ truth: [Float]) {
    let data = generator.dataset(seed: 1)
    #expect(numbers(data.labels) == truth)
    #expect(data.inputs.elements.allSatisfy { $0 == 0 || $0 == 1 })
    #expect(Array(data.inputs.row(1)) == Array(repeating: 0, count: generator.inputCount - 1) + [1])
  }
}

private func hypot(_ x: Float, _ y: Float) -> Float { (x * x + y * y).squareRoot() }
