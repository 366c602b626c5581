import NeuralNetwork
import Testing

@testable import Training

@Suite struct HealthTests {
  @Test func normsAreThoseOfTheComingUpdate() {
    var trainer = someTrainer([2, 4, 1], TrainingSettings(learningRate: 0.5, batch: .all))
    for _ in 0..<3 { trainer.step() }
    let health = Health(of: trainer)
    let before = trainer.network.parameters
    trainer.step()
    for (number, layer) in health.layers.enumerated() {
      #expect(abs(layer.gradientNorm - Double(trainer.gradient.norm(layer: number))) < 1e-6)
      #expect(abs(layer.weightNorm - Double(before.norm(layer: number))) < 1e-6)
      #expect(abs(layer.updateNorm - 0.5 * layer.gradientNorm) < 1e-5)
      #expect(abs(layer.updateRatio! - layer.updateNorm / layer.weightNorm) < 1e-12)
    }
  }

  @Test func zerosAmongTheWeightsAreCounted() {
    var trainer = someTrainer([2, 4, 1])
    #expect(Health(of: trainer).layers.map(\.zeros) == [0, 0])
    let layer = trainer.network.layout.layers[0]
    for index in [layer.weights.lowerBound, layer.weights.upperBound - 1, layer.biases.lowerBound] {
      trainer.set(parameter: index, to: 0)
    }
    #expect(Health(of: trainer).layers.map(\.zeros) == [2, 0])
  }

  @Test(arguments: [Optimizer.Kind.sgd, .adam, .momentum]) func aPenaltyOnMagnitudesMakesZeros(
    optimizer: Optimizer.Kind
  ) {
    func zeros(_ rate: Float) -> Int {
      var settings = TrainingSettings(optimizer: optimizer, learningRate: 0.01, batch: .all)
      settings.regularization = Regularization(.l1, rate: rate)
      var trainer = someTrainer([2, 8, 1], settings)
      for _ in 0..<2_000 { trainer.step() }
      return Health(of: trainer).layers[0].zeros
    }
    #expect(zeros(0) == 0 && zeros(0.05) > 4)
  }

  @Test func deadRectifiersAreFound() {
    var trainer = Trainer(
      network: someNetwork([2, 4, 1], [.rectifier, .linear]), data: someData(), settings: TrainingSettings(), seed: 1)
    for unit in 0..<4 {
      let index = trainer.network.layout.layers[0].biases.lowerBound + unit
      trainer.set(parameter: index, to: unit == 2 ? -10 : 10)
    }
    let layers = Health(of: trainer).layers
    #expect(layers[0].units.map(\.isDead) == [false, false, true, false])
    #expect(layers[0].deadShare == 0.25)
    #expect(layers[1].deadShare == 0)
  }

  @Test(arguments: [Activation.tanh, .sigmoid, .scaledTanh])
  func saturatedUnitsAreFound(activation: Activation) {
    var trainer = Trainer(
      network: someNetwork([2, 4, 1], [activation, .linear]), data: someData(), settings: TrainingSettings(), seed: 1)
    let biases = trainer.network.layout.layers[0].biases
    trainer.set(parameter: biases.lowerBound, to: 20)
    trainer.set(parameter: biases.lowerBound + 3, to: -20)
    #expect(Health(of: trainer).layers[0].units.map(\.isSaturated) == [true, false, false, true])
  }

  @Test func histogramCountsEveryValue() {
    let values: [Float] = [-1, -0.5, 0, 0.25, 0.5, 1, 1]
    let histogram = WeightHistogram(of: values, bins: 4)
    #expect(histogram.counts == [1, 1, 2, 3])
    #expect(histogram.edges == [-1, -0.5, 0, 0.5, 1])
    #expect(WeightHistogram(of: [2, 2, 2], bins: 3).counts == [3, 0, 0])
    #expect(WeightHistogram(of: [.nan], bins: 2).counts == [0, 0])
    #expect(WeightHistogram(of: [] as [Float], bins: 2).counts == [0, 0])
  }
}
