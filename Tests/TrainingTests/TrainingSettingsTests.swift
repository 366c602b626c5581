import NeuralNetwork
import Testing

@testable import Training

struct TrainingSettingsTests {
  @Test func thePartsAreAllThatThereIs() {
    let settings = TrainingSettings(
      cost: .huber, optimizer: .adamw, constants: Optimizer.Constants(momentum: 0.5, epsilon: 1e-4), learningRate: 0.5,
      batch: .all, shuffle: false, regularization: Regularization(.l1, rate: 0.1), schedule: .step,
      scheduling: Schedule.Constants(stepEpochs: 3), dropout: [0.1], clipping: 2, biases: .frozen)
    let fields = Mirror(reflecting: settings).children.compactMap(\.label)
    #expect(Mirror(reflecting: settings.parts).children.compactMap(\.label) == fields)
    #expect(TrainingSettings(settings.parts) == settings)
  }

  @Test(arguments: Optimizer.Kind.allCases, [Biases.frozen, .none])
  func biasesThatDoNotLearnStay(rule: Optimizer.Kind, biases: Biases) {
    let settings = TrainingSettings(
      optimizer: rule, learningRate: 0.1, batch: .samples(4), clipping: 0.5, biases: biases)
    var trainer = someTrainer([2, 3, 1], settings)
    let start = trainer.network.parameters
    for layer in start.layout.layers {
      #expect(layer.biases.allSatisfy { start.values[$0] == (biases == .none ? 0 : 0.1) })
    }
    trainer.step(times: 40)
    #expect(trainer.network.parameters != start)
    for layer in start.layout.layers {
      #expect(trainer.network.parameters.values[layer.biases] == start.values[layer.biases])
    }
  }

  @Test func withoutBiasesThereAreNoneWhateverIsSet() {
    var trainer = someTrainer([2, 3, 1], TrainingSettings())
    let layout = trainer.network.layout
    trainer.step()
    trainer.change(TrainingSettings(biases: .none))
    trainer.set(parameters: someNetwork([2, 3, 1], seed: 9).parameters)
    trainer.set(parameter: layout.layers[0].biases.lowerBound, to: 3)
    for layer in layout.layers { #expect(layer.biases.allSatisfy { trainer.network.parameters.values[$0] == 0 }) }
  }

  @Test(arguments: Optimizer.Kind.allCases)
  func frozenInMidRunBiasesStayWhereTheyAre(rule: Optimizer.Kind) {
    var settings = TrainingSettings(optimizer: rule, learningRate: 0.05, batch: .samples(4))
    var trainer = someTrainer([2, 3, 1], settings)
    trainer.step(times: 20)
    settings.biases = .frozen
    trainer.change(settings)
    let before = trainer.network.parameters
    trainer.step(times: 20)
    for layer in before.layout.layers {
      #expect(trainer.network.parameters.values[layer.biases] == before.values[layer.biases])
    }
  }
}
