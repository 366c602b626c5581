/// Values on a rectangular grid, row after row; they stand on the corners of the picture and between them.
public struct Grid: Hashable, Sendable {
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

  /// The value at a place, 0…1 across and down: mixed of the four around it, or the one of the square it lies in.
  func value(atX x: Double, y: Double, isSmooth: Bool) -> Double {
    guard !isEmpty else { return .nan }
    return isSmooth ? mixed(x * Double(width - 1), y * Double(height - 1)) : nearest(x, y)
  }

  private func nearest(_ x: Double, _ y: Double) -> Double {
    self[min(width - 1, max(0, Int(x * Double(width)))), min(height - 1, max(0, Int(y * Double(height))))]
  }

  private func mixed(_ x: Double, _ y: Double) -> Double {
    let column = min(max(0, width - 2), max(0, Int(x)))
    let row = min(max(0, height - 2), max(0, Int(y)))
    let (right, below) = (min(width - 1, column + 1), min(height - 1, row + 1))
    let (s, t) = (x - Double(column), y - Double(row))
    let above = s == 0 ? self[column, row] : self[column, row] * (1 - s) + self[right, row] * s
    guard t != 0 else { return above }
    let under = s == 0 ? self[column, below] : self[column, below] * (1 - s) + self[right, below] * s
    return above * (1 - t) + under * t
  }
}
