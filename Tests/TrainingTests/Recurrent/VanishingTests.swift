import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

/// The gradient on its way back through time.
@Suite struct VanishingTests {
  /// The norms of one update on the first of 31 symbols, the last step's first.
  private func norms(singularValue: Double, activation: Activation = .tanh, truncation: Int? = nil) -> [Double] {
    let settings = TrainingSettings(cost: .crossEntropy, batch: .all)
    var trainer = RecurrentTrainerTests.trainer(
      .first, units: 16, activation: activation, training: 20, steps: 31, settings: settings, truncation: truncation)
    trainer.apply(.singularValue(singularValue))
    while trainer.phase != .update { trainer.advance() }
    return trainer.propagation.gradientNorms.reversed()
  }

  @Test func smallWeightsLetItVanish() {
    let norms = norms(singularValue: 0.5)
    #expect(norms.count == 31)
    #expect(norms[30] < 1e-4 * norms[0], "\(norms[0]) … \(norms[30])")
    #expect(zip(norms, norms.dropFirst()).allSatisfy { $1 <= 0.5 * $0 * 1.0001 }, "a step lengthens by more than σ")
  }

  @Test func largeWeightsLetItGrow() {
    let norms = norms(singularValue: 8, activation: .rectifier)
    #expect(norms[30] > 1e4 * norms[0], "\(norms[0]) … \(norms[30])")
  }

  /// Spans of 8 steps: steps 24 to 30 get an error, those before them none.
  @Test func truncationCutsItOff() {
    let norms = norms(singularValue: 1, truncation: 8)
    #expect(norms[..<7].allSatisfy { $0 > 0 } && norms[7...].allSatisfy { $0 == 0 })
  }

  @Test func clippingKeepsAnUpdateShort() {
    var lengths: [Float] = []
    for clip in [nil, Float(0.5)] {
      let settings = TrainingSettings(cost: .crossEntropy, learningRate: 1, batch: .all, clipping: clip)
      var trainer = RecurrentTrainerTests.trainer(
        .first, units: 16, activation: .rectifier, training: 20, steps: 31, settings: settings)
      trainer.apply(.singularValue(8))
      while trainer.phase != .update { trainer.advance() }
      let before = trainer.network.parameters
      trainer.advance()
      var step = before
      step.values.subtract(trainer.network.parameters.values, times: 1)
      lengths.append(step.norm)
    }
    #expect(lengths[0] > 100 && lengths[1] < 0.51, "\(lengths)")
  }
}
