import Datasets
import LinearAlgebra
import NeuralNetwork
import Plots

/// The two columns of raw inputs that go across a map and up.
public struct PlaneAxes: Hashable, Sendable {
  /// The columns by their number.
  public var x, y: Int

  /// All there is, where there are two columns.
  public static let whole = PlaneAxes(x: 0, y: 1)

  /// A plane of two columns.
  public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}

/// The points of a grid over the plane of two inputs, and what a network makes of them.
public struct InputPlane: Sendable {
  /// The points across.
  public let width: Int
  /// The points from bottom to top.
  public let height: Int
  /// The points as the network receives them, row by row from the lower left, in blocks `[points, inputs]` that are
  /// worked out together.
  private let blocks: [Matrix]

  /// The points of a block: few enough that a small network's numbers stay near the processor.
  private static let blockSize = 256

  /// Both ends of both ranges are included. Traps unless there are two points at least on each side, and two columns.
  ///
  /// - Parameters:
  ///   - axes: the columns of raw inputs that go across and up.
  ///   - others: a row of raw inputs, for the columns that do neither; zeros for two columns alone.
  public init(
    x: ClosedRange<Float>, y: ClosedRange<Float>, axes: PlaneAxes = .whole, others: [Float] = [0, 0],
    width: Int, height: Int, transform: InputTransform
  ) {
    precondition(
      others.indices.contains(axes.x) && others.indices.contains(axes.y), "\(axes) of \(others.count) columns")
    precondition(width > 1 && height > 1, "a plane needs two points on each side, got \(width)x\(height)")
    (self.width, self.height) = (width, height)
    let (columns, rows) = (Self.places(x, width), Self.places(y, height))
    blocks = stride(from: 0, to: width * height, by: Self.blockSize).map { start in
      let count = min(Self.blockSize, width * height - start)
      var points =
        others.count == 2
        ? Matrix(rows: count, columns: 2)
        : Matrix(rows: count, columns: others.count, elements: Array(repeatElement(others, count: count).joined()))
      for i in 0..<points.rows {
        points[i, axes.x] = columns[(start + i) % width]
        points[i, axes.y] = rows[(start + i) / width]
      }
      return transform(points)
    }
  }

  /// The outputs `[points, outputs]`.
  func outputs(of network: Network) -> Matrix {
    let elements = blocks.flatMap { network.outputs(for: $0).elements }
    return Matrix(rows: width * height, columns: network.layout.outputs, elements: elements)
  }

  /// Each unit's activation at every point, `[layer][unit]`; the output layer is the last.
  public func unitMaps(of network: Network) -> [[Grid]] {
    var pass = Propagation(layout: network.layout, capacity: Self.blockSize)
    var maps = network.layout.layers.map { layer in
      Array(repeating: Array(repeating: 0.0, count: width * height), count: layer.units)
    }
    var start = 0
    for block in blocks {
      pass.load(inputs: block)
      for layer in 0..<network.depth {
        pass.forward(layer: layer, of: network)
        pass.layers[layer].copy(into: &maps[layer], from: start)
      }
      start += block.rows
    }
    return maps.map { $0.map { Grid(width: width, height: height, values: $0) } }
  }

  /// So many numbers equally far apart, from one end of a range to the other.
  private static func places(_ range: ClosedRange<Float>, _ count: Int) -> [Float] {
    (0..<count).map { range.lowerBound + (range.upperBound - range.lowerBound) * Float($0) / Float(count - 1) }
  }
}

extension Propagation.Layer {
  /// Puts each unit's activations into the units' maps, the batch's first at a point.
  fileprivate func copy(into maps: inout [[Double]], from start: Int) {
    let units = maps.count
    a.withContiguousStorageIfAvailable { a in
      for unit in 0..<units {
        maps[unit].withUnsafeMutableBufferPointer { map in
          for i in 0..<a.count / units { map[start + i] = Double(a[i * units + unit]) }
        }
      }
    }
  }
}
