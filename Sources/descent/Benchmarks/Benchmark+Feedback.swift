import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// Networks with memory.
extension Benchmark {
  static let feedback = [
    Benchmark(
      "train-recurrent-16", "1-16-1 recurrent tanh, sgd, sequences of 30, batch 16", .rate(of: "sequences")
    ) { recurrentTraining() },
    Benchmark("hopfield-sweep", "a sweep of 1024 Hopfield units, 20 % flipped", .time(of: "sweep")) { sweeps() },
    Benchmark("hopfield-products", "the multiply-adds of 1024 x 1024 alone", .time(of: "product")) { products() },
  ]

  private static func recurrentTraining() -> () -> Int {
    let data = SequenceGenerator.sine.data(training: 160, test: 16, steps: 30, seed: 1)
    var network = RecurrentNetwork(inputs: 1, units: 16, outputs: 1, output: .linear)
    var stream = RandomStream(seed: 1, purpose: .weights)
    network.initialize(with: .glorot, from: &stream)
    var trainer = RecurrentTrainer(
      network: network, data: data, settings: TrainingSettings(learningRate: 0.01, batch: .samples(16)), seed: 1)
    return {
      trainer.step(times: 10)
      precondition(trainer.divergence == nil, "the benchmark diverged at \(String(describing: trainer.divergence))")
      return 160
    }
  }

  /// From a pattern of which a fifth is flipped, each time anew.
  private static func sweeps() -> () -> Int {
    var stream = RandomStream(seed: 1, purpose: .data)
    let patterns = (0..<60).map { Pattern.random(name: "\($0)", width: 32, height: 32, from: &stream) }
    let memory = AssociativeMemory(width: 32, height: 32, patterns: patterns)
    var settling = Settling(.memory(memory), seed: 1)
    settling.apply(.recall(pattern: 0))
    settling.apply(.disturb(share: 0.2))
    return {
      for _ in 0..<10 {
        var disturbed = settling
        disturbed.sweep()
        precondition(disturbed.flips > 100, "the sweep flipped \(disturbed.flips) units")
      }
      return 10
    }
  }

  /// One multiply-add for each pair of units.
  private static func products() -> () -> Int {
    let count = 1024
    let weights = (0..<count * count).map { Int32($0 % 7) - 3 }
    var fields = Array(repeating: Int32(0), count: count)
    return {
      weights.withUnsafeBufferPointer { weights in
        fields.withUnsafeMutableBufferPointer { fields in
          for row in 0..<count {
            Kernels.add(
              weights.baseAddress! + row * count, times: row % 2 == 0 ? 1 : -1, to: fields.baseAddress!, count: count)
          }
        }
      }
      return 1
    }
  }
}
