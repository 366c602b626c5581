import NeuralNetwork
import Plots
import Training

extension State {
  /// The most parameters that one check looks at, evenly spread over the network.
  private static let mostChecked = 200
  /// The multiply-adds that a check may take: well under a second.
  private static let checkBudget = 100_000_000

  /// Compares the gradient by backpropagation with differences of the cost at the present weights, and says how far they
  /// are apart.
  mutating func checkGradient() {
    guard let trainer = run?.trainer else { return }
    guard trainer.divergence == nil else { return warn("there is no finite gradient to check") }
    let check = GradientCheck(of: trainer)
    let count = trainer.network.parameters.count
    let affordable = State.checkBudget / max(1, 2 * count * trainer.data.training.count)
    let checked = max(1, min(count, State.mostChecked, affordable))
    let errors = (0..<checked).map { number in
      let index = number * count / checked
      return (index: index, error: check.relativeError(at: index, difference: check.difference(at: index)))
    }
    guard let worst = errors.max(by: { $0.error < $1.error }) else { return }
    let part = checked == count ? "all \(count)" : "\(checked) of \(count)"
    let words =
      "gradient check of \(part): at most \(NumberFormat.reading.string(Double(worst.error))) off, "
      + "in \(trainer.network.layout.name(at: worst.index))"
    notice = Notice(text: words, isWarning: !(worst.error < 0.01))
  }
}
