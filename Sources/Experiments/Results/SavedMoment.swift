import Foundation
import NeuralNetwork
import Training

/// A moment of a run as files: the weights, the measured costs so far, and a picture of the screen.
public struct SavedMoment: Sendable {
  /// The weights and biases.
  public var parameters: Parameters
  /// How the cost went so far.
  public var loss: LossHistory
  /// The picture, as SVG.
  public var picture: String

  /// A moment of these three parts.
  public init(parameters: Parameters, loss: LossHistory, picture: String) {
    self.parameters = parameters
    self.loss = loss
    self.picture = picture
  }

  /// Writes `NAME-K.safetensors`, `NAME-K.csv` and `NAME-K.svg` into a folder, K being the first number that is free, so
  /// that nothing is written over.
  ///
  /// - Returns: `NAME-K`.
  /// - Throws: a `Mistake` where a file cannot be written; then none is.
  public func write(name: String, into folder: String) throws(Mistake) -> String {
    let base = freeName(name, in: folder)
    let path = folder + "/" + base
    try AtomicFile.writeAll([
      AtomicFile.Output(path: path + ".safetensors", bytes: WeightsFile.bytes(of: parameters)),
      AtomicFile.Output(path: path + ".csv", bytes: Array(costs.utf8)),
      AtomicFile.Output(path: path + ".svg", bytes: Array(picture.utf8)),
    ])
    return base
  }

  private func freeName(_ name: String, in folder: String) -> String {
    var number = 1
    let endings = ["safetensors", "csv", "svg"]
    while endings.contains(where: { FileManager.default.fileExists(atPath: "\(folder)/\(name)-\(number).\($0)") }) {
      number += 1
    }
    return "\(name)-\(number)"
  }

  /// The measured costs, a row for each update at which the training part was measured.
  private var costs: String {
    let test = Dictionary(loss.test.buckets.map { ($0.updates.upperBound, $0.last) }, uniquingKeysWith: { $1 })
    let rows = loss.training.buckets.map { bucket in
      let update = bucket.updates.upperBound
      return "\(update),\(bucket.last),\(test[update].map { "\($0)" } ?? "")\n"
    }
    return "updates,train_cost,test_cost\n" + rows.joined()
  }
}
