import Datasets
import LinearAlgebra
import Training

/// A sample that the network puts in a wrong class.
public struct WrongAnswer: Hashable, Sendable {
  /// The row of the dataset.
  public let row: Int
  /// The right class, by its index.
  public let truth: Int
  /// The class that the network gives, by its index.
  public let answer: Int
  /// How far the wrong class is ahead of the right one, in units of the output.
  public let margin: Float
}

extension Run {
  /// The wrong answers on the test part (the training part, where there is no test), the most wrong first.
  func wrongAnswers(atMost count: Int) -> [WrongAnswer] {
    let data = trainer.data
    let (part, rows) = data.test.count > 0 ? (data.test, data.testRows) : (data.training, data.trainingRows)
    guard let classes = part.classes else { return [] }
    let outputs = trainer.network.outputs(for: part.inputs)
    let wrong = classes.indices.compactMap { sample -> WrongAnswer? in
      let output = outputs.row(sample)
      let answer = trainer.predictedClass(output)
      guard answer != classes[sample] else { return nil }
      return WrongAnswer(
        row: rows[sample], truth: classes[sample], answer: answer,
        margin: margin(of: output, answer, over: classes[sample]))
    }
    return Array(wrong.sorted { ($0.margin, -$0.row) > ($1.margin, -$1.row) }.prefix(count))
  }

  private func margin(of output: ArraySlice<Float>, _ answer: Int, over truth: Int) -> Float {
    guard output.count > 1 else { return abs(output.first! - (trainer.data.coding == .unit ? 0.5 : 0)) }
    return output[output.startIndex + answer] - output[output.startIndex + truth]
  }
}
