/// How far predicted numbers are from the true ones, in the label's own units.
public struct RegressionErrors: Hashable, Sendable {
  /// √(mean of squared errors)
  public let rmse: Double
  /// The mean of absolute errors.
  public let mae: Double
  /// The mean of predicted − true.
  public let bias: Double
  /// 1 − Σ(error²) / Σ(true − mean)²; nil where all true numbers are the same.
  public let r2: Double?

  /// Traps unless there is one prediction a number, and a number.
  public init(predicted: [Double], actual: [Double]) {
    precondition(!actual.isEmpty && predicted.count == actual.count, "one prediction a number")
    let n = Double(actual.count)
    let errors = zip(predicted, actual).map { $0 - $1 }
    let mean = actual.reduce(0, +) / n
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    let spread = actual.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rmse = (squares / n).squareRoot()
    mae = errors.reduce(0) { $0 + abs($1) } / n
    bias = errors.reduce(0, +) / n
    r2 = spread > 0 ? 1 - squares / spread : nil
  }

  /// The same from outputs and targets as a network has them.
  public init(outputs: [Float], targets: [Float], transform: OutputTransform) {
    self.init(
      predicted: outputs.map(transform.label(ofOutput:)), actual: targets.map(transform.label(ofOutput:)))
  }
}
