import NeuralNetwork

/// One weight's gradient: what each sample of the batch pulls, and their mean.
public struct WeightArithmetic: Hashable, Sendable {
  /// The weight or bias whose gradient it is.
  public let name: ParameterName
  /// In the order in which the sum runs.
  public let pulls: [Pull]
  /// The sum of the pulls.
  public let sum: Float
  /// The mean of the pulls: the data term's gradient.
  public let mean: Float

  /// One sample's part: x·δ, or δ alone for a bias.
  public struct Pull: Hashable, Sendable {
    /// The row of the training part.
    public let row: Int
    /// What came in at the weight; 1 at a bias.
    public let input: Float
    /// δ of the unit that the weight leads to, of this sample.
    public let delta: Float

    /// input · δ: ∂C/∂w of the sample's own cost.
    public var value: Float { input * delta }
  }

  /// Reads a weight's pulls from a batch whose passes are done.
  ///
  /// - Parameter rows: the rows of the training part in the batch.
  public init(_ name: ParameterName, of pass: Propagation, rows: [Int]) {
    precondition(rows.count == pass.count, "\(rows.count) rows for a batch of \(pass.count)")
    let units = pass.layout.layers[name.layer].units
    let delta = pass.layers[name.layer].delta
    let pulls = rows.enumerated().map { sample, row in
      var input: Float = 1
      if case .weight(_, _, let index) = name { input = pass.incoming(index, toLayer: name.layer, sample: sample) }
      return Pull(row: row, input: input, delta: delta[sample * units + name.unit])
    }
    self.name = name
    self.pulls = pulls
    sum = pulls.reduce(0) { $0 + $1.value }
    mean = sum * (1 / Float(pass.count))
  }
}
