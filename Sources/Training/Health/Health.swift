import Datasets
import NeuralNetwork

/// How well each layer learns: whether gradients reach it, its units answer, and its weights move.
public struct Health: Hashable, Sendable {
  /// One for each layer with units, the output layer last.
  public let layers: [Layer]

  /// One layer's state.
  public struct Layer: Hashable, Sendable {
    /// ‖∇‖ of the layer's weights and biases (of the objective, penalty included).
    public let gradientNorm: Double
    /// ‖w‖ of the layer's weights and biases.
    public let weightNorm: Double
    /// ‖Δw‖ of the coming update.
    public let updateNorm: Double
    /// What each unit does on the samples looked at.
    public let units: [UnitActivity]
    /// How many of the layer's weights are 0. Under an L1 penalty also those that it holds there: they tremble about 0, no
    /// larger than their own coming update.
    public let zeros: Int
    /// How the layer's weights are spread.
    public let weights: WeightHistogram

    /// ‖Δw‖/‖w‖; about 0.001 is usual. Nil where all weights are zero.
    public var updateRatio: Double? { weightNorm > 0 ? updateNorm / weightNorm : nil }
    /// The share of units that answer no sample.
    public var deadShare: Double { share { $0.isDead } }
    /// The share of units that stand at an end of their range for nearly every sample.
    public var saturatedShare: Double { share { $0.isSaturated } }

    private func share(of matches: (UnitActivity) -> Bool) -> Double {
      Double(units.count(where: matches)) / Double(units.count)
    }
  }

  /// Looks at the update that a trainer makes next (or is making), and at its units on some of the training rows.
  ///
  /// The update is made on a copy; where it would diverge, its step is 0. `samples` bounds the rows looked at, from
  /// the first. Complexity: one update, and one forward pass of those rows.
  public init(of trainer: Trainer, samples: Int = 256) {
    var next = trainer
    while next.updates == trainer.updates, next.divergence == nil { next.advance() }
    let activity = UnitActivity.measure(trainer, rows: min(samples, trainer.data.training.count))
    let (before, after) = (trainer.network.parameters, next.network.parameters)
    let trembles = trainer.settings.regularization.kind == .l1 && trainer.settings.regularization.rate > 0
    layers = trainer.network.layout.layers.enumerated().map { number, layer in
      let own = layer.weights.lowerBound..<layer.biases.upperBound
      return Layer(
        gradientNorm: norm(next.gradient.values[own]),
        weightNorm: norm(before.values[own]),
        updateNorm: norm(zip(after.values[own], before.values[own]).map { $0 - $1 }),
        units: activity[number],
        zeros: layer.weights.count { index in
          let (weight, step) = (before.values[index], after.values[index] - before.values[index])
          return weight == 0 || trembles && weight.magnitude <= step.magnitude
        },
        weights: WeightHistogram(of: before.values[layer.weights]))
    }
  }
}

/// √Σx².
private func norm(_ values: some Sequence<Float>) -> Double {
  values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}
