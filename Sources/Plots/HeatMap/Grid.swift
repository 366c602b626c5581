/// Values on a rectangular grid, row after row; they stand on the corners of the picture and between them.
public struct Grid: Hashable, Sendable {
  /// The columns and rows of values.
  public let width, height: Int
  /// `[height, width]`, row-major.
  public private(set) var values: [Double]

  /// A grid of `width * height` values, row after row.
  public init(width: Int, height: Int, values: [Double]) {
    precondition(
      width >= 0 && height >= 0 && values.count == width * height,
      "a grid of \(width)x\(height) needs \(width * height) values, got \(values.count)")
    (self.width, self.height, self.values) = (width, height, values)
  }

  /// A grid of single-precision values, row after row.
  public init(width: Int, height: Int, values: [Float]) {
    self.init(width: width, height: height, values: values.map(Double.init))
  }

  /// Whether it has no value.
  public var isEmpty: Bool { values.isEmpty }

  /// The least and the greatest of the finite values; nil if there is none.
  public var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? low...high : nil
  }

  /// The value at column `x`, row `y`.
  public subscript(x: Int, y: Int) -> Double {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }
}
