import NeuralNetwork
import Testing

@testable import Training

/// A divergence names the kind of number that overflowed first.
struct DivergenceTests {
  private func divergence(
    _ activations: [Activation], _ settings: TrainingSettings, changing changes: (inout Parameters) -> Void
  ) -> Divergence? {
    var network = someNetwork([2, 3, 1], activations)
    changes(&network.parameters)
    var trainer = Trainer(network: network, data: someData(), settings: settings, seed: 1)
    trainer.step()
    return trainer.divergence
  }

  @Test func aSumOverflows() {
    let found = divergence([.linear, .linear], TrainingSettings()) { parameters in
      for i in parameters.layout.layers[0].weights { parameters.values[i] = 1e30 }
      for i in parameters.layout.layers[1].weights { parameters.values[i] = 1e30 }
    }
    #expect(found?.origin == .sum(layer: 1))
    #expect(found?.description.hasPrefix("a weighted sum of layer 2 overflowed at row ") == true)
  }

  @Test func theCostOverflowsBeforeAnyGradient() {
    let found = divergence([.linear, .linear], TrainingSettings(batch: .samples(1))) { parameters in
      for i in parameters.values.indices { parameters.values[i] = 0 }
      parameters[bias: 1, 0] = 1e20
    }
    #expect(found?.origin == .cost)
    #expect(found?.value.isFinite == true)
    #expect(found?.description.contains("the cost overflowed") == true)
    #expect(found?.description.contains("gradient of") == false)
  }

  @Test func theStepOverflows() {
    let found = divergence([.linear, .linear], TrainingSettings(learningRate: 1e38)) { parameters in
      for i in parameters.values.indices { parameters.values[i] = 1000 }
    }
    #expect(found?.origin == .update)
    #expect(found?.description.hasPrefix("the step of layers.") == true)
  }

  @Test func aRateOfNothingIsSaid() {
    var trainer = someTrainer(
      [2, 3, 1], TrainingSettings(batch: .all, schedule: .cosine, scheduling: Schedule.Constants(cosineEpochs: 3)))
    for epoch in 0..<5 {
      #expect((trainer.rateRemark != nil) == (epoch >= 3))
      trainer.step()
    }
    #expect(trainer.rateRemark == "η is 0: the cosine schedule has ended, at epoch 3")
  }
}
