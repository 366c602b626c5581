import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

struct GradientCheckTests {
  /// A trainer on twenty random rows with targets that suit the cost.
  private func trainer(_ activation: Activation, _ output: Activation, _ cost: Cost, depth: Int, seed: UInt64)
    -> Trainer
  {
    var random = RandomStream(seed: seed, purpose: .data)
    let inputs = Matrix(rows: 20, columns: 3, elements: (0..<60).map { _ in random.uniform(-2, 2) })
    let classes = (0..<20).map { _ in random.integer(below: 2) }
    let targets = classes.flatMap { kind in (0..<2).map { cost == .hinge ? ($0 == kind ? 1 : -1) : $0 == kind ? 1 : 0 }
    }
    let samples = Samples(
      inputs: inputs, targets: Matrix(rows: 20, columns: 2, elements: targets.map { Float($0) }), classes: classes)
    let data = LearningData(
      training: samples, test: samples, inputNames: ["x1", "x2", "x3"], outputNames: ["a", "b"],
      classNames: ["a", "b"],
      coding: cost == .hinge ? .signed : .unit)
    var network = Network(
      sizes: [3] + Array(repeating: 4, count: depth) + [2],
      activations: Array(repeating: activation, count: depth) + [output])
    var weights = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: .uniform, from: &weights)
    return Trainer(network: network, data: data, settings: TrainingSettings(cost: cost), seed: seed)
  }

  private func largestError(_ trainer: Trainer) -> Float {
    let check = GradientCheck(of: trainer)
    return (0..<check.gradient.count).reduce(0) {
      max($0, check.relativeError(at: $1, difference: check.difference(at: $1)))
    }
  }

  private static let hidden = Activation.allCases.filter { $0 != .softmax && $0 != .threshold }

  @Test(arguments: hidden, Cost.allCases)
  func backpropagationAgreesWithDifferences(_ activation: Activation, _ cost: Cost) {
    for (depth, seed) in [(1, 1), (3, 2)] as [(Int, UInt64)] {
      for output in cost.outputs where output != .threshold {
        let error = largestError(trainer(activation, output, cost, depth: depth, seed: seed))
        #expect(error < 0.01, "output \(output), depth \(depth), seed \(seed)")
      }
    }
  }

  /// Outputs so near the edge of the domain that the clip bites, or would: at weighted sums of ±20 and beyond.
  @Test(arguments: [Cost.klDivergence, .generalizedKL, .hellinger, .itakuraSaito, .crossEntropy], [Float(12), 20, 30])
  func atTheEdgeOfTheDomainToo(_ cost: Cost, sum: Float) {
    for output in [Activation.softmax, .sigmoid] where cost.outputs.contains(output) {
      for signs in [(Float(1), Float(-1)), (-1, 1), (-1, -1)] {
        var trainer = trainer(.tanh, output, cost, depth: 0, seed: 3)
        let biases = trainer.network.layout.layers[0].biases
        trainer.set(parameter: biases.lowerBound, to: signs.0 * sum)
        trainer.set(parameter: biases.lowerBound + 1, to: signs.1 * sum)
        // Where nothing is left to learn both are nearly 0, and have no digits in common.
        let check = GradientCheck(of: trainer)
        for index in 0..<check.gradient.count {
          let (gradient, difference) = (check.gradient.values[index], check.difference(at: index))
          #expect(abs(gradient - difference) <= 1e-4 + 0.005 * abs(difference), "\(output) \(signs) \(index)")
        }
      }
    }
  }

  @Test func aWrongGradientIsFound() {
    let trainer = trainer(.tanh, .sigmoid, .quadratic, depth: 1, seed: 1)
    let check = GradientCheck(of: trainer)
    let difference = check.difference(at: 0)
    #expect(check.relativeError(at: 0, difference: difference) < 1e-4)
    #expect(check.relativeError(at: 0, difference: -difference) > 1)
  }
}
