import NeuralNetwork
import Testing

@testable import Training

/// The implicit step is solved, or says how far it is from it.
struct ImplicitTests {
  /// ‖w′ − w + ηg(w′)‖ / ‖w′ − w‖ of the step from one trainer to the next, with the gradient worked out by another rule.
  private func residual(from before: Trainer, to after: Trainer) -> Float {
    var there = before
    there.change(TrainingSettings(optimizer: .sgd, learningRate: 1, batch: before.settings.batch))
    there.set(parameters: after.network.parameters)
    while there.phase != .update { there.advance() }
    var left: Double = 0
    var step: Double = 0
    for i in 0..<before.network.parameters.count {
      let move = Double(after.network.parameters.values[i]) - Double(before.network.parameters.values[i])
      let rest = move + Double(before.learningRate) * Double(there.gradient.values[i])
      (left, step) = (left + rest * rest, step + move * move)
    }
    return Float((left / step).squareRoot())
  }

  @Test(arguments: [Activation.tanh, .sigmoid, .softplus, .gelu], [Float(0.1), 1, 3, 10, 30])
  func smoothNetworksAreSolvedAtAnyRate(activation: Activation, rate: Float) {
    let network = someNetwork([2, 5, 1], [activation, .tanh], seed: 4)
    let settings = TrainingSettings(optimizer: .implicit, learningRate: rate, batch: .all)
    var trainer = Trainer(network: network, data: someData(rows: 20), settings: settings, seed: 1)
    for update in 0..<15 {
      let before = trainer
      trainer.step()
      #expect(trainer.divergence == nil)
      #expect(
        trainer.optimizer.residual <= Optimizer.solved, "update \(update), \(trainer.optimizer.iterations) gradients")
      #expect(residual(from: before, to: trainer) <= 3 * Optimizer.solved, "update \(update)")
    }
  }

  @Test(arguments: [Float(1), 10, 100]) func whereThereIsNoSolutionTheRestIsTold(rate: Float) {
    let settings = TrainingSettings(optimizer: .implicit, learningRate: rate, batch: .all)
    let network = someNetwork([2, 6, 1], [.rectifier, .linear], seed: 2)
    var trainer = Trainer(network: network, data: someData(rows: 20), settings: settings, seed: 1)
    for update in 0..<15 {
      let before = trainer
      trainer.step()
      let (told, true_) = (trainer.optimizer.residual, residual(from: before, to: trainer))
      #expect(abs(told - true_) <= 0.02 * true_ + 1e-4, "update \(update): \(told) told, \(true_) left")
      let step = StepInHand(of: before)
      let lines = UpdateArithmetic(of: 0, in: step).lines
      #expect(lines.contains { $0.symbol == "r" } == (told > Optimizer.solved))
    }
  }
}
