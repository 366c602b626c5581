import NeuralNetwork
import Testing
import Training

@Suite struct RecurrentUnitArithmeticTests {
  /// Every unit at every step: the terms add up to z, in order, and h is f(z).
  @Test func termsAddUp() {
    var trainer = RecurrentTrainerTests.trainer(
      .reber, units: 5, training: 6, settings: RecurrentTrainerTests.settings)
    while trainer.phase != .update { trainer.advance() }
    let (pass, network) = (trainer.propagation, trainer.network)
    for sample in 0..<pass.samples {
      for step in 0..<pass.lengths[sample] {
        for unit in 0..<5 {
          let arithmetic = RecurrentUnitArithmetic(of: unit, step: step, sample: sample, in: pass, network)
          #expect(arithmetic.terms.reduce(arithmetic.bias) { $0 + $1.product } == arithmetic.z)
          #expect(network.activation.value(arithmetic.z) == arithmetic.h)
          let before = arithmetic.terms.filter { if case .unit = $0.source { true } else { false } }.map(\.value)
          let hidden = pass.hiddenStates(ofSample: sample)
          #expect(before == (step > 0 ? Array(hidden.row(step - 1)) : Array(repeating: 0, count: 5)))
          #expect(arithmetic.slope == network.activation.derivative(arithmetic.z, arithmetic.h))
        }
      }
    }
  }
}
