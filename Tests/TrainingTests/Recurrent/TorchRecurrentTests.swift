import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

/// The same weights, sequences and settings lead where PyTorch's nn.RNN leads (`Fixtures/torch_recurrent.py`): 200 updates, to
/// 1e-4.
@Suite struct TorchRecurrentTests {
  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    let nonlinearity, optimizer: String
    let truncation: Int?
    let clip: Float?
    let rate: Float
    let last: Bool
    let inputs, targets: [[[Float]]]
    let before, after: Weights
    var testDescription: String {
      "\(nonlinearity) \(optimizer) truncated \(truncation ?? 0) clipped \(clip ?? 0) last \(last)"
    }
  }

  /// PyTorch's tensors, units first.
  struct Weights: Decodable, Sendable {
    let input, recurrent, readout: [[Float]]
    let biases, readoutBiases: [Float]

    init(from decoder: Decoder) throws {
      var container = try decoder.unkeyedContainer()
      input = try container.decode([[Float]].self)
      recurrent = try container.decode([[Float]].self)
      biases = try container.decode([Float].self)
      readout = try container.decode([[Float]].self)
      readoutBiases = try container.decode([Float].self)
    }

    /// In the engine's order: from, to.
    var values: [Float] {
      func turned(_ rows: [[Float]]) -> [Float] { rows[0].indices.flatMap { column in rows.map { $0[column] } } }
      return turned(input) + turned(recurrent) + biases + turned(readout) + readoutBiases
    }
  }

  static let runs: [Run] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/torch_recurrent.json")
    return try! JSONDecoder().decode([Run].self, from: Data(contentsOf: file))
  }()

  @Test func everyKindIsThere() {
    #expect(Set(Self.runs.map(\.testDescription)).count == 32)
  }

  @Test(arguments: runs) func endsWhereTorchEnds(run: Run) throws {
    var network = RecurrentNetwork(
      inputs: 2, units: 5, outputs: 2, activation: run.nonlinearity == "tanh" ? .tanh : .rectifier, output: .linear)
    network.parameters.values = run.before.values
    let settings = TrainingSettings(
      cost: .quadratic, optimizer: try #require(Optimizer.Kind(rawValue: run.optimizer)), learningRate: run.rate,
      batch: .samples(3), shuffle: false, clipping: run.clip)
    var trainer = RecurrentTrainer(
      network: network, data: data(run), settings: settings, truncation: run.truncation, seed: 1)
    trainer.step(times: 200)
    #expect(trainer.updates == 200)
    let theirs = run.after.values, largest = theirs.largestMagnitude
    for (index, value) in trainer.network.parameters.values.enumerated() {
      let scale = max(abs(theirs[index]), 0.01 * largest)
      #expect(abs(value - theirs[index]) <= 1e-4 * scale, "parameter \(index): \(value), PyTorch has \(theirs[index])")
    }
  }

  private func data(_ run: Run) -> SequenceData {
    let steps = run.inputs[0].count, count = run.inputs.count
    func matrix(_ rows: [[[Float]]]) -> Matrix {
      Matrix(rows: steps * count, columns: 2, elements: rows.joined().flatMap { $0 })
    }
    let set = SequenceSet(
      inputs: matrix(run.inputs), targets: matrix(run.targets),
      isAsked: (0..<steps * count).map { !run.last || $0 % steps == steps - 1 },
      lengths: Array(repeating: steps, count: count), inputNames: ["a", "b"], outputNames: ["c", "d"], meaning: .values)
    return SequenceData(training: set, test: set)
  }
}
