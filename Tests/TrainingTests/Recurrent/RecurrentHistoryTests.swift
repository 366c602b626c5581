import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Random walks through time come back to the same bits.
@Suite struct RecurrentHistoryTests {
  /// Six walks: 10,000 moves where the build is optimized.
  #if DEBUG
    static let moves = 150
  #else
    static let moves = 1_700
  #endif

  @Test(arguments: [UInt64(1), 2, 3], [60_000, 8 << 20])
  func randomMovesReturnToTheSameBits(seed: UInt64, budget: Int) {
    var walk = RandomMoves(RecurrentTrainer.self, seed: seed, budget: budget, spacing: 20_000)
    walk.run(Self.moves)
  }
}

extension RecurrentTrainer: Movable {
  init(seed: UInt64) {
    let settings = TrainingSettings(
      cost: .crossEntropy, optimizer: .adam, learningRate: 0.01, batch: .samples(3), clipping: 1)
    self = RecurrentTrainerTests.trainer(
      seed % 2 == 0 ? .reber : .echo(delay: 2), units: 3, training: 7, steps: 5, settings: settings, seed: seed)
  }

  var mark: RecurrentTrainer { self }
  static func differences(_ now: RecurrentTrainer, _ then: RecurrentTrainer) -> [String] {
    now == then ? [] : ["\(then.phase) \(then.updates) \(then.network.parameters) → \(now.network.parameters)"]
  }

  func someEdit(_ stream: inout RandomStream) -> RecurrentEdit {
    var settings = settings
    switch stream.integer(below: 9) {
    case 0: settings.learningRate = stream.uniform(0.001, 0.03)
    case 1: settings.optimizer = Optimizer.Kind.allCases.filter { $0 != .perceptron }[stream.integer(below: 12)]
    case 2: settings.batch = stream.integer(below: 2) == 0 ? .all : .samples(2)
    case 3: settings.clipping = stream.integer(below: 2) == 0 ? nil : 0.5
    case 4: return .truncation(stream.integer(below: 2) == 0 ? nil : 1 + stream.integer(below: 4))
    case 5: return .activation(stream.integer(below: 2) == 0 ? .tanh : .rectifier)
    case 6: return .parameter(index: stream.integer(below: network.layout.count), value: stream.uniform(-1, 1))
    case 7: return .singularValue(Double(stream.uniform(0.5, 1.5)))
    default: settings.shuffle.toggle()
    }
    return .settings(settings)
  }
}
