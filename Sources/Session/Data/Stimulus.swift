import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// What excites a unit of a network whose inputs are pictures.
public struct Stimulus: Hashable, Sendable {
  /// The picture that excites it most, in the pixels' own units, row by row; nil where its gradient is 0, so that none leads
  /// there.
  public let picture: [Float]?
  /// What the pixels of the training part have in common.
  public let range: PixelRange
  /// The rows of the dataset that excite it most, the strongest first, with its activation.
  public let rows: [Row]
  /// The rows of the training part that were looked at.
  public let looked: Int
  /// The lowest activation among them.
  public let lowest: Float

  /// A row and what the unit answers to it.
  public struct Row: Hashable, Sendable {
    /// The row of the dataset.
    public let row: Int
    /// The unit's activation.
    public let activation: Float
  }
}

extension Stimulus {
  /// What excites a unit most: among pictures of the training part, and of all pictures as bright as these.
  ///
  /// The second is found by gradient ascent on its weighted input z (activation maximization, Erhan et al. 2009): from an
  /// even grey, steps along ∂z/∂x, after each of which the pixels are cut to their range and the picture is brought back to
  /// the length of the training part's pictures. Pixels that never change in the rows looked at stay as they are.
  /// Nil where rows are no pictures, or the network is not given the pixels themselves.
  public init?(of run: Run, layer: Int, unit: Int, rows count: Int = 8) {
    let (network, data) = (run.trainer.network, run.trainer.data)
    let pixels = run.dataset.inputs.columns
    guard run.dataset.imageSize != nil, data.inputTransform.features == (0..<pixels).map({ .input($0) }),
      !data.trainingRows.isEmpty
    else { return nil }
    looked = min(data.training.count, max(20, Self.work / max(1, network.parameters.count)))
    let inputs = Matrix(
      rows: looked, columns: pixels, elements: Array(data.training.inputs.elements.prefix(looked * pixels)))
    let answers = network.activations(ofLayer: layer, unit: unit, for: inputs)
    let strongest = answers.indices.sorted { (answers[$1], $0) < (answers[$0], $1) }.prefix(count)
    range = PixelRange(of: run)
    picture = Self.ascend(network, data.inputTransform, range, layer: layer, unit: unit)
    lowest = answers.min() ?? 0
    rows = strongest.map { Row(row: data.trainingRows[$0], activation: answers[$0]) }
  }

  private static func ascend(
    _ network: Network, _ transform: InputTransform, _ seen: PixelRange, layer: Int, unit: Int
  ) -> [Float]? {
    var picture = seen.grey
    for _ in 0..<steps {
      let slope = network.weightedInput(layer: layer, unit: unit, at: transform(picture)).gradient
      var direction = slope.indices.map { seen.varies[$0] ? slope[$0] / transform.divisors[$0] : 0 }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0, length.isFinite else { return nil }
      for pixel in direction.indices { direction[pixel] *= seen.length / length / 4 }
      picture = seen.bounded(zip(picture, direction).map { $0 + $1 })
    }
    return picture
  }

  private static let steps = 40
  /// The multiply-adds that do not hold up the screen.
  private static let work = 12_000_000
}

/// What the pixels of some rows have in common.
public struct PixelRange: Hashable, Sendable {
  /// The least and the greatest value of any pixel.
  public let low, high: Float
  /// Whether a pixel has more than one value.
  let varies: [Bool]
  /// The first row's pixels, for those that do not vary.
  private let first: [Float]
  /// The mean distance of a row from a picture that is all low.
  let length: Float

  /// Of the first rows of a run's training part; 0 … 1 where there are none.
  public init(of run: Run) {
    let (dataset, rows) = (run.dataset, run.trainer.data.trainingRows.prefix(200))
    guard let start = rows.first else {
      (low, high, varies, first, length) = (0, 1, [], [], 1)
      return
    }
    let first = Array(dataset.inputs.row(start))
    var (varies, low, high, sum) = (first.map { _ in false }, first[0], first[0], Float(0))
    for row in rows {
      for (pixel, value) in dataset.inputs.row(row).enumerated() {
        if value != first[pixel] { varies[pixel] = true }
        (low, high) = (min(low, value), max(high, value))
      }
    }
    for row in rows {
      sum += dataset.inputs.row(row).reduce(0) { $0 + ($1 - low) * ($1 - low) }.squareRoot()
    }
    (self.first, self.varies, self.low, self.high, length) = (first, varies, low, high, sum / Float(rows.count))
  }

  /// Every pixel that varies equally bright, the picture as bright as the rows.
  var grey: [Float] {
    bounded(varies.indices.map { varies[$0] ? low + (high - low) / 2 : first[$0] })
  }

  /// A picture within the range and of the rows' length.
  func bounded(_ picture: [Float]) -> [Float] {
    let cut = picture.map { max(low, min(high, $0)) }
    let own = cut.reduce(0) { $0 + ($1 - low) * ($1 - low) }.squareRoot()
    guard own > 0 else { return cut }
    let scale = length / own
    return cut.indices.map { varies[$0] ? max(low, min(high, low + (cut[$0] - low) * scale)) : first[$0] }
  }
}
