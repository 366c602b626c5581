import NeuralNetwork
import Training

/// How far the gradient by backpropagation is from differences of the cost.
public struct GradientReport: Hashable, Sendable {
  /// How many parameters were looked at, evenly spread, and how many there are.
  public let checked: Int
  /// All the weights and biases of the network.
  public let count: Int
  /// The largest relative error, and the parameter that has it.
  public let error: Float
  /// The weight or bias with that error, as the screen calls it.
  public let parameter: String

  /// The most parameters that one check looks at.
  private static let mostChecked = 200
  /// The multiply-adds that a check may take: well under a second.
  private static let budget = 100_000_000
  /// Above this relative error something is wrong.
  private static let tolerance: Float = 0.01

  /// Whether the two agree as far as single precision lets them.
  public var isRight: Bool { error < Self.tolerance }

  /// Checks the gradient at a trainer's present weights.
  init(of run: Run) {
    let trainer = run.trainer
    let check = GradientCheck(of: trainer)
    let count = trainer.network.parameters.count
    let affordable = Self.budget / max(1, 2 * count * trainer.data.training.count)
    let checked = max(1, min(count, Self.mostChecked, affordable))
    var worst = (index: 0, error: -Float.infinity)
    for number in 0..<checked {
      let index = number * count / checked
      let error = check.relativeError(at: index, difference: check.difference(at: index))
      if error.isNaN || error > worst.error { worst = (index, error) }
      if error.isNaN { break }
    }
    (self.checked, self.count, error) = (checked, count, worst.error)
    parameter = run.label(of: trainer.network.layout.name(at: worst.index))
  }
}

extension LearningSession {
  /// Compares the gradient by backpropagation with differences of the cost at the present weights.
  mutating func checkGradient() {
    guard run.history.process.kind == .feedforward, run.trainer.divergence == nil else { return say(.nothingToCheck) }
    say(.gradientCheck(GradientReport(of: run)))
  }
}
