import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

/// The same weights, rows and settings lead where PyTorch's lead (`Fixtures/torch_runs.py`): 200 updates, to 1e-4.
@Suite struct TorchRunTests {
  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    let hidden, output, cost, optimizer: String
    let rate, l1, l2: Float
    let clip: Float?
    let batch: Int
    let sizes: [Int]
    let inputs, targets: [[Float]]
    let before, after: [Tensor]
    let mean: [Tensor]?
    var testDescription: String { "\(hidden) \(output) \(cost) \(optimizer) \(batch) \(l1) \(l2) \(clip ?? 0)" }
  }

  /// A weight `[units][inputs]` or a bias `[units]`.
  enum Tensor: Decodable, Sendable {
    case weight([[Float]])
    case bias([Float])

    init(from decoder: Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let rows = try? container.decode([[Float]].self) {
        self = .weight(rows)
      } else {
        self = .bias(try container.decode([Float].self))
      }
    }
  }

  static let runs: [Run] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/torch_runs.json")
    return try! JSONDecoder().decode([Run].self, from: Data(contentsOf: file))
  }()

  @Test(arguments: runs) func endsWhereTorchEnds(run: Run) throws {
    let hidden = try #require(Activation(name: run.hidden)), output = try #require(Activation(name: run.output))
    let cost = try #require(Cost(rawValue: run.cost)), kind = try #require(Optimizer.Kind(rawValue: run.optimizer))
    var network = Network(sizes: run.sizes, activations: [hidden, hidden, output])
    network.parameters = parameters(run.before, network.layout)
    #expect(network.mismatch(cost: cost, optimizer: kind) == nil)
    var optimizer = Optimizer(kind)
    train(&network, with: &optimizer, cost: cost, run)
    expectClose(network.parameters, parameters(run.after, network.layout))
    if let mean = run.mean { expectClose(optimizer.memory[0], parameters(mean, network.layout)) }
  }

  private func train(_ network: inout Network, with optimizer: inout Optimizer, cost: Cost, _ run: Run) {
    let inputs = matrix(run.inputs), targets = matrix(run.targets)
    let rows = Array(0..<inputs.rows)
    var pass = Propagation(layout: network.layout, capacity: run.batch)
    var gradient = Parameters(layout: network.layout)
    var position = 0
    for _ in 0..<200 {
      let end = min(position + run.batch, rows.count)
      pass.load(inputs: inputs, targets: targets, rows: rows[position..<end])
      position = end == rows.count ? 0 : end
      for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
      pass.error(cost: cost, of: network)
      for layer in (0..<network.depth).reversed() { pass.backward(layer: layer, of: network, gradient: &gradient) }
      Regularization(.l1, rate: run.l1).addGradient(at: network.parameters, to: &gradient)
      Regularization(.l2, rate: run.l2).addGradient(at: network.parameters, to: &gradient)
      if let clip = run.clip { gradient.clip(toNorm: clip) }
      #expect(optimizer.update(&network.parameters, along: gradient, rate: run.rate) == nil)
    }
  }

  private func expectClose(_ mine: Parameters, _ theirs: Parameters) {
    let largest = theirs.values.largestMagnitude
    for i in mine.values.indices {
      let scale = max(abs(theirs.values[i]), 0.01 * largest)
      #expect(
        abs(mine.values[i] - theirs.values[i]) <= 1e-4 * scale,
        "\(mine.layout.name(at: i)): \(mine.values[i]), PyTorch has \(theirs.values[i])")
    }
  }

  private func matrix(_ rows: [[Float]]) -> Matrix {
    Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
  }

  private func parameters(_ tensors: [Tensor], _ layout: Parameters.Layout) -> Parameters {
    var result = Parameters(layout: layout)
    for (place, tensor) in tensors.enumerated() {
      switch tensor {
      case .weight(let rows):
        for (unit, row) in rows.enumerated() {
          for (input, value) in row.enumerated() { result[weight: place / 2, unit, input] = value }
        }
      case .bias(let values):
        for (unit, value) in values.enumerated() { result[bias: place / 2, unit] = value }
      }
    }
    return result
  }
}
