import Datasets
import NeuralNetwork
import Training

extension Experiment {
  /// Chooses a network and its training for data of which nothing more is known, by how many rows and inputs there are and what is
  /// predicted.
  ///
  /// | where | what |
  /// |---|---|
  /// | rows for training n, inputs d | n ≥ 5000: 32 units, else 8; of pictures 64 |
  /// | more than one input to ten rows | λ = 10/n on ½Σw², as a ridge of wide data has it; else 3/n |
  /// | | Adam with η 0.01, from 5000 rows on 0.003; batches of 32 |
  mutating func chooseFirstNetwork(for dataset: Dataset) {
    let rows = Int(Double(dataset.count) * (recipe.split?.training ?? Double(recipe.trainShare ?? 0.5)))
    let inputs = dataset.inputs.columns
    let isPicture = dataset.imageSize != nil
    network.setHidden([isPicture ? 64 : rows >= 5000 ? 32 : 8])
    if isPicture { network.setActivation(.rectifier) }
    network.initializer = isPicture ? .he : .glorot
    training.optimizer = .adam
    training.learningRate = isPicture || rows >= 5000 ? 0.003 : 0.01
    training.batch = .samples(rows >= 50_000 ? 128 : 32)
    let strength: Float = inputs * 10 > rows ? 10 : 3
    training.regularization = Regularization(.l2, rate: Self.rounded(strength / Float(max(rows, 1))))
    speed = .updatesPerSecond(rows >= 5000 ? 1000 : 300)
  }

  /// One significant digit, so that the number can be read and typed.
  private static func rounded(_ number: Float) -> Float {
    var scale: Float = 1
    while number * scale < 1, scale < 1e9 { scale *= 10 }
    return (number * scale).rounded() / scale
  }
}
