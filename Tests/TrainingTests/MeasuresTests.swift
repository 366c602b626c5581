import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// What is measured, by definition, on a network whose outputs are its inputs.
struct MeasuresTests {
  /// One linear layer that passes its inputs on.
  private func identity(_ outputs: [[Float]], classes: [Int]?, targets: [[Float]], names: [String]?) -> Trainer {
    let width = outputs[0].count
    var network = Network(sizes: [width, width], activations: [.linear])
    for unit in 0..<width { network.parameters[weight: 0, unit, unit] = 1 }
    func matrix(_ rows: [[Float]]) -> Matrix {
      Matrix(rows: rows.count, columns: width, elements: rows.flatMap { $0 })
    }
    let samples = Samples(inputs: matrix(outputs), targets: matrix(targets), classes: classes)
    let labels = (0..<width).map { "v\($0)" }
    let data = LearningData(
      training: samples, test: samples, inputNames: labels, outputNames: labels, classNames: names, coding: .unit)
    return Trainer(network: network, data: data, settings: TrainingSettings(), seed: 1)
  }

  @Test func theConfusionMatrixCountsTruthsByRow() throws {
    let outputs: [[Float]] = [[1, 0, 0], [0, 1, 0], [0, 0.2, 0.9], [0.6, 0.1, 0.2], [0, 1, 0.5], [0, 0, 1]]
    let classes = [0, 0, 2, 1, 1, 2]
    let targets = classes.map { kind in (0..<3).map { Float($0 == kind ? 1 : 0) } }
    let trainer = identity(outputs, classes: classes, targets: targets, names: ["a", "b", "c"])
    let measures = try #require(trainer.measureTest())
    #expect(measures.confusion == [[1, 1, 0], [1, 1, 0], [0, 0, 2]])
    #expect(measures.accuracy == 4.0 / 6)
    #expect(measures.r2 == nil)
  }

  @Test func oneOutputIsCutInTheMiddle() throws {
    let trainer = identity(
      [[0.4], [0.6], [0.5], [-1]], classes: [0, 0, 1, 1], targets: [[0], [0], [1], [1]], names: ["no", "yes"])
    #expect(try #require(trainer.measureTest()).confusion == [[1, 1], [1, 1]])
  }

  @Test func theAveragedWeightsAreTheMeanOfTheWeights() throws {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(optimizer: .averaged, learningRate: 0.5, batch: .samples(4)))
    #expect(trainer.averaged == nil)
    var sum = Array(repeating: 0.0, count: trainer.network.parameters.count)
    for _ in 0..<30 {
      trainer.step()
      for i in sum.indices { sum[i] += Double(trainer.network.parameters.values[i]) }
    }
    let mean = try #require(trainer.averaged)
    for i in sum.indices { #expect(abs(Double(mean.values[i]) - sum[i] / 30) < 1e-5) }
    let other = try #require(trainer.withAveragedWeights)
    #expect(other.network.parameters == mean && other.measureTest() != trainer.measureTest())
    trainer.change(TrainingSettings())
    #expect(trainer.averaged == nil && trainer.withAveragedWeights == nil)
  }
}
