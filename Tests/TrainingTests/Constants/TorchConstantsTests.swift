import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Constants, schedules and biases mean what they mean in PyTorch (`Fixtures/torch_constants.py`): 160 updates, to 1e-4.
struct TorchConstantsTests {
  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    let optimizer, schedule, biases: String
    let rate: Float
    let constants, scheduling: [String: Double]
    let inputs, targets: [[Float]]
    let before, after: [Float]
    var testDescription: String {
      "\(optimizer) \(constants.sorted { $0.key < $1.key }) \(schedule) \(scheduling) \(biases)"
    }
  }

  static let runs: [Run] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/torch_constants.json")
    return try! JSONDecoder().decode([Run].self, from: Data(contentsOf: file))
  }()

  @Test(arguments: runs) func endsWhereTorchEnds(run: Run) throws {
    let layout = Parameters.Layout(sizes: [3, 5, 2])
    let network = Network(parameters: Parameters(layout: layout, values: run.before), activations: [.tanh, .tanh])
    let samples = Samples(inputs: matrix(run.inputs), targets: matrix(run.targets), classes: nil)
    let data = LearningData(
      training: samples, test: samples, inputNames: ["a", "b", "c"], outputNames: ["d", "e"], classNames: nil,
      coding: .value)
    var trainer = Trainer(network: network, data: data, settings: try settings(run), seed: 1)
    trainer.step(times: 160)
    #expect(trainer.epoch == 40)
    let largest = run.after.largestMagnitude
    for (index, (mine, theirs)) in zip(trainer.network.parameters.values, run.after).enumerated() {
      #expect(
        abs(mine - theirs) <= 1e-4 * max(abs(theirs), 0.01 * largest),
        "\(layout.name(at: index)): \(mine), PyTorch has \(theirs)")
    }
  }

  private func settings(_ run: Run) throws -> TrainingSettings {
    var settings = TrainingSettings(
      optimizer: try #require(Optimizer.Kind(rawValue: run.optimizer)), learningRate: run.rate, batch: .samples(4),
      shuffle: false, schedule: try #require(Schedule(rawValue: run.schedule)),
      biases: try #require(Biases(rawValue: run.biases)))
    for (name, value) in run.constants {
      switch name {
      case "momentum": settings.constants.momentum = value
      case "beta1": settings.constants.beta1 = value
      case "beta2": settings.constants.beta2 = value
      case "epsilon": settings.constants.epsilon = value
      case "decay": settings.constants.decay = value
      default: Issue.record("an unknown constant, \(name)")
      }
    }
    for (name, value) in run.scheduling {
      switch name {
      case "stepEpochs": settings.scheduling.stepEpochs = Int(value)
      case "stepFactor": settings.scheduling.stepFactor = value
      case "inverseEpochs": settings.scheduling.inverseEpochs = value
      case "cosineEpochs": settings.scheduling.cosineEpochs = Int(value)
      default: Issue.record("an unknown constant, \(name)")
      }
    }
    return settings
  }

  private func matrix(_ rows: [[Float]]) -> Matrix {
    Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
  }
}
