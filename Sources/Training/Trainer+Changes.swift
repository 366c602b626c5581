import Datasets
import NeuralNetwork

extension Trainer {
  /// Changes the settings between two phases. Weights stay; a new optimizer starts with an empty memory.
  ///
  /// A change in mid-step starts the step anew: its batch has not been learned from yet.
  public mutating func change(_ settings: TrainingSettings) {
    if settings.optimizer != self.settings.optimizer { optimizer = Optimizer(settings.optimizer, seed: seed) }
    self.settings = settings
    keepBiases()
    restartStep()
  }

  /// Changes the activation of each layer; weights stay.
  public mutating func change(activations: [Activation]) {
    network = Network(parameters: network.parameters, activations: activations)
    restartStep()
  }

  /// Sets one weight or bias; a bias stays 0 where there are none.
  public mutating func set(parameter index: Int, to value: Float) {
    network.parameters.values[index] = value
    keepBiases()
    restartStep()
  }

  /// Sets all weights and biases; the biases stay 0 where there are none. Traps unless they fit the network.
  public mutating func set(parameters: Parameters) {
    precondition(parameters.layout == network.layout, "the parameters are of another network")
    network.parameters = parameters
    keepBiases()
    restartStep()
  }

  /// Goes on with other data of the same width, from the beginning of an epoch; weights stay.
  public mutating func change(data: LearningData) {
    Trainer.check(data, fits: network)
    self.data = data
    position = 0
    drawOrder()
    restartStep()
  }

  /// Goes on with the same rows in another form, such as another scaling; weights, order and the place in it stay.
  /// Traps unless the rows are the same.
  mutating func exchange(data: LearningData) {
    precondition(data.trainingRows == self.data.trainingRows, "the data have other rows")
    Trainer.check(data, fits: network)
    self.data = data
    restartStep()
  }

  /// Sees to it that there are no biases where the settings want none.
  mutating func keepBiases() {
    if settings.biases == .none { network.parameters.clearBiases() }
  }

  /// Back to the step's beginning, if it has begun: what it has computed is thrown away, and what the last one left is no
  /// longer of this network. A finished epoch's end is not undone.
  mutating func restartStep() {
    divergence = nil
    if phase != .epoch, phase != .input {
      phase = .input
      batchCount = 0
      dropping = droppingOfStep
    }
    clearWorkspace()
  }

  /// Empties what the last step left: its batch's numbers and its gradient.
  mutating func clearWorkspace() {
    performed = nil
    propagation = Propagation(layout: network.layout, capacity: settings.batch.size(of: data.training.count))
    gradient = Parameters(layout: network.layout)
  }
}
